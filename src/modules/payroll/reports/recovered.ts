import { divide, type Minor } from '../engine/amount.ts';
import { type Claim, isRecovered } from '../engine/claim.ts';
import { codeOf } from '../engine/codes.ts';
import type { Day } from '../engine/day.ts';
import type { Line } from '../engine/line.ts';
import { grossByCode } from '../engine/overpaid.ts';
import { sharedOut } from '../facts/accounting.ts';
import type { Fact } from '../facts/fact.ts';
import type { PayslipView } from '../read-pay.ts';
import type { PayslipRow } from '../store/payslips.ts';

/** A part of a claim that one payslip books as paid back; `before` is what earlier ones have. */
export type PaidBack = { readonly claim: Claim; readonly on: Day; readonly before: Minor; readonly amount: Minor };

/** Claims on what a payment was too much, once the ledger has them. */
export function claimsOn(row: PayslipRow, facts: readonly Fact[], all: readonly PayslipView[]): readonly Claim[] {
  return facts.flatMap((fact) =>
    fact.kind === 'recovery' && fact.body.run === row.run && all.some(({ lines }) => lines.some(isClaim(fact.body)))
      ? [fact.body]
      : [],
  );
}

/** What a payslip books as paid back of claims, on the day that it was. */
export function paidBackIn(row: PayslipRow, facts: readonly Fact[], all: readonly PayslipView[]): readonly PaidBack[] {
  return facts.flatMap((fact) => {
    if (fact.kind !== 'recovery') return [];
    const claim = fact.body;
    const earlier = all.filter((view) => view.row.paymentDate < row.paymentDate);
    let before = repaidOf(claim, earlier);
    const lines = all.find((view) => view.row.run === row.run)?.lines ?? [];
    return lines.filter(isRepayment(claim)).flatMap((line): PaidBack[] => {
      const amount = 0 - line.amount;
      if (amount === 0) return [];
      const one = { claim, before, amount, on: line.facts.includes('pay') ? row.paymentDate : dayOf(facts, row, line) };
      before += amount;
      return [one];
    });
  });
}

/** What payslips have booked as paid back of a claim. */
export function repaidOf(claim: Pick<Claim, 'month'>, views: readonly Pick<PayslipView, 'lines'>[]): Minor {
  return (
    0 - views.flatMap(({ lines }) => lines.filter(isRepayment(claim))).reduce((sum, { amount }) => sum + amount, 0)
  );
}

/** Whether a line books the claim itself. */
export function isClaim({ month }: Pick<Claim, 'month'>): (line: Line) => boolean {
  return ({ code, earnedFrom }) => code === 'repayment-claim' && earnedFrom === month.from;
}

function isRepayment({ month }: Pick<Claim, 'month'>): (line: Line) => boolean {
  return ({ code, earnedFrom }) => code === 'repayment' && earnedFrom === month.from;
}

/** When somebody paid it in. */
function dayOf(facts: readonly Fact[], row: PayslipRow, { amount, earnedFrom }: Line): Day {
  for (const fact of facts)
    if (fact.kind === 'repayment' && fact.body.way === 'own' && fact.from === row.from)
      if (fact.body.month.from === earnedFrom && fact.body.total === 0 - amount) return fact.body.on;
  return row.paymentDate;
}

/** A part of what is paid back, as the Incomes Register has it: gross by code, with the withheld tax that comes back. */
export type RecoveredPart = { readonly code: number; readonly amount: Minor; readonly withheld: Minor };

/** Of a claim, what each of the register's codes has; what was owed instead is taken off. */
export function registerParts(claim: Claim): readonly RecoveredPart[] {
  const sums = new Map<number, Minor>();
  for (const [code, amount] of grossByCode(claim)) {
    const register = codeOf(code).incomesRegister?.code;
    if (register !== undefined) sums.set(register, (sums.get(register) ?? 0) + amount);
  }
  const parts = [...sums].filter(([, amount]) => amount !== 0);
  const weights = parts.map(([, amount]) => ({ dimensions: [], share: Math.max(0, amount) }));
  const taxes = sharedOut(claim.tax, weights);
  return parts.map(([code, amount], n) => ({ code, amount, withheld: taxes[n] ?? 0 }));
}

/** The same of what is paid back at once: all parts of a claim add up to it, to the cent. */
export function recoveredParts({ claim, before, amount }: PaidBack): readonly RecoveredPart[] {
  const part = (of: Minor) => partUntil(of, before + amount, claim.net) - partUntil(of, before, claim.net);
  return registerParts(claim).map((one) => ({ ...one, amount: part(one.amount), withheld: part(one.withheld) }));
}

function partUntil(of: Minor, repaid: Minor, net: Minor): Minor {
  return divide(of * repaid, net, 'half-up');
}

/** Lines of a payment that are of the payment itself. */
export function ownLines(lines: readonly Line[]): readonly Line[] {
  return lines.filter((line) => !isRecovered(line));
}
