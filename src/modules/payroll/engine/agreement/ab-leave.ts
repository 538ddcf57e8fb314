import type { Minor } from '../amount.ts';
import { addDays, type Day, monthAround, type Period, weekday } from '../day.ts';
import { type AbSick, abSickLines } from './ab-sick.ts';
import type { AbOn, AbTerms } from './ab-terms.ts';
import { stretches, within } from './terms.ts';

/** A whole sick leave, with the last one before it, and the days of the week that are worked (Monday is 1). */
export type AbLeave = Period & Pick<AbSick, 'before' | 'karensInYear'> & { readonly worked: ReadonlySet<number> };

/** Monday to Friday. */
export const weekdays: ReadonlySet<number> = new Set([1, 2, 3, 4, 5]);

/** A sick leave as far as it lies in a month: what is left of its qualifying deduction follows from the months before. */
export function abLeave(rulesOn: AbOn, terms: readonly AbTerms[], leave: AbLeave, month: Period): AbSick {
  let karensTaken: Minor = 0;
  for (let one = monthAround(leave.from); one.from < month.from; one = monthAround(addDays(one.to, 1))) {
    const sick = partOf(leave, one, karensTaken);
    for (const stretch of stretches(terms, one))
      for (const { code, amount } of abSickLines(rulesOn, stretch, sick)) if (code === 'karens') karensTaken -= amount;
  }
  return partOf(leave, month, karensTaken);
}

function partOf({ from, to, worked, before, karensInYear }: AbLeave, month: Period, karensTaken: Minor): AbSick {
  const shifts = workedIn(within({ from, to }, month), worked);
  return { from, shifts, schedule: { days: 7, shifts: worked.size }, before, karensInYear, karensTaken };
}

/** The days of a period that are worked in each of its weeks. */
export function workedIn(part: Period | undefined, worked: ReadonlySet<number>): readonly Day[] {
  const days: Day[] = [];
  if (part)
    for (let day = part.from; day <= part.to; day = addDays(day, 1)) if (worked.has(weekday(day))) days.push(day);
  return days;
}
