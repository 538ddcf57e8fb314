import { type EventOf, on } from '../../kernel/jobs/subscription.ts';
import type { Scope } from '../../kernel/scope.ts';
import { followProtectionOf } from './store/protection.ts';

async function follow(scope: Scope, event: EventOf<'identity.protection-changed'>): Promise<void> {
  for (const party of event.parties) await scope.write((tx) => followProtectionOf(tx, party));
}

/**
 * A person who gets a protected identity has often filed before: the name leaves those cases too, and only officials with
 * that right open them. When the protection is lifted the cases are as others again. The cases follow what the person is
 * when the event is handled, so it may be told late, twice, or after the next one.
 */
export const followProtection = on('identity.protection-changed', 'cases.follow-protection', follow);
