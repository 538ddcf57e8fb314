import type { PartyId } from '../../kernel/ids.ts';
import type { PersonStateKind } from './facts.ts';
import { type Mandate, type MandateEvent, stateAt } from './mandate.ts';
import { isAllowed } from './next-event.ts';

/** What a register says of a party. */
export type StateOf = { readonly kind: PersonStateKind; readonly source: string };

/**
 * What happens to a mandate by what registers say of one of its parties. Of several who give it each one's own matter is
 * decided by itself (`decide`), and the mandate stands for the others; it ends with the last who holds it.
 */
export function eventsBy(
  states: readonly StateOf[],
  mandate: Mandate,
  party: PartyId,
  at: Temporal.Instant,
): MandateEvent[] {
  const { terms, left, suspensions } = mandate;
  const state = stateAt(mandate, at);
  const holders = terms.holders.map((one) => one.party).filter((one) => !left.includes(one));
  const isOnly = (parties: readonly PartyId[]) => parties.length === 1 && parties[0] === party;
  const gives = isOnly(terms.grantors.map((one) => one.party));
  const gone = states.find(isGone);
  if (gone && (gives || isOnly(holders))) {
    return isAllowed(state, 'fallen') ? [{ kind: 'fallen', why: gone.kind, source: gone.source }] : [];
  }
  if (!gives || !isAllowed(state, 'suspended')) return [];
  // A förvaltare (avtalslagen (1915:218) 22 §) or a bankruptcy (23 §) takes the grantor's power over it for as long as it lasts.
  const resting = states.filter((one) => !isGone(one));
  const begun = resting.filter(({ kind }) => suspensions.every(({ why }) => why !== kind));
  const over = suspensions.filter(({ why }) => resting.every(({ kind }) => kind !== why));
  const source = (why: PersonStateKind) => (why === 'bankrupt' ? 'company' : 'guardianship');
  return [
    ...begun.map((one): MandateEvent => ({ kind: 'suspended', why: one.kind, source: one.source })),
    ...over.map(({ why }): MandateEvent => ({ kind: 'resumed', why, source: source(why) })),
  ];
}

function isGone(state: StateOf): state is StateOf & { readonly kind: 'dead' | 'dissolved' } {
  return state.kind === 'dead' || state.kind === 'dissolved';
}
