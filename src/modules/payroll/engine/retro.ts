import type { LineCode } from './codes.ts';
import { codeOf } from './codes.ts';
import { inOrder, type Line } from './line.ts';

/**
 * What is owed for closed months: what the same rules give on today's facts, less what the ledger has paid for those
 * days, earlier corrections with it. Lines of pay alone: tax and contributions follow when the difference is paid, by
 * the law of that payment date. Nothing changed gives no lines.
 * @param paid every line of pay that the ledger holds for the days
 * @param now the lines that `aktaLines` or `abLines` give for them on today's facts
 */
export function retroLines(paid: readonly Line[], now: readonly Line[]): Line[] {
  const sums = new Map<string, { readonly line: Line; amount: number; quantity: number }>();
  const add = (lines: readonly Line[], sign: 1 | -1) => {
    for (const line of lines) {
      if (codeOf(line.code).side !== 'pay') continue;
      const key = `${line.code} ${line.earnedFrom.slice(0, 7)}`;
      const sum = sums.get(key);
      if (!sum) sums.set(key, { line, amount: sign * line.amount, quantity: sign * (line.quantity ?? 0) });
      else {
        sum.amount += sign * line.amount;
        sum.quantity += sign * (line.quantity ?? 0);
      }
    }
  };
  add(now, 1);
  add(paid, -1);
  const owed: Line[] = [];
  for (const { line, amount, quantity } of sums.values())
    if (amount !== 0) owed.push(difference(line, amount, quantity));
  return inOrder(owed);
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
    facts: corrected(line.code, line.facts),
    verified: line.verified,
    earnedFrom: line.earnedFrom,
    earnedTo: line.earnedTo,
  };
}

const withLedger = new Map<LineCode, readonly string[]>();

/** The facts of a correction: those of the line, and what the ledger had paid. */
function corrected(code: LineCode, facts: readonly string[]): readonly string[] {
  const found = withLedger.get(code);
  if (found) return found;
  const made = [...facts.filter((fact) => fact !== 'ledger'), 'ledger'];
  withLedger.set(code, made);
  return made;
}
