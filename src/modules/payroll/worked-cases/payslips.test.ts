import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../kernel/project-root.ts';
import { answerOf } from '../cases/answer.ts';
import { readCases } from '../cases/read-cases.ts';
import { hindrancesOf } from '../engine/hindrances.ts';
import { calculatePayslip, makeEngine } from '../engine/payslip.ts';
import { loadRuleBook } from '../parameters/load-rule-book.ts';

type Worked = {
  readonly shows: string;
  readonly case: { readonly id: string };
  readonly expected: Readonly<Record<string, string>>;
  readonly employer?: Readonly<Record<string, string>>;
  /** The tax tables of 2025 are computed, not read: they may differ by this many kronor. */
  readonly withinKronor?: number;
};

const engine = makeEngine(loadRuleBook(join(projectRoot, 'data/parameters/payroll')));
const worked: readonly Worked[] = JSON.parse(readFileSync(join(import.meta.dirname, 'payslips.json'), 'utf8'));

function calculated(one: Worked) {
  const { cases, problems } = readCases([one.case]);
  expect(problems).toEqual([]);
  const [read] = cases;
  if (!read) throw new Error('no case');
  expect(hindrancesOf(engine, read.input, false)).toEqual([]);
  return answerOf(engine.book, read.id, calculatePayslip(engine, read.input));
}

function sum(lines: readonly { readonly code: string; readonly amount: string }[], code: string): string {
  return lines
    .filter((line) => line.code === code)
    .reduce((all, line) => all + Number(line.amount), 0)
    .toFixed(2);
}

test.each(worked.map((one) => [one.case.id, one.shows, one] as const))('%s %s', (_id, _shows, one) => {
  const answer = calculated(one);
  for (const [code, amount] of Object.entries(one.expected)) {
    const found = code === 'gross' || code === 'net' ? answer[code] : sum(answer.lines, code);
    const isTax = code === 'tax' || code === 'net';
    expect([
      code,
      Math.abs(Number(found) - Number(amount)) <= (isTax ? (one.withinKronor ?? 0) : 0) ? amount : found,
    ]).toEqual([code, amount]);
  }
  for (const [code, amount] of Object.entries(one.employer ?? {}))
    expect([code, sum(answer.employer, code)]).toEqual([code, amount]);
  expect(answer.net).toBe(
    answer.lines.reduce((all, line) => all + Math.round(Number(line.amount) * 100), 0) / 100 === Number(answer.net)
      ? answer.net
      : 'the sum of its lines',
  );
});

test('all fourteen payslips and their kin are here', () => expect(worked).toHaveLength(26));
