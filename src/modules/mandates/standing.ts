import type { PartyId } from '../../kernel/ids.ts';
import type { MandateFact } from './facts.ts';
import { includes, levelIncludes } from './reach.ts';

/** Why a mandate gives nothing now. */
export type NotStanding =
  | 'awaiting-signatures'
  | 'upcoming'
  | 'expired'
  | 'revoked'
  | 'given-back'
  | 'declined'
  | 'refused'
  | 'replaced'
  | 'suspended'
  | 'chain-broken'
  | 'fallen';

/** Null when it stands. `at` is when that began, in milliseconds. */
export type Standing = { readonly why: NotStanding; readonly at: number | null } | null;

/** Passed on more often than this, nobody can oversee it any more. */
export const LINKS_MOST = 5;

function ownStanding(mandate: MandateFact, at: number): Standing {
  const { ended, suspended } = mandate;
  if (ended) return { why: ended.how, at: ended.at };
  if (mandate.registeredAt === null) return { why: 'awaiting-signatures', at: null };
  if (mandate.until <= at) return { why: 'expired', at: mandate.until };
  if (suspended) return { why: 'suspended', at: suspended.at };
  if (mandate.from > at) return { why: 'upcoming', at: mandate.from };
  return null;
}

/** The link back to what is passed on: there, given to who passes it on, who may, and no narrower than this. */
function isLinked(mandate: MandateFact, parent: MandateFact, principal: PartyId): boolean {
  return (
    parent.mayPassOn &&
    mandate.passedOn !== null &&
    parent.holders.includes(mandate.passedOn.by) &&
    parent.grantors.includes(principal) &&
    includes(parent.reach, mandate.reach) &&
    levelIncludes(parent.level, mandate.level)
  );
}

/**
 * Whether a mandate of the principal stands at a moment, with all that it was passed on from. A link that is missing,
 * wider than what it came from, or that leads round in a circle is not trusted.
 */
export function standingOf(
  mandate: MandateFact,
  principal: PartyId,
  at: number,
  all: readonly MandateFact[],
): Standing {
  let link = mandate;
  for (let links = 0; links < LINKS_MOST; links++) {
    const standing = ownStanding(link, at);
    if (standing) return standing;
    const { passedOn } = link;
    if (passedOn === null) return null;
    const parent = all.find(({ id }) => id === passedOn.from);
    if (!parent || !isLinked(link, parent, principal)) break;
    link = parent;
  }
  return { why: 'chain-broken', at: null };
}
