import { codeOf } from '../engine/codes.ts';
import { sharedOut } from '../facts/accounting.ts';
import { bearersOf } from './bearers.ts';
import type { Paid, Problem, ReportInput } from './report.ts';
import type { VoucherAccount } from './terms.ts';

/**
 * One sum of a voucher: an account, the amount (credit is below zero), and who bears it: cost centre, activity, project, as
 * far as it is said. What is owed is borne by nobody.
 */
export type VoucherRow = {
  readonly account: VoucherAccount;
  readonly objects: readonly string[];
  readonly amount: number;
};

/** What a run costs and to whom it is owed, by account and who bears it. Adds up to nothing, or it is no voucher. */
export function voucherOf(paid: readonly Paid[]): readonly VoucherRow[] {
  const sums = new Map<string, VoucherRow>();
  const add = (account: VoucherAccount, objects: readonly string[], amount: number) => {
    const key = `${account}\n${objects.join('\n')}`;
    sums.set(key, { account, objects, amount: (sums.get(key)?.amount ?? 0) + amount });
  };
  for (const one of paid) {
    const bearers = bearersOf(one.facts, one.row);
    for (const { code, amount } of one.lines) {
      const { account, side } = codeOf(code);
      if (side === 'deduction' && account !== 'benefits') add(account, [], amount);
      else
        for (const [at, part] of sharedOut(amount, bearers).entries())
          add(account, bearers[at]?.dimensions ?? [], part);
      if (side === 'employer') add('employer-payable', [], 0 - amount);
    }
    add('net-payable', [], 0 - Number(one.row.net));
  }
  const rows = [...sums.values()].filter(({ amount }) => amount !== 0);
  const place = ({ account, objects }: VoucherRow) => `${account}\n${objects.join('\n')}`;
  return rows.sort((a, b) => (place(a) < place(b) ? -1 : 1));
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
