import { decimal, writeCsv } from './csv.ts';
import { isKeptBack, keptBack, type ReportInput, type Written } from './report.ts';
import { debitOf, voucherOf, voucherProblems } from './voucher.ts';

const heading = ['date', 'voucher', 'account', 'account_key', 'unit', 'debit', 'credit', 'text', 'activity', 'project'];

/** The same voucher as a table, for bookkeeping that reads no SIE. Described in docs/integrate.md. */
export function writeVoucherCsv(input: ReportInput): Written {
  const { terms, period, paid } = input;
  const rows = voucherOf(paid);
  const problems = voucherProblems(rows, input);
  if (isKeptBack(problems)) return keptBack(problems);
  const day = paid[0]?.row.paymentDate ?? period;
  const table = rows.map(({ account, objects: [unit = '', activity = '', project = ''], amount }) => [
    ...[day, `LON-${period.slice(0, 7)}`, terms.accounts[account] ?? '', account, unit],
    ...(amount > 0 ? [decimal(amount), ''] : ['', decimal(0 - amount)]),
    ...[`Löner ${period.slice(0, 7)}`, activity, project],
  ]);
  return {
    content: writeCsv([heading, ...table]),
    ...{ rows: rows.length, total: debitOf(rows), entries: [], problems },
  };
}
