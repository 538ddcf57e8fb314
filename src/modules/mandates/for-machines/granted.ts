import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';
import { decide } from '../decide.ts';
import type { Facts, MandateFact } from '../facts.ts';
import { includes } from '../reach.ts';
import { standingOf } from '../standing.ts';
import { codeAt, reachOf } from './codes.ts';

/** A right that a holder has from one grantor, and the mandate that it comes from. */
export type Granted = { readonly kod: string; readonly typ: 'aktiv' | 'passiv'; readonly fullmakt: string };

export type Asked = {
  readonly authority: AuthorityId;
  readonly holder: PartyId;
  readonly grantor: PartyId;
  /** Only these; empty asks for all that there is. */
  readonly codes: readonly string[];
  readonly at: Temporal.Instant;
};

/** Mina ombud's rule for several: who may act comes before who may only read, then the latest to begin. */
function isBetter(one: MandateFact, than: MandateFact): boolean {
  if (one.level !== than.level) return one.level === 'active';
  if (one.from !== than.from) return one.from > than.from;
  return one.id < than.id;
}

/**
 * What somebody may do for another at an authority, by mandates alone. Asks the house's one rule first: what is over for
 * the grantor (death, bankruptcy, a förvaltare) is over for every mandate.
 */
export function grantedBy(facts: Facts, { authority, holder, grantor, codes, at }: Asked): readonly Granted[] {
  const actor = { kind: 'person', party: holder, name: '', assurance: 'high', session: '' } as const;
  const question = { actor, principal: grantor, action: 'party.represent', resource: {}, at } as const;
  if (decide({ ...facts, registerRights: [] }, question).decision !== 'yes') return [];
  const standing = facts.mandates.filter(
    (one) =>
      one.holders.includes(holder) &&
      one.grantors.includes(grantor) &&
      standingOf(one, grantor, at.epochMilliseconds, facts.mandates) === null,
  );
  const wanted = codes.length > 0 ? codes : standing.flatMap(({ reach }) => codeAt(authority, reach) ?? []);
  return [...new Set(wanted)].flatMap((kod): Granted[] => {
    const asked = reachOf(authority, kod);
    if (asked === null) return [];
    let best: MandateFact | null = null;
    for (const one of standing) {
      if (includes(one.reach, asked) && (best === null || isBetter(one, best))) best = one;
    }
    return best ? [{ kod, typ: best.level === 'active' ? 'aktiv' : 'passiv', fullmakt: best.id }] : [];
  });
}
