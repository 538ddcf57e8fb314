import { closedDays } from '../../../kernel/calendar/holidays.ts';
import { abObHours } from '../engine/agreement/ab-ob-hours.ts';
import type { AbHourKind } from '../engine/agreement/ab-rules.ts';
import type { AbTerms } from '../engine/agreement/ab-terms.ts';
import { aktaHours, type Shift } from '../engine/agreement/akta-hours.ts';
import type { AktaScheduledKind } from '../engine/agreement/akta-lines.ts';
import type { AktaSystem } from '../engine/agreement/akta-rules.ts';
import { isPaidInFull } from '../engine/agreement/akta-sick.ts';
import type { AktaTerms } from '../engine/agreement/akta-terms.ts';
import { abBeyond, aktaBeyond, type Extra } from '../engine/agreement/beyond-schedule.ts';
import type { Hours } from '../engine/agreement/hours.ts';
import { heldOn, within } from '../engine/agreement/terms.ts';
import { hoursOn, shiftsOn } from '../engine/agreement/work-week.ts';
import { WHOLE } from '../engine/amount.ts';
import type { Country } from '../engine/codes.ts';
import { addDays, type Day, type Period, yearOf } from '../engine/day.ts';
import type { Engine } from '../engine/payslip.ts';
import { type Fact, isValidIn } from '../facts/fact.ts';
import { lastValid, type Post } from './agreed-terms.ts';
import { aktaSick } from './leave.ts';

/** What the schedule gives no answer to: named, not paid, and reported by hand where it is to be paid. */
export type Unanswered = {
  readonly kind: 'schedule-unanswered';
  readonly seq: number;
  readonly code: 'night' | 'holy-day' | 'beyond' | 'no-schedule';
};

type FromSchedule<K extends string> = {
  readonly hours: readonly Hours<K>[];
  readonly unanswered: readonly Unanswered[];
};

/** Work that goes on when others are free. */
const roundTheClock: ReadonlySet<AktaSystem> = new Set<AktaSystem>(['period', 'three-shift']);
const supplements: ReadonlySet<string> = new Set([
  ...['evening', 'night', 'saturday', 'sunday'],
  ...['ob-a', 'ob-a-night', 'ob-b', 'ob-b-night', 'ob-c', 'ob-d'],
]);

/**
 * What the schedule gives on Åland for a month of work: evening, night, Saturday and Sunday of its shifts, unless such
 * hours were reported, and what approved hours beyond it are. Of sick leave in full pay the Sunday work is in the pay.
 */
export function aktaScheduled(
  engine: Engine,
  post: Post,
  terms: readonly AktaTerms[],
  worked: Period,
): FromSchedule<AktaScheduledKind> {
  const holy = closedAround('AX', worked);
  const shifts: Shift[] = [];
  const whileSick: Shift[] = [];
  const sick = aktaSick(post, worked);
  for (const { day, schedule } of isReported(post, worked) ? [] : scheduledDays(post, worked)) {
    const system = heldOn(terms, day)?.system;
    if (system === undefined || (holy.has(day) && !roundTheClock.has(system))) continue;
    if (isWorkedOn(post, day)) shifts.push(...shiftsOn(schedule.body, day));
    else if (sick.some((one) => isPaidInFull(engine.akta(day).rules, one, day)))
      whileSick.push(...shiftsOn(schedule.body, day));
  }
  const isPeriod = (day: Day) => heldOn(terms, day)?.system === 'period';
  const made = aktaHours(shifts, holy);
  const night = made.find(({ kind, on }) => kind === 'night' && !isPeriod(on));
  const unanswered: Unanswered[] = night ? [noAnswer(scheduleOn(post, night.on), 'night')] : [];
  const hours: Hours<AktaScheduledKind>[] = [
    ...made.filter(({ kind, on }) => kind !== 'night' || isPeriod(on)),
    ...aktaHours(whileSick, holy).filter(({ kind }) => kind === 'sunday'),
  ];

  const { extras, left } = extrasOf(post, worked, (day) => heldOn(terms, day)?.system === 'general');
  const scheduled = (day: Day) => (holy.has(day) ? 0 : scheduledHours(post, day));
  const beyond = aktaBeyond((day) => engine.akta(day).rules.beyond, scheduled, extras);
  hours.push(...beyond.filter(({ on }) => on >= worked.from && on <= worked.to));
  return { hours, unanswered: [...unanswered, ...left] };
}

/** The same in Sweden: inconvenient hours of the shifts, away from holidays, and overtime of who works full time. */
export function abScheduled(
  engine: Engine,
  post: Post,
  terms: readonly AbTerms[],
  worked: Period,
): FromSchedule<AbHourKind> {
  const closed = closedAround('SE', worked);
  const unanswered: Unanswered[] = [];
  const shifts: Shift[] = [];
  for (const { day, schedule } of isReported(post, worked) ? [] : scheduledDays(post, worked)) {
    const own = heldOn(terms, day) && isWorkedOn(post, day) ? shiftsOn(schedule.body, day) : [];
    const isNear = [-1, 0, 1].some((away) => closed.has(addDays(day, away)));
    if (!isNear) shifts.push(...own);
    else if (abObHours(own).length > 0) unanswered.push(noAnswer(schedule, 'holy-day'));
  }
  const { extras, left } = extrasOf(post, worked, (day) => heldOn(terms, day)?.partTime === WHOLE);
  const beyond = abBeyond(engine.ab, (day) => scheduledHours(post, day), extras) as Hours<AbHourKind>[]; // full time has no additional hours
  const inMonth = beyond.filter(({ on }) => on >= worked.from && on <= worked.to);
  return { hours: [...abObHours(shifts), ...inMonth], unanswered: [...unanswered, ...left] };
}

/** Holidays of a month's weeks, also where they lie in two years. */
function closedAround(country: Country, { from, to }: Period): ReadonlySet<Day> {
  const years = new Set([yearOf(addDays(from, -7)), yearOf(addDays(to, 7))]);
  return new Set([...years].flatMap((year) => [...closedDays(country, year)]));
}

function noAnswer(fact: Fact | undefined, code: Unanswered['code']): Unanswered {
  return { kind: 'schedule-unanswered', seq: fact?.seq ?? 0, code };
}

function isReported({ times }: Post, worked: Period): boolean {
  return times.some(
    ({ body, from, to }) => supplements.has(body.code) && isValidIn({ from, to: to ?? from }, worked.from, worked.to),
  );
}

function scheduleOn({ schedules }: Post, day: Day): Fact<'schedule'> | undefined {
  return lastValid(schedules, day);
}

function scheduledHours(post: Post, day: Day) {
  const schedule = scheduleOn(post, day);
  return schedule ? hoursOn(schedule.body, day) : 0;
}

/** The days of a month on which a schedule with times of the day has work. */
function scheduledDays(post: Post, worked: Period): { readonly day: Day; readonly schedule: Fact<'schedule'> }[] {
  const days: { readonly day: Day; readonly schedule: Fact<'schedule'> }[] = [];
  if (!post.schedules.some(({ body }) => body.stints)) return days;
  for (let day = worked.from; day <= worked.to; day = addDays(day, 1)) {
    const schedule = scheduleOn(post, day);
    if (schedule && shiftsOn(schedule.body, day).length > 0) days.push({ day, schedule });
  }
  return days;
}

function isWorkedOn({ absences }: Post, day: Day): boolean {
  return !absences.some((one) => isValidIn(one, day, day));
}

/** Approved hours beyond the schedule, each on its day, with those of the same weeks; and those that nothing answers. */
function extrasOf({ times, schedules }: Post, worked: Period, isAnswered: (day: Day) => boolean) {
  const around = { from: addDays(worked.from, -6), to: addDays(worked.to, 6) };
  const extras: Extra[] = [];
  const left: Unanswered[] = [];
  for (const time of times) {
    const { body, from, to } = time;
    if (!isBeyond(body) || !body.approved || !within({ from, to: from }, around)) continue;
    const isPlain = (to ?? from) === from && schedules.some((one) => isValidIn(one, from, from));
    if (isPlain && isAnswered(from)) extras.push({ on: from, hours: body.quantity });
    else if (from >= worked.from && from <= worked.to) left.push(noAnswer(time, isPlain ? 'beyond' : 'no-schedule'));
  }
  return { extras, left };
}

/** Hours beyond the schedule without a price of their own: what they are is for the schedule to say. */
export function isBeyond({ code, unitPrice }: Fact<'time'>['body']): boolean {
  return code === 'additional-hours' && unitPrice === undefined;
}
