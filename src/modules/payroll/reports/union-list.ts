import type { Minor } from '../engine/amount.ts';
import { type Line, unionOf } from '../engine/line.ts';
import type { Fact, FactBodies } from '../facts/fact.ts';
import { decimal, writeCsv } from './csv.ts';
import { isKeptBack, keptBack, type Problem, type ReportInput, type Written } from './report.ts';

const heading = [
  ...['employer', 'payment_date', 'employee', 'identity_number', 'fee'],
  ...['union', 'account', 'reference'],
];

/**
 * The fees that a run has deducted for unions: a table of our own, described in docs/integrate.md, for each union's own
 * form. It names only those who pay a fee by the payroll.
 */
export function writeUnionList({ terms, paid, numberOf }: ReportInput): Written {
  const problems: Problem[] = terms.number === '' ? [{ kind: 'terms-missing', employee: null, detail: 'number' }] : [];
  let total = 0;
  const rows: string[][] = [];
  for (const { employee, lines, row, facts } of paid) {
    const fees = [...feesOf(lines)].filter(([, fee]) => fee !== 0);
    if (fees.length === 0) continue;
    const number = numberOf(employee.id);
    if (number === null) {
      problems.push({ kind: 'number-missing', employee: employee.number, detail: '' });
      continue;
    }
    for (const [union, fee] of fees) {
      total += fee;
      const { account = '', reference = '' } = lastSaid(facts, union) ?? {};
      rows.push([terms.number, row.paymentDate, employee.number, number, decimal(fee), union, account, reference]);
    }
  }
  if (rows.length === 0) problems.push({ kind: 'nothing', employee: null, detail: '' });
  if (isKeptBack(problems)) return keptBack(problems);
  return { content: writeCsv([heading, ...rows]), rows: rows.length, total, entries: [], problems };
}

/** What was deducted for each union; under no name for those that nobody has named. */
function feesOf(lines: readonly Line[]): ReadonlyMap<string, Minor> {
  const fees = new Map<string, Minor>();
  for (const line of lines) {
    if (line.code !== 'union-fee') continue;
    const union = unionOf(line) ?? '';
    fees.set(union, (fees.get(union) ?? 0) - line.amount);
  }
  return fees;
}

/** Where the union is paid, as it was said last. */
function lastSaid(facts: readonly Fact[], union: string): FactBodies['union'] | undefined {
  const said = facts.findLast((fact) => fact.kind === 'union' && (fact.body.name ?? '') === union);
  return said?.kind === 'union' ? said.body : undefined;
}
