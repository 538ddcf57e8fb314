import type { Fine } from '../amount.ts';
import { addDays, type Day, weekday } from '../day.ts';
import type { Shift } from './akta-hours.ts';

/** Minutes from midnight: when a stretch of work begins and ends; past 1 440 it goes on into the next day. */
export type Stint = readonly [start: number, end: number];

/** A week of work, the same every week, Monday first; `stints` where somebody has said at what time of the day. */
export type WorkWeek = {
  readonly hours: readonly Fine[];
  readonly stints?: readonly (readonly Stint[])[] | undefined;
};

/** Hours by the schedule on a day. */
export function hoursOn({ hours }: WorkWeek, day: Day): Fine {
  return hours[weekday(day) - 1] ?? 0;
}

/** The shifts that begin on a day; none where only hours are known. */
export function shiftsOn({ stints }: WorkWeek, day: Day): readonly Shift[] {
  return (stints?.[weekday(day) - 1] ?? []).map(([start, end]) => ({ on: day, start, end }));
}

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}
