import { FINE, type Minor, priced, share, timesOver, WHOLE } from '../amount.ts';
import { type Day, type Period, yearOf } from '../day.ts';
import { type Line, type Maker, none, priceLine, rateLine } from '../line.ts';
import { MissingParameter, type RuleBook, valueOn } from '../rule-book.ts';
import type { AbHourKind, AbRules, ObKind } from './ab-rules.ts';
import { type AbSick, abSickLines } from './ab-sick.ts';
import { type AbOn, type AbTerms, fixedPay } from './ab-terms.ts';
import { type Hours, type PaidAlike, sumAlike } from './hours.ts';
import { heldOn, type Stretch, stretches } from './terms.ts';

/** A month of one employment under AB 25. */
export type AbMonth = {
  readonly earned: Period;
  readonly terms: readonly AbTerms[];
  readonly hours: readonly Hours<AbHourKind>[];
  /** What the schedule gives: inconvenient hours of its shifts, and overtime beyond it. */
  readonly scheduled?: readonly Hours<AbHourKind>[] | undefined;
  readonly worked: readonly Hours<'hourly'>[];
  readonly sick: readonly AbSick[];
  /** Leave without pay, no day twice. */
  readonly away?: readonly Period[] | undefined;
  /** Paid days of holiday taken, each on its day. */
  readonly holidays: readonly Day[];
  /** Once a year: holiday pay on the variable pay of the earning year, by the days of holiday of the employee's age. */
  readonly variableHoliday?: { readonly paid: Minor; readonly days: number } | undefined;
};

const monthly: Maker = { code: 'monthly', rule: 'AB-MONTHLY-PAY', rounding: 'half-up', facts: ['terms'] };
const personal: Maker = { code: 'personal-supplement', rule: 'AB-MONTHLY-PAY', rounding: 'half-up', facts: ['terms'] };
const hourly: Maker = { code: 'hourly', rule: 'AB-HOURLY-PAY', rounding: 'half-up', facts: ['terms', 'worked'] };
const supplement: Maker = {
  code: 'holiday-supplement',
  rule: 'AB-HOLIDAY',
  rounding: 'half-up',
  facts: ['terms', 'holidays'],
};
const variable: Maker = {
  code: 'holiday-variable',
  rule: 'AB-HOLIDAY',
  rounding: 'half-up',
  facts: ['variableHoliday'],
};
const hoursMakers = (ob: readonly string[], overtime: readonly string[]): Readonly<Record<AbHourKind, Maker>> => {
  const ofOb = (code: ObKind): Maker => ({ code, rule: 'AB-OB', rounding: 'half-up', facts: ob });
  const simple: Maker = { code: 'overtime-simple', rule: 'AB-OVERTIME', rounding: 'half-up', facts: overtime };
  return {
    'ob-a': ofOb('ob-a'),
    'ob-a-night': ofOb('ob-a-night'),
    'ob-b': ofOb('ob-b'),
    'ob-b-night': ofOb('ob-b-night'),
    'ob-c': ofOb('ob-c'),
    'ob-d': ofOb('ob-d'),
    'overtime-simple': simple,
    'overtime-qualified': { ...simple, code: 'overtime-qualified' },
  };
};
const byHours = hoursMakers(['hours'], ['terms', 'hours']);
const bySchedule = hoursMakers(['schedule'], ['terms', 'schedule', 'hours']);

/**
 * The lines of pay of a month by AB 25: each by the rules of the days on which it was earned.
 * @throws MissingParameter by name and day
 */
export function abLines(rulesOn: AbOn, month: AbMonth): Line[] {
  const lines: Line[] = [];
  const all = stretches(month.terms, month.earned, month.away);
  for (const stretch of all) if (stretch.terms.hourPrice === null) addMonthly(lines, stretch);
  addHours(lines, rulesOn, month);
  if (month.scheduled) addByKind(lines, bySchedule, sumAlike(month.scheduled, paidBy(rulesOn, month.terms)));
  addHolidays(lines, rulesOn, month);
  for (const sick of month.sick) for (const stretch of all) lines.push(...abSickLines(rulesOn, stretch, sick));
  return lines;
}

function addMonthly(lines: Line[], stretch: Stretch<AbTerms>): void {
  const { terms, period } = stretch;
  const whole = terms.partTime === WHOLE && stretch.days === stretch.daysInMonth;
  const by = whole ? null : { rate: terms.partTime, refs: none, verified: true };
  const days = stretch.days === stretch.daysInMonth ? null : stretch.days * FINE;
  const { monthlyPay, personalSupplement } = terms;
  lines.push(priceLine(monthly, by, days, null, monthlyPay, ofStretch(monthlyPay, stretch), period));
  if (personalSupplement === 0) return;
  lines.push(priceLine(personal, by, days, null, personalSupplement, ofStretch(personalSupplement, stretch), period));
}

function ofStretch(amount: Minor, { terms, days, daysInMonth }: Stretch<AbTerms>): Minor {
  if (days === daysInMonth) return terms.partTime === WHOLE ? amount : share(amount, terms.partTime, 'half-up');
  return timesOver(amount, terms.partTime * days, WHOLE * daysInMonth, 'half-up');
}

type PaidBy = { readonly rules: AbRules; readonly terms: AbTerms };
type Sum = PaidAlike<AbHourKind, PaidBy>;

function paidBy(rulesOn: AbOn, all: readonly AbTerms[]): (on: Day) => PaidBy {
  const seen: PaidBy[] = [];
  return (on) => {
    const rules = rulesOn(on);
    const terms = heldOn(all, on);
    if (!terms) throw new RangeError(`hours on ${on}, before the terms begin`);
    for (const one of seen) if (one.rules === rules && one.terms === terms) return one;
    const fresh = { rules, terms };
    seen.push(fresh);
    return fresh;
  };
}

function addHours(lines: Line[], rulesOn: AbOn, { terms, hours: all, worked }: AbMonth): void {
  if (all.length === 0 && worked.length === 0) return;
  const at = paidBy(rulesOn, terms);
  for (const sum of sumAlike(worked, at)) {
    const { hours, at: by } = sum;
    if (by.terms.hourPrice === null) throw new RangeError('hours worked by who is paid by the month');
    const unitPrice = by.terms.hourPrice * FINE;
    lines.push(priceLine(hourly, null, hours, unitPrice, null, priced(hours, unitPrice, 'half-up'), sum));
  }
  addByKind(lines, byHours, sumAlike(all, at));
}

function addByKind(lines: Line[], makers: Readonly<Record<AbHourKind, Maker>>, sums: readonly Sum[]): void {
  for (const sum of sums) {
    const { kind, hours, at: by } = sum;
    if (kind === 'overtime-simple' || kind === 'overtime-qualified') {
      const rated = by.rules.overtime[kind];
      const base = fixedPay(by.terms);
      const amount = timesOver(base * hours, rated.rate, by.rules.overtimeDivisor.value * FINE * WHOLE, 'half-up');
      lines.push(priceLine(makers[kind], rated, hours, null, base, amount, sum));
    } else {
      const { unitPrice, by: rated } = by.rules.ob[kind];
      lines.push(priceLine(makers[kind], rated, hours, unitPrice, null, priced(hours, unitPrice, 'half-up'), sum));
    }
  }
}

function addHolidays(lines: Line[], rulesOn: AbOn, { terms, holidays, variableHoliday, earned }: AbMonth): void {
  if (holidays.length > 0) {
    const at = paidBy(rulesOn, terms);
    const days = holidays.map((on) => ({ kind: 'holiday' as const, on, hours: FINE }));
    for (const sum of sumAlike(days, at)) {
      const { hours: taken, at: by } = sum;
      const rated = by.rules.daySupplement;
      const base = share(fixedPay(by.terms), by.terms.partTime, 'half-up');
      const amount = timesOver(base, rated.rate * (taken / FINE), WHOLE, 'half-up');
      lines.push(priceLine(supplement, rated, taken, null, base, amount, sum));
    }
  }
  if (!variableHoliday) return;
  const rated = rulesOn(earned.to).variable.find(({ days }) => days === variableHoliday.days)?.by;
  if (!rated) throw new MissingParameter(`ab.holiday.variable of ${variableHoliday.days} days`, earned.to);
  lines.push(
    rateLine(variable, rated, variableHoliday.paid, share(variableHoliday.paid, rated.rate, 'half-up'), earned),
  );
}

/** Days of holiday in a year, by the age that is reached in it (AB § 27). */
export function holidayDays(book: RuleBook, birthDate: Day, day: Day): number {
  const age = yearOf(day) - yearOf(birthDate);
  return valueOn(book, 'ab.holiday.days', day).value.findLast(({ from }) => from <= age)?.count ?? 0;
}
