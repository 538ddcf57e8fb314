import type { Level, Reach } from '../../kernel/authority.ts';
import type { PartyId } from '../../kernel/ids.ts';
import { type Mandate, type Named, stateAt } from './mandate.ts';
import { includes, levelIncludes } from './reach.ts';
import { LINKS_MOST } from './standing.ts';

export type PassOnFault =
  | 'not-holder'
  | 'not-standing'
  | 'may-not'
  | 'wider'
  | 'longer'
  | 'circle'
  | 'too-many-links'
  | 'chain-broken';

export type PassedOn = {
  readonly reach: Reach;
  readonly level: Level;
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
  readonly by: PartyId;
  readonly to: readonly Named[];
  readonly at: Temporal.Instant;
};

/**
 * Why a mandate can not be passed on like this; null when it can. Only the same or less, no longer, and to nobody from
 * whom it came.
 * @param chain the mandate itself, then what it was passed on from, and so on to the first
 */
export function passOnFault(chain: readonly Mandate[], wanted: PassedOn): PassOnFault | null {
  const [own] = chain;
  const { by, to, at } = wanted;
  if (!own?.terms.holders.some(({ party }) => party === by) || own.left.includes(by)) return 'not-holder';
  if (!own.terms.mayPassOn) return 'may-not';
  if (chain.at(-1)?.terms.passedOn !== null) return 'chain-broken';
  if (chain.length >= LINKS_MOST) return 'too-many-links';
  const before = new Set(chain.flatMap(({ terms }) => [...terms.grantors, ...terms.holders].map(({ party }) => party)));
  if (to.some(({ party }) => before.has(party))) return 'circle';
  for (const link of chain) {
    const state = stateAt(link, at);
    if (state !== 'active' && state !== 'upcoming') return 'not-standing';
    const { terms } = link;
    if (!includes(terms.reach, wanted.reach) || !levelIncludes(terms.level, wanted.level)) return 'wider';
    const isInside =
      Temporal.Instant.compare(terms.until, wanted.until) >= 0 &&
      Temporal.Instant.compare(terms.from, wanted.from) <= 0;
    // One that began earlier today is passed on from today's beginning.
    if (!isInside) return 'longer';
  }
  return null;
}
