import { decimal, writeCsv } from './csv.ts';
import { isKeptBack, keptBack, type Problem, type ReportInput, type Written } from './report.ts';

const heading = ['employer', 'payment_date', 'employee', 'identity_number', 'fee'];

/**
 * The fees that a run has deducted for unions: a table of our own, described in docs/integrate.md, for each union's own
 * form. It names only those who pay a fee by the payroll.
 */
export function writeUnionList({ terms, paid, numberOf }: ReportInput): Written {
  const problems: Problem[] = terms.number === '' ? [{ kind: 'terms-missing', employee: null, detail: 'number' }] : [];
  let total = 0;
  const rows: string[][] = [];
  for (const { employee, lines, row } of paid) {
    const fee = 0 - lines.reduce((sum, { code, amount }) => (code === 'union-fee' ? sum + amount : sum), 0);
    if (fee === 0) continue;
    const number = numberOf(employee.id);
    if (number === null) {
      problems.push({ kind: 'number-missing', employee: employee.number, detail: '' });
      continue;
    }
    total += fee;
    rows.push([terms.number, row.paymentDate, employee.number, number, decimal(fee)]);
  }
  if (rows.length === 0) problems.push({ kind: 'nothing', employee: null, detail: '' });
  if (isKeptBack(problems)) return keptBack(problems);
  return { content: writeCsv([heading, ...rows]), rows: rows.length, total, entries: [], problems };
}
