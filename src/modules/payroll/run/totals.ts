import type { Minor } from '../engine/amount.ts';
import { isRecovered } from '../engine/claim.ts';
import type { LineCode } from '../engine/codes.ts';
import type { Day, Period } from '../engine/day.ts';
import type { Line } from '../engine/line.ts';

/** The sums of a payslip that months are compared by; stored in this order, so new ones come last. */
export const groups = [
  'fixed',
  'variable',
  'once',
  'sick',
  'retro',
  'benefits',
  'tax',
  'insurance',
  'garnishment',
  'deductions',
] as const;
export type Group = (typeof groups)[number];
export type Totals = readonly Minor[];

const groupOf: Readonly<Partial<Record<LineCode, Group>>> = {
  monthly: 'fixed',
  'personal-supplement': 'fixed',
  'experience-increment': 'fixed',
  hourly: 'variable',
  arrears: 'retro',
  advance: 'once',
  'holiday-compensation': 'once',
  'holiday-supplement': 'once',
  'holiday-variable': 'once',
  'holiday-bonus': 'once',
  'sick-deduction': 'sick',
  'sick-pay': 'sick',
  karens: 'sick',
  phone: 'benefits',
  meal: 'benefits',
  car: 'benefits',
  housing: 'benefits',
  'benefits-not-paid': 'benefits',
  tax: 'tax',
  pension: 'insurance',
  unemployment: 'insurance',
  garnishment: 'garnishment',
  'union-fee': 'deductions',
};
const place = Object.fromEntries(groups.map((group, n) => [group, n])) as Record<Group, number>;

/**
 * What is paid for an earlier month than it was due in is retro: fixed pay earned before the month, variable pay earned
 * before the month before it.
 */
export function totalsOf(lines: readonly Line[], month: Period, variableFrom: Day): number[] {
  const sums = groups.map(() => 0);
  for (const line of lines) {
    if (line.code === 'benefits-not-paid' || isRecovered(line)) continue;
    const group = groupOf[line.code] ?? 'variable';
    const due = group === 'variable' ? variableFrom : month.from;
    const at = place[line.earnedFrom < due ? 'retro' : group];
    sums[at] = (sums[at] ?? 0) + line.amount;
  }
  return sums;
}

export function totalOf(totals: Totals, group: Group): Minor {
  return totals[place[group]] ?? 0;
}
