import { round } from '../../../../kernel/money.ts';
import { divide, FINE, type Fine, type Minor, type Rate, WHOLE } from '../amount.ts';
import { type Day, daysIn, daysInMonth, type Period } from '../day.ts';
import { type Line, type Maker, priceLine } from '../line.ts';
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
  const shifts = sick.shifts.filter((on) => on >= period.from && on <= period.to).toSorted();
  const [first, last] = [shifts[0], shifts.at(-1)];
  if (first === undefined || last === undefined || terms.hourPrice !== null) return [];
  const rules = rulesOn(first);
  const { sick: params } = rules;
  const relapse = isRelapse(rules, sick);
  const countedBefore = relapse && sick.before ? sick.before.days : 0;
  const paid = shifts.filter((on) => countedBefore + daysIn({ from: sick.from, to: on }) <= params.days.value).length;
  const at: Period = { from: first, to: last };

  // A shift is a month's pay by its calendar days, times calendar days by shifts of the schedule.
  const { schedule } = sick;
  const monthly = fixedPay(terms) * terms.partTime;
  const days = daysInMonth(first);
  const ofShifts = (count: number, rate: number) =>
    exact([monthly, count * schedule.days, rate], [WHOLE, schedule.shifts * days, WHOLE]);
  const off = priceLine(deduction, null, shifts.length * FINE, null, null, 0 - ofShifts(shifts.length, WHOLE), at);
  const lines: Line[] = [{ ...off, base: fixedPay(terms) }];
  if (paid === 0) return lines;
  const amount = ofShifts(paid, params.pay.value);
  lines.push(priceLine(sickPay, params.paidBy, paid * FINE, null, ofShifts(paid, WHOLE), amount, at));

  if (relapse || sick.karensInYear >= params.mostKarens.value) return lines;
  const week = exact([monthly, 7, params.pay.value], [WHOLE, days, WHOLE]);
  const due =
    exact([monthly, 7 * params.pay.value, params.karens.value], [WHOLE, WHOLE, WHOLE * days]) - sick.karensTaken;
  const taken = Math.min(Math.max(0, due), amount);
  if (taken === 0) return lines;
  const line = priceLine(karens, params.karensBy, null, null, week, 0 - taken, at);
  lines.push(taken < due ? { ...line, limit: 'sick-pay' } : line);
  return lines;
}

/** Whether the leave goes on from one that ended so few days before that they count as one. */
function isRelapse({ sick }: AbRules, { from, before }: AbSick): boolean {
  return before !== undefined && daysIn({ from: before.to, to: from }) - 2 < sick.relapse.value;
}

/** A product over a product, rounded once half up. What is in both is taken away first: mostly plain numbers are left. */
function exact(factors: readonly number[], over: readonly number[]): Minor {
  let [top, bottom] = [1, 1];
  for (let n = 0; n < factors.length || n < over.length; n++) {
    let [a, b] = [factors[n] ?? 1, over[n] ?? 1];
    while (a % 100 === 0 && b % 100 === 0 && a !== 0) {
      a /= 100;
      b /= 100;
    }
    top *= a;
    bottom *= b;
  }
  if (Number.isSafeInteger(top) && Number.isSafeInteger(bottom)) return divide(top, bottom, 'half-up');
  const times = (all: readonly number[]) => all.reduce((sum, one) => sum * BigInt(one), 1n);
  return Number(round(times(factors), times(over), 'half-up'));
}

/** For who is paid by the hour or works uneven weeks: the qualifying deduction is a share of an average week's sick pay. */
export function karensOfWeek(weeklyHours: Fine, hourPrice: Minor, payRate: Rate, karensRate: Rate) {
  return {
    weeklySickPay: exact([weeklyHours, hourPrice, payRate], [FINE, WHOLE]),
    karens: exact([weeklyHours, hourPrice, payRate, karensRate], [FINE, WHOLE, WHOLE]),
  };
}
