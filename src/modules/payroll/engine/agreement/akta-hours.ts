import { divide, FINE } from '../amount.ts';
import { addDays, type Day, weekday } from '../day.ts';
import type { AktaHourKind } from './akta-rules.ts';
import type { Hours } from './hours.ts';

/** A shift as it was worked: minutes from midnight of its day; past 1 440 it goes on into the next. */
export type Shift = { readonly on: Day; readonly start: number; readonly end: number };

type SupplementKind = Exclude<AktaHourKind, `overtime-${string}`>;
type Window = {
  readonly kind: SupplementKind;
  readonly from: number;
  readonly to: number;
  readonly on: (day: Day) => boolean;
};

const HOUR = 60;
const DAY = 24 * HOUR;

/**
 * The hours of a shift that give a supplement by AKTA: evening 18-22, night 22-07, Saturday 06-18, Sunday. One hour may
 * give several.
 * @param holyDays church holidays and the eves that count as Sundays
 */
export function aktaHours(shifts: readonly Shift[], holyDays: ReadonlySet<Day>): readonly Hours<SupplementKind>[] {
  const windows: readonly Window[] = [
    { kind: 'evening', from: 18 * HOUR, to: 22 * HOUR, on: () => true },
    { kind: 'night', from: 22 * HOUR, to: DAY, on: () => true },
    { kind: 'night', from: 0, to: 7 * HOUR, on: () => true },
    { kind: 'saturday', from: 6 * HOUR, to: 18 * HOUR, on: (day) => weekday(day) === 6 && !holyDays.has(day) },
    { kind: 'sunday', from: 0, to: DAY, on: (day) => weekday(day) === 7 || holyDays.has(day) },
  ];
  return shifts.flatMap(byDay).flatMap(({ on, start, end }) =>
    windows.flatMap(({ kind, from, to, on: holds }) => {
      const minutes = Math.min(end, to) - Math.max(start, from);
      return minutes > 0 && holds(on) ? [{ kind, on, hours: divide(minutes * FINE, HOUR, 'half-up') }] : [];
    }),
  );
}

/** A shift over midnight as one of each day. */
export function byDay({ on, start, end }: Shift): readonly Shift[] {
  if (end <= DAY) return [{ on, start, end }];
  return [{ on, start, end: DAY }, ...byDay({ on: addDays(on, 1), start: 0, end: end - DAY })];
}
