import type { EventOf } from '../../kernel/jobs/subscription.ts';
import type { Scope } from '../../kernel/scope.ts';
import { endSessionsOfDeceased } from '../identity/index.ts';
import { loadStates } from './store/register-rights.ts';

/** Whoever a register has just said has died is in no session any more, whichever page asked the register. */
export async function signOutTheDead(
  scope: Scope,
  { parties }: EventOf<'mandates.party-state-changed'>,
): Promise<void> {
  for (const party of parties) {
    const states = await scope.read((tx) => loadStates(tx, party));
    if (states.some(({ kind }) => kind === 'dead')) await endSessionsOfDeceased(scope, party);
  }
}
