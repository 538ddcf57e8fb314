import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../kernel/project-root.ts';
import { valueOn } from '../engine/rule-book.ts';
import { packFacts, unpackFacts } from '../facts/fact.ts';
import { loadRuleBook } from '../parameters/load-rule-book.ts';
import { changeableFigures, raisedFacts, withFigure, withRaise } from './supposed-change.ts';

const book = loadRuleBook(join(projectRoot, 'data/parameters/payroll'));

test('a figure holds from the day on, the one before it until the day before, and the book itself is as it was', () => {
  const before = valueOn(book, 'akta.supplement.evening', '2026-06-30').value;
  const changed = withFigure(book, 'akta.supplement.evening', '17,5', '2026-07-01');
  if (!changed) throw new Error('it can be changed');
  expect(valueOn(changed, 'akta.supplement.evening', '2026-06-30').value).toBe(before);
  expect(valueOn(changed, 'akta.supplement.evening', '2026-07-01').value).toBe(175_000);
  expect(valueOn(book, 'akta.supplement.evening', '2026-07-01').value).toBe(before);
});

test.each([
  ['no.such.key', '1'],
  ['akta.supplement.evening', 'mycket'],
  ['akta.supplement.evening', '-1'],
  ['akta.divisor.general', '1,5'],
  ['akta.day-divisor', '1'],
])('%s is not changed to %s', (key, text) => {
  expect(withFigure(book, key, text, '2026-07-01')).toBeUndefined();
});

test('every figure that is offered can be changed to what it is', () => {
  for (const { key, now } of changeableFigures(book, '2026-07-01'))
    expect([key, withFigure(book, key, now, '2026-07-01') !== undefined]).toEqual([key, true]);
});

test('a raise divides a salary at its day, raises later ones, and leaves earlier ones', () => {
  const salary = (seq: number, from: string, to: string | null, monthly: number) =>
    ({ seq, kind: 'salary', employment: 1, from, to, body: { monthly, share: 1_000_000 } }) as const;
  const facts = [
    salary(1, '2025-01-01', '2025-12-31', 200_000),
    salary(2, '2026-01-01', null, 300_000),
    salary(3, '2026-08-01', null, 100_000),
  ];
  const raised = unpackFacts(withRaise(packFacts(facts), 2.27, '2026-05-01'));
  expect(raised).toEqual([
    salary(1, '2025-01-01', '2025-12-31', 200_000),
    salary(2, '2026-01-01', '2026-04-30', 300_000),
    salary(2, '2026-05-01', null, 306_810),
    salary(3, '2026-08-01', null, 102_270),
  ]);
  expect(raisedFacts(facts, 2.27, '2026-05-01')).toMatchObject([
    { replaces: 2, from: '2026-01-01', to: '2026-04-30', body: { monthly: 300_000 } },
    { from: '2026-05-01', to: null, body: { monthly: 306_810 } },
    { replaces: 3, from: '2026-08-01', body: { monthly: 102_270 } },
  ]);
});
