import { FINE, type Fine } from '../amount.ts';
import { addDays, type Day } from '../day.ts';
import type { AbRules } from './ab-rules.ts';
import type { AktaRules } from './akta-rules.ts';
import type { Hours } from './hours.ts';
import { mondayOf } from './work-week.ts';

/** Hours worked on a day beyond those of the schedule. */
export type Extra = { readonly on: Day; readonly hours: Fine };
export type BeyondKind = 'additional-hours' | 'overtime-simple' | 'overtime-qualified';

const WEEK = [0, 1, 2, 3, 4, 5, 6] as const;
const ofMinutes = (minutes: number): Fine => (minutes * FINE) / 60;

/**
 * Hours beyond the schedule in general working time (AKTA III §§ 13-15): overtime of the day is what passes eight hours,
 * or the longer shift that was planned, at most nine; of what is left, overtime of the week is what passes 38 h 15 min;
 * below both they are additional hours. The first two of the day and the first five of the week are the lower overtime.
 * @param scheduled hours of the schedule on a day; those of an absence count as worked
 */
export function aktaBeyond(
  rulesOn: (day: Day) => AktaRules['beyond'],
  scheduled: (day: Day) => Fine,
  extras: readonly Extra[],
): readonly Hours<BeyondKind>[] {
  const found: Hours<BeyondKind>[] = [];
  const weeks = Map.groupBy(byDay(extras), ({ on }) => mondayOf(on));
  for (const [monday, inWeek] of weeks) {
    let worked = 0;
    for (const day of WEEK) worked += scheduled(addDays(monday, day));
    let overWeek = 0;
    for (const { on, hours } of inWeek) {
      const { week, day, dayMost, daySimple, weekSimple } = rulesOn(on);
      const own = scheduled(on);
      const limit = Math.max(own, Math.min(ofMinutes(dayMost.value), Math.max(ofMinutes(day.value), own)));
      const ofDay = Math.max(0, own + hours - limit);
      const rest = hours - ofDay;
      worked += rest;
      const ofWeek = Math.max(0, Math.min(rest, worked - ofMinutes(week.value)));
      const lower = Math.min(ofWeek, Math.max(0, weekSimple.value * FINE - overWeek));
      overWeek += ofWeek;
      const simple = Math.min(ofDay, daySimple.value * FINE) + lower;
      add(found, 'additional-hours', on, rest - ofWeek);
      add(found, 'overtime-simple', on, simple);
      add(found, 'overtime-qualified', on, ofDay + ofWeek - simple);
    }
  }
  return found;
}

/**
 * Hours beyond the schedule of who works full time (AB 25 § 20): two hours next to the day's shift are simple overtime,
 * the rest and those of a free day qualified.
 */
export function abBeyond(
  rulesOn: (day: Day) => AbRules,
  scheduled: (day: Day) => Fine,
  extras: readonly Extra[],
): readonly Hours<BeyondKind>[] {
  const found: Hours<BeyondKind>[] = [];
  for (const { on, hours } of byDay(extras)) {
    const simple = scheduled(on) > 0 ? Math.min(hours, rulesOn(on).overtimeSimpleHours.value * FINE) : 0;
    add(found, 'overtime-simple', on, simple);
    add(found, 'overtime-qualified', on, hours - simple);
  }
  return found;
}

function add(found: Hours<BeyondKind>[], kind: BeyondKind, on: Day, hours: Fine): void {
  if (hours > 0) found.push({ kind, on, hours });
}

/** One for each day, the first day first. */
function byDay(extras: readonly Extra[]): readonly Extra[] {
  const days = [...Map.groupBy(extras, ({ on }) => on)].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return days.map(([on, all]) => ({ on, hours: all.reduce((sum, { hours }) => sum + hours, 0) }));
}
