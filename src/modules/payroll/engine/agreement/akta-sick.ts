import { FINE, type Minor, timesOver, WHOLE } from '../amount.ts';
import { addDays, type Day, daysIn, type Period } from '../day.ts';
import { type Line, type Maker, priceLine, type Rated } from '../line.ts';
import type { AktaRules } from './akta-rules.ts';
import type { AktaTerms } from './akta-terms.ts';
import { type Stretch, within } from './terms.ts';

/** An absence for sickness, calendar days. The days are counted in the calendar year (AKTA V § 2). */
export type AktaSick = {
  readonly period: Period;
  readonly cause: 'illness' | 'occupational-accident';
  /** Sick days of the same cause before `period` in its calendar year. */
  readonly usedThisYear: number;
  /** Days employed when it began. */
  readonly employedDays: number;
  /** Decided by the employer, instead of what the days give. */
  readonly decided?: 'two-thirds' | undefined;
};

const deduction: Maker = {
  code: 'sick-deduction',
  rule: 'AKTA-SICK-PAY',
  rounding: 'half-up',
  facts: ['terms', 'sick'],
};
const sickPay: Maker = { code: 'sick-pay', rule: 'AKTA-SICK-PAY', rounding: 'half-up', facts: ['terms', 'sick'] };

/** The pay of the sick days off, and what is paid for them: in full, then two thirds, then nothing. */
export function addSick(
  lines: Line[],
  rules: AktaRules,
  stretch: Stretch<AktaTerms>,
  sick: AktaSick,
  pay: Minor,
): void {
  const period = within(sick.period, stretch.period);
  if (!period) return;
  const { from, to } = period;
  const days = daysIn(period);
  const before = sick.usedThisYear + daysIn({ from: sick.period.from, to: from }) - 1;
  const { full, reduced, by } = paidDays(rules, sick, before, days);
  const price = (count: number) =>
    timesOver(pay, stretch.terms.partTime * count, WHOLE * stretch.daysInMonth, 'half-up');
  lines.push(priceLine(deduction, by, days * FINE, null, pay, 0 - price(days), period));
  if (full > 0) {
    const paid = price(full);
    const at = full === days ? period : { from, to: addDays(from, full - 1) };
    lines.push(priceLine(sickPay, by, full * FINE, null, paid, paid, at));
  }
  if (reduced > 0) {
    const whole = price(reduced);
    const at = { from: addDays(from, full), to: full + reduced === days ? to : addDays(from, full + reduced - 1) };
    const rated = { rate: TWO_THIRDS, refs: by.refs, verified: by.verified };
    lines.push(priceLine(sickPay, rated, reduced * FINE, null, whole, timesOver(whole, 2, 3, 'half-up'), at));
  }
}

/** Whether a day of the leave is one of those paid in full. */
export function isPaidInFull(rules: AktaRules, sick: AktaSick, day: Day): boolean {
  const before = sick.usedThisYear + daysIn({ from: sick.period.from, to: day }) - 1;
  return within({ from: day, to: day }, sick.period) !== undefined && paidDays(rules, sick, before, 1).full === 1;
}

/** As it is shown; the amount is exactly two thirds. */
const TWO_THIRDS = 666_667;

/** How many of the days are paid in full and at two thirds, when so many have been used before. */
function paidDays({ sick }: AktaRules, { cause, employedDays, decided }: AktaSick, before: number, days: number) {
  if (decided) return { full: 0, reduced: days, by: sick.by.decided };
  if (cause === 'occupational-accident')
    return counted(sick.accidentFull.value, sick.accidentTwoThirds.value, before, days, sick.by.accident);
  if (employedDays >= sick.daysEmployed.value)
    return counted(sick.full.value, sick.twoThirds.value, before, days, sick.by.long);
  return counted(sick.shortFull.value, 0, before, days, sick.by.short);
}

function counted(full: number, twoThirds: number, before: number, days: number, by: Rated) {
  const used = (from: number, to: number) => Math.max(0, Math.min(before + days, to) - Math.max(before, from));
  return { full: used(0, full), reduced: used(full, full + twoThirds), by };
}
