import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { OwnSession, SessionLimits } from './session.ts';
import { endSessions, loadSessions } from './store/sessions.ts';

/** Where I am signed in, most recently used first; the one that asks is marked. */
export async function ownSessions(
  scope: Scope,
  limits: SessionLimits,
): Promise<(OwnSession & { readonly isThis: boolean })[]> {
  const { actor } = scope;
  if (actor.kind !== 'person') throw new Refusal('not-allowed', 'kernel.authority.no');
  const sessions = await scope.read((tx) => loadSessions(tx, actor.party, scope.now, limits));
  return sessions.map((one) => ({ ...one, isThis: one.id === actor.session }));
}

/**
 * Ends one of my own sessions; it is over with that browser's next page.
 * @throws Refusal not-found for one that has ended, and for another's
 */
export async function endOwnSession(scope: Scope, session: string): Promise<void> {
  const { actor } = scope;
  if (actor.kind !== 'person') throw new Refusal('not-allowed', 'kernel.authority.no');
  const ended = await scope.write((tx) => endSessions(tx, actor.party, { session }));
  if (ended === 0) throw new Refusal('not-found', 'identity.session.not-found');
}

/** Ends all my sessions but the one that asks. */
export async function endOtherSessions(scope: Scope): Promise<void> {
  const { actor } = scope;
  if (actor.kind !== 'person') throw new Refusal('not-allowed', 'kernel.authority.no');
  await scope.write((tx) => endSessions(tx, actor.party, { allBut: actor.session }));
}
