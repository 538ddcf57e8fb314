import { timesOver, WHOLE } from '../engine/amount.ts';
import { type Country, codesOf } from '../engine/codes.ts';
import { addDays, type Day, monthAround, type Period } from '../engine/day.ts';
import { givenLine } from '../engine/given-line.ts';
import type { Line } from '../engine/line.ts';
import type { RuleBook } from '../engine/rule-book.ts';
import { daysIn, type Fact, isValidIn } from '../facts/fact.ts';
import { pricedTime } from './priced-time.ts';

/** What an employee's month comes to before law: lines of pay and benefits, and what could not be made into one. */
export type MonthPay = {
  readonly pay: Line[];
  readonly benefits: Line[];
  readonly troubles: PayTrouble[];
};
export type PayTrouble = {
  readonly kind: 'unknown-code' | 'time-not-approved';
  readonly seq: number;
  readonly code: string;
};

const known: Readonly<Record<Country, ReadonlySet<string>>> = {
  AX: new Set([...codesOf('pay', 'AX'), ...codesOf('benefit', 'AX')]),
  SE: new Set([...codesOf('pay', 'SE'), ...codesOf('benefit', 'SE')]),
};

/** The month before: variable pay is paid a month after the work. */
export function monthBefore(month: Period): Period {
  return monthAround(addDays(month.from, -1));
}

/**
 * The pay of one month by the facts: monthly pay in proportion to the days of the employment and of absence without pay,
 * supplements, the variable pay of the month before, additions, benefits. Pure, and the same in a later year.
 */
export function payOfMonth(book: RuleBook, country: Country, facts: readonly Fact[], month: Period): MonthPay {
  const found: MonthPay = { pay: [], benefits: [], troubles: [] };
  const days = Number(month.to.slice(8));
  const worked = monthBefore(month);
  const employments = facts.filter((fact) => fact.kind === 'employment');
  for (const fact of facts) {
    switch (fact.kind) {
      case 'salary':
        if (isValidIn(fact, month.from, month.to)) salaryLines(country, facts, employments, fact, month, days, found);
        break;
      case 'supplement': {
        if (!isValidIn(fact, month.from, month.to)) break;
        const part = paidDays(facts, employments, fact, month);
        if (part > 0)
          add(country, found, fact, fact.body.code, timesOver(fact.body.amount, part, days, 'half-up'), month);
        break;
      }
      case 'time':
        if ((fact.to ?? fact.from) < worked.from || (fact.to ?? fact.from) > worked.to) break;
        if (!fact.body.approved) {
          found.troubles.push({ kind: 'time-not-approved', seq: fact.seq, code: fact.body.code });
        } else if (isKnown(country, found, fact.seq, fact.body.code)) {
          found.pay.push(pricedTime(book, country, facts, fact));
        }
        break;
      case 'addition':
        if (fact.from >= month.from && fact.from <= month.to)
          add(country, found, fact, fact.body.code, fact.body.amount, month);
        break;
      case 'benefit':
        if (isValidIn(fact, month.from, month.to) && isKnown(country, found, fact.seq, fact.body.code))
          found.benefits.push(givenLine(country, { code: fact.body.code, amount: fact.body.amount }, month));
        break;
      default:
    }
  }
  return found;
}

function isKnown(country: Country, found: MonthPay, seq: number, code: string): boolean {
  if (known[country].has(code)) return true;
  found.troubles.push({ kind: 'unknown-code', seq, code });
  return false;
}

function add(country: Country, found: MonthPay, fact: Fact, code: Line['code'], amount: number, month: Period): void {
  if (isKnown(country, found, fact.seq, code)) found.pay.push(givenLine(country, { code, amount }, month));
}

/** Calendar days of the fact's employment in the month, less absence without pay. */
function paidDays(
  facts: readonly Fact[],
  employments: readonly Fact<'employment'>[],
  of: { readonly employment: number | null; readonly from: Day; readonly to: Day | null },
  month: Period,
): number {
  let days = 0;
  for (const employment of employments) {
    if (employment.employment !== of.employment || !isValidIn(employment, month.from, month.to)) continue;
    const from = later(of.from, later(employment.from, month.from));
    const to = earlier(of.to ?? month.to, earlier(employment.to ?? month.to, month.to));
    if (from > to) continue;
    days += daysIn({ from, to }, from, to);
    for (const fact of facts) {
      if (fact.kind === 'absence' && fact.body.pay === 'none' && fact.employment === of.employment)
        days -= daysIn(fact, from, to);
    }
  }
  return Math.max(0, days);
}

function salaryLines(
  country: Country,
  facts: readonly Fact[],
  employments: readonly Fact<'employment'>[],
  salary: Fact<'salary'>,
  month: Period,
  days: number,
  found: MonthPay,
): void {
  const part = paidDays(facts, employments, salary, month);
  if (part === 0) return;
  const full = timesOver(salary.body.monthly, salary.body.share, WHOLE, 'half-up');
  found.pay.push(givenLine(country, { code: 'monthly', amount: timesOver(full, part, days, 'half-up') }, month));
  for (const fact of facts) {
    if (fact.kind !== 'absence' || fact.body.pay !== 'two-thirds' || fact.employment !== salary.employment) continue;
    const from = later(salary.from, month.from);
    const to = earlier(salary.to ?? month.to, month.to);
    const absent = daysIn(fact, from, to);
    if (absent === 0) continue;
    const lost = timesOver(full, absent, days, 'half-up');
    const earned = { from: later(fact.from, from), to: earlier(fact.to ?? to, to) };
    found.pay.push(givenLine(country, { code: 'sick-deduction', amount: lost }, earned));
    found.pay.push(givenLine(country, { code: 'sick-pay', amount: timesOver(lost, 2, 3, 'half-up') }, earned));
  }
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b;
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b;
}
