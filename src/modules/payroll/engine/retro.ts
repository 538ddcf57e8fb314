import { codeOf, rankOf } from './codes.ts';
import { type Day, monthOf, yearOf } from './day.ts';
import { inOrder, type Line, none } from './line.ts';

/**
 * What is owed for closed months: what the same rules give on today's facts, less what the ledger has paid for those
 * days, earlier corrections with it. Lines of pay alone: tax and contributions follow when the difference is paid, by
 * the law of that payment date. Nothing changed gives no lines.
 * @param paid every line of pay that the ledger holds for the days
 * @param now the lines that `aktaLines` or `abLines` give for them on today's facts
 * @param open the open month's own lines: they stay as they are, except where some of it has been paid already
 * @param since the first day that the ledger is held against; what was earned before it is neither owed nor taken back
 */
export function retroLines(
  paid: readonly Line[],
  now: readonly Line[],
  open: readonly Line[] = none,
  since: Day = '',
): Line[] {
  const sums = new Map<number, Sum>();
  add(sums, now, 1, since);
  add(sums, paid, -1, since);
  const owed: Line[] = [];
  for (const line of open) {
    const sum = sums.get(keyOf(line));
    if (sum === undefined) owed.push(line);
    else plus(sum, line, 1);
  }
  for (const { line, amount, quantity } of sums.values())
    if (amount !== 0) owed.push(difference(line, amount, quantity));
  return inOrder(owed);
}

type Sum = { readonly line: Line; amount: number; quantity: number };

function add(sums: Map<number, Sum>, lines: readonly Line[], sign: 1 | -1, since: Day): void {
  for (const line of lines) {
    if (line.earnedFrom < since || codeOf(line.code).side !== 'pay') continue;
    const key = keyOf(line);
    const sum = sums.get(key);
    if (sum) plus(sum, line, sign);
    else sums.set(key, { line, amount: sign * line.amount, quantity: sign * (line.quantity ?? 0) });
  }
}

function plus(sum: Sum, { amount, quantity }: Line, sign: 1 | -1): void {
  sum.amount += sign * amount;
  sum.quantity += sign * (quantity ?? 0);
}

/** One number for a code and the month it was earned in. */
function keyOf({ code, earnedFrom }: Line): number {
  return (yearOf(earnedFrom) * 100 + monthOf(earnedFrom)) * 1000 + rankOf(code);
}

/** The difference of a code in a month, by the rule and parameters that now give it. */
function difference(line: Line, amount: number, quantity: number): Line {
  return {
    code: line.code,
    quantity: quantity === 0 ? null : quantity,
    unitPrice: null,
    base: null,
    rate: null,
    parts: null,
    amount,
    rounding: null,
    limit: null,
    rule: line.rule,
    parameters: line.parameters,
    facts: corrected(line.facts),
    verified: line.verified,
    earnedFrom: line.earnedFrom,
    earnedTo: line.earnedTo,
  };
}

const withLedger = new WeakMap<readonly string[], readonly string[]>();

/** The facts of a correction: those of the line, and what the ledger had paid. Makers share their lists. */
function corrected(facts: readonly string[]): readonly string[] {
  const found = withLedger.get(facts);
  if (found) return found;
  const made = [...facts.filter((fact) => fact !== 'ledger'), 'ledger'];
  withLedger.set(facts, made);
  return made;
}
