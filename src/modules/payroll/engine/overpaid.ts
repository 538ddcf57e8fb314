import type { Minor } from './amount.ts';
import type { Claim } from './claim.ts';
import { codeOf, type LineCode } from './codes.ts';
import { inOrder, type Line, sumOf } from './line.ts';
import { calculatePayslip, type Engine } from './payslip.ts';
import type { Payslip, PayslipInput } from './payslip-input.ts';

/**
 * What a payment was too much, by the law of its own day: the payslip as it was made, and as it should have been.
 * @param asPaid what the payment was made of, without garnishment and voluntary deductions
 * @param correction what is due less what was paid of it, line by line (`retroLines`)
 * @returns undefined when nothing was overpaid
 */
export function claimOf(engine: Engine, asPaid: PayslipInput, correction: readonly Line[]): Claim | undefined {
  const gross = 0 - sumOf(correction);
  if (gross <= 0) return undefined;
  const paid = calculatePayslip(engine, asPaid);
  const due = calculatePayslip(engine, { ...asPaid, pay: inOrder([...asPaid.pay, ...correction]) });
  const isNet = asPaid.country === 'AX';
  const back = (code: LineCode) => (isNet ? amountOf(due, code) - amountOf(paid, code) : 0);
  const [tax, pension, unemployment] = [back('tax'), back('pension'), back('unemployment')];
  const net = gross - tax - pension - unemployment;
  if (net <= 0 || net > gross) return undefined;
  return {
    ...{ paymentDate: asPaid.paymentDate, month: asPaid.earned, tax, pension, unemployment, net },
    pay: correction.map(({ code, amount, earnedFrom: from, earnedTo: to }) => ({ code, amount, from, to })),
    employer: employerOf(paid, due),
  };
}

function amountOf({ lines }: Payslip, code: LineCode): Minor {
  return lines.reduce((sum, line) => (line.code === code ? sum + line.amount : sum), 0);
}

function employerOf(paid: Payslip, due: Payslip): Claim['employer'] {
  const sums = new Map<LineCode, Minor>();
  for (const { code, amount } of due.employer) sums.set(code, (sums.get(code) ?? 0) + amount);
  for (const { code, amount } of paid.employer) sums.set(code, (sums.get(code) ?? 0) - amount);
  return [...sums].flatMap(([code, amount]) => (amount === 0 ? [] : [{ code, amount }]));
}

/** The gross that a claim takes back. */
export function grossOf({ pay }: Claim): Minor {
  return 0 - pay.reduce((sum, { amount }) => sum + amount, 0);
}

/** Of a claim's gross, what each code of pay has, after what was owed instead. */
export function grossByCode({ pay }: Claim): ReadonlyMap<LineCode, Minor> {
  const sums = new Map<LineCode, Minor>();
  for (const { code, amount } of pay) if (codeOf(code).side === 'pay') sums.set(code, (sums.get(code) ?? 0) - amount);
  return sums;
}
