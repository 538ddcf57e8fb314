import { addDays, type Day, daysIn, daysInMonth, type Period } from '../day.ts';
import { none } from '../line.ts';

/** Something that holds from a day until the next one of its kind, or until its own last day. */
export type Dated = { readonly from: Day; readonly to?: Day | null | undefined };

/** A stretch of the period in which the same terms hold. */
export type Stretch<T> = {
  readonly terms: T;
  readonly period: Period;
  /** Calendar days that are paid: without those of leave without pay. */
  readonly days: number;
  readonly daysInMonth: number;
};

/** What holds on the day: the last one that began by then, unless it has ended. The list may be in any order. */
export function heldOn<T extends Dated>(all: readonly T[], day: Day): T | undefined {
  let found: T | undefined;
  for (const one of all) if (one.from <= day && (!found || one.from > found.from)) found = one;
  return found?.to && found.to < day ? undefined : found;
}

/**
 * The period cut where the terms change; days before the first terms, after the last and between two are left out.
 * @param away leave without pay, no day twice
 */
export function stretches<T extends Dated>(
  all: readonly T[],
  period: Period,
  away: readonly Period[] = none,
): readonly Stretch<T>[] {
  const [only] = all;
  if (only && all.length === 1 && away.length === 0 && only.from <= period.from && (only.to ?? period.to) >= period.to)
    return [{ terms: only, period, days: daysIn(period), daysInMonth: daysInMonth(period.from) }];
  const first = heldOn(all, period.from);
  const later = all.filter(({ from }) => from > period.from && from <= period.to);
  const starts = (first ? [{ terms: first, from: period.from }] : []).concat(
    later.toSorted((a, b) => (a.from < b.from ? -1 : 1)).map((terms) => ({ terms, from: terms.from })),
  );
  return starts.flatMap(({ terms, from }, n) => {
    const next = starts[n + 1];
    const part = within({ from, to: next ? addDays(next.from, -1) : period.to }, { from, to: terms.to ?? period.to });
    if (!part) return [];
    const days = daysIn(part) - away.reduce((sum, leave) => sum + overlap(leave, part), 0);
    return days > 0 ? [{ terms, period: part, days, daysInMonth: daysInMonth(period.from) }] : [];
  });
}

function overlap(leave: Period, part: Period): number {
  const both = within(leave, part);
  return both ? daysIn(both) : 0;
}

/** What is left of a stretch between two days; undefined when nothing is. */
export function within(period: Period, of: Period): Period | undefined {
  const from = period.from > of.from ? period.from : of.from;
  const to = period.to < of.to ? period.to : of.to;
  return from <= to ? { from, to } : undefined;
}
