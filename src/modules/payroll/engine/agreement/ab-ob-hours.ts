import { divide, FINE } from '../amount.ts';
import { type Day, weekday } from '../day.ts';
import type { ObKind } from './ab-rules.ts';
import { byDay, type Shift } from './akta-hours.ts';
import type { Hours } from './hours.ts';

const HOUR = 60;
const DAY = 24 * HOUR;
type Window = { readonly kind: ObKind; readonly from: number; readonly to: number; readonly on: readonly number[] };

/**
 * When inconvenient hours are (AB 25 § 21, as a payroll office prints them): the weekend from Friday 19 to Monday 07, dearer
 * 22-06 in the nights to Saturday and Sunday; other evenings 19-22; other nights 22-06. A minute is in one of them only.
 */
const windows: readonly Window[] = [
  { kind: 'ob-d', from: 19 * HOUR, to: 22 * HOUR, on: [1, 2, 3, 4] },
  { kind: 'ob-c', from: 22 * HOUR, to: DAY, on: [1, 2, 3, 4] },
  { kind: 'ob-c', from: 0, to: 6 * HOUR, on: [2, 3, 4, 5] },
  { kind: 'ob-b', from: 19 * HOUR, to: 22 * HOUR, on: [5] },
  { kind: 'ob-b-night', from: 22 * HOUR, to: DAY, on: [5, 6] },
  { kind: 'ob-b-night', from: 0, to: 6 * HOUR, on: [6, 7] },
  { kind: 'ob-b', from: 6 * HOUR, to: 22 * HOUR, on: [6] },
  { kind: 'ob-b', from: 6 * HOUR, to: DAY, on: [7] },
  { kind: 'ob-b', from: 0, to: 7 * HOUR, on: [1] },
];

/**
 * The inconvenient hours of a month's shifts, summed by kind and rounded up to whole and half hours.
 * Holidays and the days beside them are not in it: where major holidays begin the sources do not say.
 */
export function abObHours(shifts: readonly Shift[]): readonly Hours<ObKind>[] {
  const found = new Map<ObKind, { minutes: number; from: Day; to: Day }>();
  for (const { on, start, end } of shifts.flatMap(byDay)) {
    for (const { kind, from, to, on: days } of windows) {
      const minutes = days.includes(weekday(on)) ? Math.min(end, to) - Math.max(start, from) : 0;
      if (minutes <= 0) continue;
      const sum = found.get(kind) ?? { minutes: 0, from: on, to: on };
      sum.minutes += minutes;
      if (on < sum.from) sum.from = on;
      if (on > sum.to) sum.to = on;
      found.set(kind, sum);
    }
  }
  return [...found].map(([kind, { minutes, from, to }]) => ({
    ...{ kind, on: from, to },
    hours: divide(Math.ceil(minutes / 30) * FINE, 2, 'half-up'),
  }));
}
