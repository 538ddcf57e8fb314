import { codeOf } from '../engine/codes.ts';
import { isValidIn } from '../facts/fact.ts';
import { decimal, writeCsv } from './csv.ts';
import { isKeptBack, keptBack, type Paid, type Problem, type ReportInput, type Written } from './report.ts';

const heading = [
  ...[
    'employer',
    'month',
    'employee',
    'identity_number',
    'born',
    'employment_from',
    'employment_to',
    'full_time_percent',
  ],
  ...['pensionable', 'employee_contribution', 'employer_contribution', 'scheme'],
];

/**
 * What pension is earned on in a month, person by person: a table of our own, described in docs/integrate.md, to check
 * an insurer's own figures by. Keva takes its figures from the Incomes Register; what the pension companies of AKAP-KR
 * read is agreed with each of them and not published.
 */
export function writePensionBasis({ terms, paid, period, numberOf }: ReportInput): Written {
  const problems: Problem[] = terms.number === '' ? [{ kind: 'terms-missing', employee: null, detail: 'number' }] : [];
  let total = 0;
  const rows: string[][] = [];
  for (const [id, payments] of Map.groupBy(paid, ({ employee }) => employee.id)) {
    const [one] = payments;
    const number = numberOf(id);
    if (!one) continue;
    if (number === null) {
      problems.push({ kind: 'number-missing', employee: one.employee.number, detail: '' });
      continue;
    }
    const basis = sumOf(payments, (code) => ['pay', 'benefit'].includes(codeOf(code).side));
    total += basis;
    rows.push([...personOf(one, terms.number, period, number), decimal(basis), ...contributionsOf(payments)]);
  }
  if (rows.length === 0) problems.push({ kind: 'nothing', employee: null, detail: '' });
  if (isKeptBack(problems)) return keptBack(problems);
  return { content: writeCsv([heading, ...rows]), rows: rows.length, total, entries: [], problems };
}

function personOf({ employee, facts, row }: Paid, employer: string, period: string, number: string): string[] {
  const post = facts.findLast((fact) => fact.kind === 'employment' && isValidIn(fact, row.from, row.to));
  const salary = facts.findLast((fact) => fact.kind === 'salary' && isValidIn(fact, row.from, row.to));
  const share = salary?.kind === 'salary' ? decimal(Math.round(salary.body.share / 100)) : '';
  const days = [post?.from ?? '', post?.to ?? ''];
  return [employer, period.slice(0, 7), employee.number, number, employee.birthDate, ...days, share];
}

function contributionsOf(payments: readonly Paid[]): string[] {
  const scheme = (['employer-pension', 'employer-akap-kr', 'employer-kap-kl'] as const).find((one) =>
    payments.some(({ lines }) => lines.some(({ code }) => code === one)),
  );
  const own = 0 - sumOf(payments, (code) => code === 'pension');
  const names = { 'employer-pension': 'JuEL', 'employer-akap-kr': 'AKAP-KR', 'employer-kap-kl': 'KAP-KL' };
  return [decimal(own), decimal(sumOf(payments, (code) => code === scheme)), scheme ? names[scheme] : ''];
}

function sumOf(payments: readonly Paid[], is: (code: Paid['lines'][number]['code']) => boolean): number {
  return payments.flatMap(({ lines }) => lines).reduce((sum, { code, amount }) => (is(code) ? sum + amount : sum), 0);
}
