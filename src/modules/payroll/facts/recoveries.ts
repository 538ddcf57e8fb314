import type { Minor } from '../engine/amount.ts';
import type { Recovery } from '../engine/claim.ts';
import { type Day, monthOf, type Period, yearOf } from '../engine/day.ts';
import type { Fact } from './fact.ts';

/** What the ordinary payment of a month books of overpayments; undefined for nearly everybody. */
export function recoveryIn(facts: readonly Fact[], { from, to }: Period): Recovery | undefined {
  let found:
    | { claims: Fact<'recovery'>['body'][]; draws: Recovery['draws']; receipts: Recovery['receipts'] }
    | undefined;
  for (const fact of facts) {
    if (fact.kind !== 'recovery' && fact.kind !== 'repayment') continue;
    if (fact.from > to || (fact.to !== null && fact.to < from)) continue;
    found ??= { claims: [], draws: [], receipts: [] };
    if (fact.kind === 'recovery') found.claims.push(fact.body);
    else if (fact.body.way === 'own')
      found.receipts = [...found.receipts, { month: fact.body.month, amount: fact.body.total }];
    else {
      const { month, reserved } = fact.body;
      found.draws = [...found.draws, { month, reserved, most: drawnIn(fact.body, fact.from, from) }];
    }
  }
  return found;
}

type Plan = { readonly total: Minor; readonly monthly: Minor };

/** In how many months a plan draws its total. */
export function monthsOf({ total, monthly }: Plan): number {
  return Math.ceil(total / monthly);
}

/** What a plan that begins in one month draws in another: the same each month, and last what is left. */
export function drawnIn({ total, monthly }: Plan, begins: Day, month: Day): Minor {
  const before = (yearOf(month) - yearOf(begins)) * 12 + monthOf(month) - monthOf(begins);
  return before < 0 ? 0 : Math.max(0, Math.min(monthly, total - before * monthly));
}
