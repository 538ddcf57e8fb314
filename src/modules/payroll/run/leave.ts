import { abLeave, weekdays, workedIn } from '../engine/agreement/ab-leave.ts';
import type { AbSick } from '../engine/agreement/ab-sick.ts';
import type { AbOn, AbTerms } from '../engine/agreement/ab-terms.ts';
import type { AktaSick } from '../engine/agreement/akta-sick.ts';
import { within } from '../engine/agreement/terms.ts';
import { addDays, type Day, daysIn, type Period, yearOf } from '../engine/day.ts';
import { daysIn as daysOf, type Fact } from '../facts/fact.ts';
import { lastValid, type Post } from './agreed-terms.ts';

type Absence = Fact<'absence'>;

/** Leave without pay in a period, no day twice. */
export function awayIn(absences: readonly Absence[], period: Period): readonly Period[] {
  const away: Period[] = [];
  const unpaid = absences.filter(({ body }) => body.pay === 'none').toSorted((a, b) => (a.from < b.from ? -1 : 1));
  for (const { from, to } of unpaid) {
    const last = away.at(-1);
    const start = last && from <= last.to ? addDays(last.to, 1) : from;
    const part = within({ from: start, to: to ?? period.to }, period);
    if (part) away.push(part);
  }
  return away;
}

/** Sick leave as the agreements count it, and other leave at two thirds. */
function isSick({ body }: Absence): boolean {
  return body.pay === 'two-thirds' || (body.cause === 'sick' && body.pay === undefined);
}

/** The sick leave of a month by AKTA: its days are counted in each calendar year. */
export function aktaSick({ absences, employments }: Post, month: Period): readonly AktaSick[] {
  const sick = absences.filter(isSick);
  return sick.flatMap((one): AktaSick[] => {
    const yearStart = `${yearOf(month.from)}-01-01`;
    const from = one.from > yearStart ? one.from : yearStart;
    const period = { from, to: one.to ?? month.to };
    if (!within(period, month)) return [];
    let usedThisYear = 0;
    for (const other of sick) if (other.from < one.from) usedThisYear += daysOf(other, yearStart, addDays(from, -1));
    const employed = employments.reduce((first, fact) => (fact.from < first ? fact.from : first), one.from);
    const employedDays = daysIn({ from: employed, to: one.from }) - 1;
    const decided = one.body.pay === 'two-thirds' ? one.body.pay : undefined;
    return [{ period, cause: 'illness', usedThisYear, employedDays, decided }];
  });
}

/**
 * Days of the week with hours in the schedule that holds on a day; Monday to Friday where nobody has said any. Days of
 * holiday stay Monday to Friday: a week of them is five days whatever is worked.
 */
function workedOn({ schedules }: Post, on: Day): ReadonlySet<number> {
  const held = lastValid(schedules, on);
  return held ? new Set(held.body.hours.flatMap((hours, day) => (hours > 0 ? [day + 1] : []))) : weekdays;
}

/** The sick leave of a month by AB: shifts by the schedule when it began. */
export function abSick(rulesOn: AbOn, terms: readonly AbTerms[], post: Post, month: Period): readonly AbSick[] {
  const sick = post.absences.filter(isSick).toSorted((a, b) => (a.from < b.from ? -1 : 1));
  return sick.flatMap((one, n): AbSick[] => {
    const leave = { from: one.from, to: one.to ?? month.to };
    if (!within(leave, month)) return [];
    const last = sick[n - 1];
    const before = last?.to ? { to: last.to, days: daysIn({ from: last.from, to: last.to }) } : undefined;
    const yearBefore = addDays(one.from, -365);
    const karensInYear = sick.filter(({ from }) => from < one.from && from >= yearBefore).length;
    const worked = workedOn(post, one.from);
    return [abLeave(rulesOn, terms, { ...leave, worked, before, karensInYear }, month)];
  });
}

/** Days of holiday taken in a month, Monday to Friday. */
export function holidaysIn(absences: readonly Absence[], month: Period): readonly Day[] {
  const days: Day[] = [];
  for (const { body, from, to } of absences) {
    const part = body.cause === 'holiday' && body.pay !== 'none' && within({ from, to: to ?? month.to }, month);
    if (part) days.push(...workedIn(part, weekdays));
  }
  return days;
}
