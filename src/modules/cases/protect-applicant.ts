import { type EventOf, on } from '../../kernel/jobs/subscription.ts';
import type { Scope } from '../../kernel/scope.ts';
import { protectCasesOf } from './store/protection.ts';

async function protectApplicant(scope: Scope, event: EventOf<'identity.protected'>): Promise<void> {
  for (const party of event.parties) await scope.write((tx) => protectCasesOf(tx, party));
}

/**
 * A person who gets a protected identity has often filed before: the name leaves those cases too, and only officials with
 * that right open them from now on. A case stays protected when the protection is lifted.
 */
export const protectedLater = on('identity.protected', 'cases.protect-applicant', protectApplicant);
