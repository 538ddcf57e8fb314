import { dateIn } from '../../../kernel/calendar/format.ts';
import { canonicalSha256 } from '../../../kernel/canonical-json.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';
import type { Mandate, Named, Terms } from '../mandate.ts';
import { dayFault, momentsOf, SIGNING_DAYS, type Wanted } from '../terms.ts';

export type PaperDayFault = 'to-before-from' | 'too-long' | 'over';

/** What was signed some time ago may begin in the past; one that is over already is not taken in. */
export function paperDayFault(days: Pick<Wanted, 'from' | 'to'>, now: Temporal.Instant): PaperDayFault | null {
  const fault = dayFault(days, now);
  if (fault === 'to-before-from' || fault === 'too-long') return fault;
  return Temporal.PlainDate.compare(days.to, dateIn('SE', now)) < 0 ? 'over' : null;
}

/** What the paper says. It was signed there, so nobody signs it here; a second official has as long as a signer has. */
export function paperTerms(wanted: Wanted, grantor: Named, holder: Named, now: Temporal.Instant): Terms {
  const { reach, subject, mayPassOn, level } = wanted;
  return {
    ...{ grantors: [grantor], holders: [holder], reach, subject, mayPassOn },
    ...{ level: reach.kind === 'mail' ? 'passive' : level, ...momentsOf(wanted) },
    signBy: now.add({ hours: 24 * SIGNING_DAYS }),
    ...{ signers: [], inOrder: false, requestedBy: null, replaces: null, passedOn: null },
  };
}

/** Of exactly what the second pair of eyes approves: who, what, from when, and the very paper. */
export function digestOf({ id, terms, paper }: Mandate): string {
  if (paper === null) throw new Error('it was not signed on paper');
  const { grantors, holders, reach, level, mayPassOn, from, until } = terms;
  return canonicalSha256({
    ...{ type: 'allmanning.paper-mandate/1', mandate: id, authority: paper.authority, document: paper.document },
    grantors: grantors.map(({ party, name }) => ({ party, name })),
    holders: holders.map(({ party, name }) => ({ party, name })),
    reach: { ...reach } as Record<string, string | number | null>,
    ...{ level, mayPassOn, from: from.toString(), until: until.toString() },
  });
}

/** An authority takes in what was given to it, and nothing that reaches further. */
export function isOwnReach({ reach }: Pick<Wanted, 'reach'>, authority: AuthorityId): boolean {
  return reach.kind !== 'everything' && reach.authority === authority;
}
