import type { PartyId } from '../../kernel/ids.ts';
import type { Schedule } from '../../kernel/jobs/subscription.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { SessionLimits } from './session.ts';
import { setProtected } from './store/parties.ts';
import { forgetExpired } from './store/sessions.ts';

/** Deletes sessions and sign-ins that are over, every ten minutes. */
export function forgetExpiredSchedule(limits: SessionLimits): Schedule {
  return {
    name: 'identity.forget-expired',
    cron: '*/10 * * * *',
    run: (scope) => scope.write((tx) => forgetExpired(tx, scope.now, limits)),
  };
}

declare module '../../kernel/outbox.ts' {
  interface Events {
    /** A person's data is protected from now on, or no longer; whoever keeps the name follows what is true now. */
    'identity.protection-changed': object;
  }
}

/** Takes over from a population register that a person's data is protected (or no longer is); a job's scope only. */
export async function protectParty(scope: Scope, party: PartyId, isProtected: boolean): Promise<void> {
  await scope.write(async (tx) => {
    await setProtected(tx, party, isProtected);
    await scope.publish(tx, { kind: 'identity.protection-changed', authorities: [], parties: [party] });
  });
}
