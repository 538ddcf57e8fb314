import { type Country, codeOf } from '../engine/codes.ts';
import { addDays, monthAround, type Period } from '../engine/day.ts';
import type { Line } from '../engine/line.ts';
import type { RuleBook } from '../engine/rule-book.ts';
import type { Fact } from '../facts/fact.ts';
import { payOfMonth } from './pay-lines.ts';

/** How far back a late fact or a changed rule is followed. */
const MONTHS_BACK = 12;

/** The first day from which what was due is held against what was paid. */
export function reachBack(month: Period): string {
  let from = month.from;
  for (let n = 0; n < MONTHS_BACK; n++) from = monthAround(addDays(from, -1)).from;
  return from;
}

/**
 * What is due by today's facts and each month's own rules, less what the ledger has paid: the pay of the open month, and
 * of each closed month the difference with the days it was earned in. Two pure runs and a subtraction; a month in which
 * nothing has changed gives nothing.
 * @param paid the lines of every payslip of the closed months, and of this month's other runs
 * @param closed the closed months, first to last
 */
export function dueAndUnpaid(
  book: RuleBook,
  country: Country,
  facts: readonly Fact[],
  closed: readonly Period[],
  open: { readonly month: Period; readonly pay: readonly Line[] },
  paid: readonly Line[],
): Line[] {
  const start = closed[0]?.from ?? open.month.from;
  const paidBy = new Map<string, number>();
  for (const line of paid) {
    if (codeOf(line.code).side !== 'pay' || line.earnedFrom < start) continue;
    const key = keyOf(line);
    paidBy.set(key, (paidBy.get(key) ?? 0) + line.amount);
  }
  const due = new Map<string, { sum: number; line: Line; alone: boolean; open: boolean }>();
  const note = (line: Line, isOpen: boolean) => {
    if (line.earnedFrom < start) return;
    const key = keyOf(line);
    const found = due.get(key);
    if (found) Object.assign(found, { sum: found.sum + line.amount, alone: false, open: found.open || isOpen });
    else due.set(key, { sum: line.amount, line, alone: true, open: isOpen });
  };
  for (const month of closed) for (const line of payOfMonth(book, country, facts, month).pay) note(line, false);
  for (const line of open.pay) note(line, true);

  const lines: Line[] = [];
  const partly = new Set<string>();
  for (const [key, { sum, line, open: isOpen }] of due) {
    const before = paidBy.get(key) ?? 0;
    paidBy.delete(key);
    if (isOpen && before === 0) continue; // the open month's own lines are as they are
    partly.add(key);
    if (sum !== before) lines.push(differenceOf(line, sum - before));
  }
  for (const line of open.pay) if (line.earnedFrom < start || !partly.has(keyOf(line))) lines.push(line);
  for (const line of paid) {
    const left = paidBy.get(keyOf(line));
    if (left === undefined || codeOf(line.code).side !== 'pay') continue;
    paidBy.delete(keyOf(line));
    if (left !== 0) lines.push(differenceOf(line, 0 - left));
  }
  return lines;
}

function keyOf(line: Line): string {
  return `${line.code} ${line.earnedFrom.slice(0, 7)}`;
}

function differenceOf(line: Line, amount: number): Line {
  const { from, to } = monthAround(line.earnedFrom);
  return { ...line, quantity: null, unitPrice: null, base: null, rate: null, amount, earnedFrom: from, earnedTo: to };
}
