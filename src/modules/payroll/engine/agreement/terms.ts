import { addDays, type Day, daysIn, daysInMonth, type Period } from '../day.ts';

/** Something that holds from a day until the next one of its kind. */
export type Dated = { readonly from: Day };

/** A stretch of the period in which the same terms hold. */
export type Stretch<T> = {
  readonly terms: T;
  readonly period: Period;
  readonly days: number;
  readonly daysInMonth: number;
};

/** What holds on the day: the last one that began by then. The list may be in any order. */
export function heldOn<T extends Dated>(all: readonly T[], day: Day): T | undefined {
  let found: T | undefined;
  for (const one of all) if (one.from <= day && (!found || one.from > found.from)) found = one;
  return found;
}

/** The period cut where the terms change; days before the first terms are left out. */
export function stretches<T extends Dated>(all: readonly T[], period: Period): readonly Stretch<T>[] {
  const first = heldOn(all, period.from);
  if (first && all.length === 1) return [stretch(first, period)];
  const later = all.filter(({ from }) => from > period.from && from <= period.to);
  if (first && later.length === 0) return [stretch(first, period)];
  const starts = (first ? [{ terms: first, from: period.from }] : []).concat(
    later.toSorted((a, b) => (a.from < b.from ? -1 : 1)).map((terms) => ({ terms, from: terms.from })),
  );
  return starts.map(({ terms, from }, n) => {
    const next = starts[n + 1];
    return stretch(terms, { from, to: next ? addDays(next.from, -1) : period.to });
  });
}

function stretch<T>(terms: T, period: Period): Stretch<T> {
  return { terms, period, days: daysIn(period), daysInMonth: daysInMonth(period.from) };
}

/** What is left of a stretch between two days; undefined when nothing is. */
export function within(period: Period, of: Period): Period | undefined {
  const from = period.from > of.from ? period.from : of.from;
  const to = period.to < of.to ? period.to : of.to;
  return from <= to ? { from, to } : undefined;
}
