import { addDays, type Day, monthAround, type Period } from '../engine/day.ts';

/** How far back a late fact or a changed rule is followed. */
const MONTHS_BACK = 12;

const before = new Map<Day, Period>();

/** The month before: variable pay is paid a month after the work. Each is made once: a payslip asks several times. */
export function monthBefore({ from }: Period): Period {
  const known = before.get(from);
  if (known) return known;
  const made = monthAround(addDays(from, -1));
  before.set(from, made);
  return made;
}

const closed = new Map<Day, readonly Period[]>();

/** The first day from which what was due is held against what was paid. */
export function reachBack(month: Period): Day {
  let from = month.from;
  for (let n = 0; n < MONTHS_BACK; n++) from = monthBefore({ from, to: from }).from;
  return from;
}

/** The closed months before a month that the ledger holds, first to last. */
export function closedMonths(month: Period, since: Day): readonly Period[] {
  let months = closed.get(month.from);
  if (!months) {
    months = monthsUpTo(month.from, reachBack(month));
    closed.set(month.from, months);
  }
  return months.filter(({ from }) => from >= since);
}

function monthsUpTo(day: Day, since: Day): readonly Period[] {
  const months: Period[] = [];
  for (let one = monthAround(since); one.from < day; one = monthAround(addDays(one.to, 1))) months.push(one);
  return months;
}
