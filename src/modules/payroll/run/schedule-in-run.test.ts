import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../kernel/project-root.ts';
import { monthAround } from '../engine/day.ts';
import { makeEngine } from '../engine/payslip.ts';
import { type Fact, packFacts } from '../facts/fact.ts';
import { loadRuleBook } from '../parameters/load-rule-book.ts';
import { makePayslip } from './make-payslip.ts';

const engine = makeEngine(loadRuleBook(join(projectRoot, 'data/parameters/payroll')));
const may = monthAround('2026-05-01');

const fact = (kind: Fact['kind'], body: unknown, seq: number) =>
  ({ seq, kind, employment: 1, from: '2020-01-01', to: null, body }) as Fact; // as written below
const post = fact('employment', { title: 'Vårdare', position: 'p1', unit: 'Hemtjänsten' }, 1);
const paid = (share: number) => fact('salary', { monthly: 310_000, share }, 2);
const evenings = fact(
  'schedule',
  { hours: [80_000, 80_000, 80_000, 80_000, 62_500, 0, 0], stints: [[[720, 1200]], [], [], [], [], [], []] },
  3,
);

function made(facts: readonly Fact[], before: Parameters<typeof makePayslip>[2]['before'] = null) {
  const terms = { month: may, paymentDate: may.to, rules: 'r', employer: {} };
  const employee = {
    birthDate: '1985-03-04',
    country: 'AX' as const,
    seq: 3,
    facts: packFacts(facts),
    before,
    year: [],
  };
  return makePayslip(engine, terms, employee, null);
}
const kindsOf = (facts: readonly Fact[]) => made(facts).findings.map(({ kind }) => kind);

test('a schedule gives its supplements in the run, and explains that they were not there the month before', () => {
  const { payslip, findings } = made([post, paid(1_000_000), evenings], {
    ...{ factsSeq: 3, rules: 'r', month: monthAround('2026-04-01'), gross: 0, net: 0 },
    totals: made([post, paid(1_000_000)]).totals,
  });
  const [line] = payslip.lines.filter(({ code }) => code === 'evening');
  expect([line?.quantity, line?.facts]).toEqual([60_000, ['terms', 'schedule']]); // three Mondays: Easter is free
  expect(findings.find(({ kind }) => kind === 'changed')?.cause).toContain('schedule');
  expect(findings.map(({ kind }) => kind)).not.toContain('unexplained-change');
});

test('38 h 15 min is full time; half the pay for it is shown, and nothing is said of who has no schedule', () => {
  expect(kindsOf([post, paid(1_000_000), evenings])).not.toContain('share-schedule');
  expect(kindsOf([post, paid(500_000), evenings])).toContain('share-schedule');
  expect(kindsOf([post, paid(500_000)])).not.toContain('share-schedule');
});
