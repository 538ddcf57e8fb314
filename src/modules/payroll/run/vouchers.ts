import { createHash } from 'node:crypto';
import { codeOf } from '../engine/codes.ts';
import type { PayslipRow, Projection } from '../store/payslips.ts';
import { numbersOf, type Shapes, unpackLines } from './packed-lines.ts';

/** Sums of a run by account: what was earned and what it cost on one side, to whom it is owed on the other. */
type Voucher = ReadonlyMap<string, number>;

function voucherOf(payslips: readonly PayslipRow[], shapes: Shapes): Voucher {
  const sums = new Map<string, number>();
  const add = (account: string, amount: number) => sums.set(account, (sums.get(account) ?? 0) + amount);
  for (const payslip of payslips) {
    for (const line of unpackLines(shapes, numbersOf(payslip.lines), { from: payslip.from, to: payslip.to })) {
      const { account, side } = codeOf(line.code);
      add(account, line.amount);
      if (side === 'employer') add('employer-payable', 0 - line.amount);
    }
    add('net-payable', 0 - Number(payslip.net));
  }
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Payments, voucher and register data of a run by their hashes: from the same ledger always the same. */
export function projectionsOf(payslips: readonly PayslipRow[], shapes: Shapes): readonly Projection[] {
  const voucher = voucherOf(payslips, shapes);
  const balance = [...voucher.values()].reduce((sum, amount) => sum + amount, 0);
  if (balance !== 0) throw new Error(`the voucher is out of balance by ${balance}`);
  const paid = payslips.filter(({ net }) => Number(net) > 0);
  const net = paid.reduce((sum, payslip) => sum + Number(payslip.net), 0);
  const gross = payslips.reduce((sum, payslip) => sum + Number(payslip.gross), 0);
  return [
    {
      kind: 'payments',
      rows: paid.length,
      total: net,
      sha256: hashOf(paid.map((one) => `${one.employee} ${one.net}`)),
    },
    { kind: 'voucher', rows: voucher.size, total: 0, sha256: hashOf([...voucher].map((row) => row.join(' '))) },
    {
      kind: 'register',
      rows: payslips.length,
      total: gross,
      sha256: hashOf(payslips.map((one) => `${one.employee} ${one.paymentDate} ${one.lines}`)),
    },
  ];
}

function hashOf(rows: readonly string[]): string {
  return createHash('sha256').update(rows.join('\n')).digest('hex');
}
