import { dateIn } from '../../kernel/calendar/format.ts';
import { newId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { insertSuccession, loadSuccessions, setWithdrawn } from './store/successions.ts';
import { announce, type Succession, withdraw } from './succession.ts';

export type Reform = Pick<Succession, 'predecessor' | 'successor' | 'inForceOn' | 'source'>;

/**
 * Announces that one authority takes over what another holds, from a day to come. Nothing changes before that day.
 * @throws Refusal invalid, not-allowed
 */
export async function announceSuccession(scope: Scope, reform: Reform): Promise<Succession> {
  const permission = await permit(scope, 'authority.join', { authority: reform.successor });
  return scope.reaching(permission, { authorities: [reform.successor] }).write(async (tx) => {
    const planned = { ...reform, id: newId<string>(), withdrawnAt: null };
    const succession = announce(await loadSuccessions(tx), planned, today(scope));
    await insertSuccession(tx, succession, scope.now);
    return succession;
  });
}

/**
 * Takes an announced succession back; possible until the day it takes force.
 * @throws Refusal not-found, conflict when it is in force, gone when it is withdrawn, not-allowed
 */
export async function withdrawSuccession(scope: Scope, id: string): Promise<Succession> {
  const known = (await scope.read(loadSuccessions)).find((succession) => succession.id === id);
  if (!known) throw new Refusal('not-found', 'directory.succession.unknown');
  const permission = await permit(scope, 'authority.join', { authority: known.successor });
  const withdrawn = withdraw(known, scope.now, today(scope));
  await scope.reaching(permission, { authorities: [known.successor] }).write((tx) => setWithdrawn(tx, withdrawn));
  return withdrawn;
}

/** All of them, for `withPredecessors` and `holdersOf`. */
export async function successions(scope: Scope): Promise<readonly Succession[]> {
  return scope.read(loadSuccessions);
}

/** Days begin first in the east: no reform is in force on Åland before it is counted as such. */
function today(scope: Scope): Temporal.PlainDate {
  return dateIn('AX', scope.now);
}
