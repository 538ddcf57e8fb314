import { codeOf } from '../engine/codes.ts';
import { isValidIn } from '../facts/fact.ts';
import type { Paid, Problem, ReportInput } from './report.ts';
import type { VoucherAccount } from './terms.ts';

/** One sum of a voucher: an account, the part of the employer that bears it, and the amount; credit is below zero. */
export type VoucherRow = { readonly account: VoucherAccount; readonly unit: string; readonly amount: number };

/** What a run costs and to whom it is owed, by account and unit. Adds up to nothing, or it is no voucher. */
export function voucherOf(paid: readonly Paid[]): readonly VoucherRow[] {
  const sums = new Map<string, VoucherRow>();
  const add = (account: VoucherAccount, unit: string, amount: number) => {
    const key = `${account} ${unit}`;
    sums.set(key, { account, unit, amount: (sums.get(key)?.amount ?? 0) + amount });
  };
  for (const one of paid) {
    const unit = unitOf(one);
    for (const { code, amount } of one.lines) {
      const { account, side } = codeOf(code);
      add(account, side === 'deduction' && account !== 'benefits' ? '' : unit, amount);
      if (side === 'employer') add('employer-payable', '', 0 - amount);
    }
    add('net-payable', '', 0 - Number(one.row.net));
  }
  const rows = [...sums.values()].filter(({ amount }) => amount !== 0);
  return rows.sort((a, b) => (`${a.account} ${a.unit}` < `${b.account} ${b.unit}` ? -1 : 1));
}

function unitOf({ facts, row }: Paid): string {
  const post = facts.findLast((fact) => fact.kind === 'employment' && isValidIn(fact, row.from, row.to));
  return post?.kind === 'employment' ? post.body.unit : '';
}

/** Accounts that have no number in the employer's chart, and a voucher that is out of balance. */
export function voucherProblems(rows: readonly VoucherRow[], { terms }: ReportInput): readonly Problem[] {
  const missing = [...new Set(rows.map(({ account }) => account))].filter((account) => !terms.accounts[account]);
  const balance = rows.reduce((sum, { amount }) => sum + amount, 0);
  return [
    ...(rows.length === 0 ? [{ kind: 'nothing', employee: null, detail: '' } as const] : []),
    ...missing.map((account) => ({ kind: 'account-missing', employee: null, detail: account }) as const),
    ...(balance === 0 ? [] : [{ kind: 'sum-differs', employee: null, detail: String(balance) } as const]),
  ];
}

/** What is debited: what the credits add up to as well. */
export function debitOf(rows: readonly VoucherRow[]): number {
  return rows.reduce((sum, { amount }) => (amount > 0 ? sum + amount : sum), 0);
}
