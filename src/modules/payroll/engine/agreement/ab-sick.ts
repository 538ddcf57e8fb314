import type { Fraction } from '../../../../kernel/money.ts';
import { FINE, type Fine, lowestTerms, type Minor, type Rate, timesOver, WHOLE } from '../amount.ts';
import { type Day, daysIn, daysInMonth, type Period } from '../day.ts';
import { type Line, type Maker, none, priceLine } from '../line.ts';
import type { AbRules } from './ab-rules.ts';
import { type AbOn, type AbTerms, fixedPay } from './ab-terms.ts';
import type { Stretch } from './terms.ts';

/** A sick leave as far as it lies in the month (AB 25 § 28). */
export type AbSick = {
  /** Its first day, also when that was in an earlier month. */
  readonly from: Day;
  /** Shifts missed in the month, each on its day. */
  readonly shifts: readonly Day[];
  /** Calendar days of the schedule and shifts in them: 7 and 5 for Monday to Friday. */
  readonly schedule: { readonly days: number; readonly shifts: number };
  /** The last leave before this one: within five days they are one. */
  readonly before?: { readonly to: Day; readonly days: number } | undefined;
  /** Qualifying deductions in the twelve months before. */
  readonly karensInYear: number;
  /** Of this leave's qualifying deduction, what earlier months have taken. */
  readonly karensTaken: Minor;
};

const deduction: Maker = { code: 'sick-deduction', rule: 'AB-SICK-PAY', rounding: 'half-up', facts: ['terms', 'sick'] };
const sickPay: Maker = { code: 'sick-pay', rule: 'AB-SICK-PAY', rounding: 'half-up', facts: ['terms', 'sick'] };
const karens: Maker = { code: 'karens', rule: 'AB-SICK-PAY', rounding: 'half-up', facts: ['terms', 'sick'] };

/** Pay of the missed shifts off, 80 % of it for the first fourteen days, and the qualifying deduction once. */
export function abSickLines(rulesOn: AbOn, { terms, period }: Stretch<AbTerms>, sick: AbSick): readonly Line[] {
  const shifts = sick.shifts.filter((on) => on >= period.from && on <= period.to);
  const at = daysOf(shifts);
  if (at === undefined || terms.hourPrice !== null) return none;
  const rules = rulesOn(at.from);
  const { pay, karens: karensShare, days: paidDays, mostKarens, paidBy, karensBy } = rules.sick;
  const relapse = isRelapse(rules, sick);
  const lastPaid = paidDays.value - (relapse && sick.before ? sick.before.days : 0);
  const paid = shifts.filter((on) => daysIn({ from: sick.from, to: on }) <= lastPaid).length;

  // A shift is a month's pay by its calendar days, times calendar days by shifts of the schedule.
  const { schedule } = sick;
  const monthly = fixedPay(terms) * terms.partTime;
  const days = WHOLE * daysInMonth(at.from);
  const ofShifts = (count: number, { numerator, denominator }: Fraction) =>
    timesOver(monthly, count * schedule.days * numerator, days * schedule.shifts * denominator, 'half-up');
  const off = 0 - ofShifts(shifts.length, inFull);
  const lines = [priceLine(deduction, null, shifts.length * FINE, null, fixedPay(terms), off, at)];
  if (paid === 0) return lines;
  const amount = ofShifts(paid, pay);
  lines.push(priceLine(sickPay, paidBy, paid * FINE, null, ofShifts(paid, inFull), amount, at));

  if (relapse || sick.karensInYear >= mostKarens.value) return lines;
  const ofWeek = ({ numerator, denominator }: Fraction) =>
    timesOver(monthly, 7 * numerator, days * denominator, 'half-up');
  const due = ofWeek(shareOf(pay, karensShare)) - sick.karensTaken;
  const taken = Math.min(Math.max(0, due), amount);
  if (taken === 0) return lines;
  const line = priceLine(karens, karensBy, null, null, ofWeek(pay), 0 - taken, at);
  lines.push(taken < due ? { ...line, limit: 'sick-pay' } : line);
  return lines;
}

const inFull: Fraction = { numerator: 1, denominator: 1 };

function shareOf(whole: Fraction, part: Fraction): Fraction {
  return { numerator: whole.numerator * part.numerator, denominator: whole.denominator * part.denominator };
}

/** From the first day to the last, in whatever order they came. */
function daysOf(days: readonly Day[]): Period | undefined {
  let [from, to] = [days[0], days[0]];
  if (from === undefined || to === undefined) return undefined;
  for (const day of days) {
    if (day < from) from = day;
    if (day > to) to = day;
  }
  return { from, to };
}

/** Whether the leave goes on from one that ended so few days before that they count as one. */
function isRelapse({ sick }: AbRules, { from, before }: AbSick): boolean {
  return before !== undefined && daysIn({ from: before.to, to: from }) - 2 < sick.relapse.value;
}

/** For who is paid by the hour or works uneven weeks: the qualifying deduction is a share of an average week's sick pay. */
export function karensOfWeek(weeklyHours: Fine, hourPrice: Minor, payRate: Rate, karensRate: Rate) {
  const ofWeek = ({ numerator, denominator }: Fraction) =>
    timesOver(weeklyHours * hourPrice, numerator, FINE * denominator, 'half-up');
  const pay = lowestTerms(payRate);
  return { weeklySickPay: ofWeek(pay), karens: ofWeek(shareOf(pay, lowestTerms(karensRate))) };
}
