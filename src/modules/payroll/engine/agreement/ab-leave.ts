import type { Minor } from '../amount.ts';
import { addDays, type Day, monthAround, type Period, weekday } from '../day.ts';
import { type AbSick, abSickLines } from './ab-sick.ts';
import type { AbOn, AbTerms } from './ab-terms.ts';
import { stretches, within } from './terms.ts';

/** A whole sick leave, with the last one before it. */
export type AbLeave = Period & Pick<AbSick, 'before' | 'karensInYear'>;

const schedule = { days: 7, shifts: 5 };

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

function partOf({ from, to, before, karensInYear }: AbLeave, month: Period, karensTaken: Minor): AbSick {
  return { from, shifts: weekdaysIn(within({ from, to }, month)), schedule, before, karensInYear, karensTaken };
}

/** Monday to Friday. */
export function weekdaysIn(part: Period | undefined): readonly Day[] {
  const days: Day[] = [];
  if (part) for (let day = part.from; day <= part.to; day = addDays(day, 1)) if (weekday(day) <= 5) days.push(day);
  return days;
}
