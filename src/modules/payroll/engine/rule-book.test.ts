import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../../kernel/project-root.ts';
import { loadRuleBook } from '../parameters/load-rule-book.ts';
import {
  checkRuleBook,
  endingBefore,
  findOn,
  MissingParameter,
  type ParameterRow,
  valueOn,
  withLayer,
} from './rule-book.ts';

const folder = join(projectRoot, 'data/parameters/payroll');
const shipped: readonly ParameterRow[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
const key = 'fi.tax.no-card';
const others = shipped.filter((row) => row.key !== key);

function row(of: Partial<ParameterRow> = {}): ParameterRow {
  const source = { source: 'made up for this test', sourceDate: '2026-01-01', status: 'verified' } as const;
  return { key, from: '2026-01-01', to: null, value: '60', ...source, ...of };
}

describe('a book at load', () => {
  test.each<[string, readonly unknown[], RegExp]>([
    ['an overlap', [row({ to: '2026-06-30' }), row({ from: '2026-06-30' })], /no-card: overlap at 2026-06-30/],
    ['two without end', [row(), row({ from: '2026-03-01' })], /no-card: overlap at 2026-03-01/],
    ['a gap', [row({ to: '2026-06-29' }), row({ from: '2026-07-01' })], /gap from 2026-06-30 until 2026-07-01/],
    ['an unknown key', [row(), row({ key: 'fi.tax.no-crad' })], /no-crad: unknown key/],
    ['a missing key', [], /no-card: no value/],
    ['an end before the beginning', [row({ to: '2025-12-31' })], /ends before it begins/],
    ['a number that is no text', [row({ value: 60 })], /60 is no rate/],
    ['a rate finer than it can hold', [row({ value: '60.00001' })], /finer than 4 digits/],
    ['a day that is not', [row({ from: '2026-02-30' })], /2026-02-30 is not a day/],
    ['no source', [row({ source: '' })], /source/],
    [
      'an unknown property',
      [{ ...row(), unit: 'percent' }],
      /must not have additional properties|unit|not a parameter/,
    ],
    [
      'an unknown property of a value',
      [row(), { ...row({ key: 'fi.pension.employee' }), value: { percent: '7', ages: [17, 67], x: 1 } }],
      /is no aged-rate/,
    ],
  ])('%s is refused by name', (_what, rows, message) => {
    expect(() => checkRuleBook([...rows, ...others], new Map())).toThrow(message);
  });

  test('what ships is sound, and what nobody has checked is marked', () => {
    const book = loadRuleBook(folder);
    expect(valueOn(book, 'fi.pension.employee', '2026-01-01').value).toEqual({ rate: 73_000, first: 17, last: 67 });
    expect(valueOn(book, 'fi.pension.employee.raised', '2025-12-31').value?.rate).toBe(86_500);
    expect(valueOn(book, 'fi.pension.employee.raised', '2026-01-01').value).toBeNull();
    expect(valueOn(book, 'akta.experience', '2026-05-01').verified).toBe(false);
    expect(valueOn(book, 'fi.unemployment.employer.high', '2026-05-01').verified).toBe(false);
    expect(valueOn(book, 'fi.unemployment.employer.high', '2025-05-01').verified).toBe(true);
  });

  test('a year that nobody has entered is missing by name and day', () => {
    const book = loadRuleBook(folder);
    expect(findOn(book, 'fi.garnishment.protected', '2026-01-31')).toBeUndefined();
    expect(() => valueOn(book, 'fi.garnishment.protected', '2026-01-31')).toThrow(
      new MissingParameter('fi.garnishment.protected', '2026-01-31'),
    );
    expect(findOn(book, 'akta.overtime.simple', '2022-05-31')).toBeUndefined();
  });

  test('what ends before next year is known by the first of December', () => {
    const ending = endingBefore(loadRuleBook(folder), '2027-01-31');
    expect(ending).toEqual(expect.arrayContaining(['fi.pension.employee', 'se.contributions.full', 'se.tax.tables']));
    expect(ending).not.toContain('akta.divisor.office');
  });
});

describe('layers', () => {
  const own = { value: '17.1', source: 'decision of the board', from: '2026-01-01', to: '2026-12-31' };

  test('an employer sets what the law left open to it', () => {
    const book = withLayer(loadRuleBook(folder), 'employer', [row({ ...own, key: 'fi.keva.total' })]);
    expect(valueOn(book, 'fi.keva.total', '2026-05-01')).toMatchObject({
      value: 171_000,
      layer: 'employer',
      verified: true,
    });
  });

  test.each(['fi.pension.employee', 'akta.supplement.evening', 'nothing'])('an employer does not set %s', (closed) => {
    const value = closed === 'fi.pension.employee' ? null : '1';
    expect(() => withLayer(loadRuleBook(folder), 'employer', [row({ ...own, key: closed, value })])).toThrow(closed);
  });

  test('a local agreement sets what the agreement left open, law stays', () => {
    const book = loadRuleBook(folder);
    const local = withLayer(book, 'local', [row({ ...own, key: 'akta.supplement.evening', value: '16' })]);
    expect(valueOn(local, 'akta.supplement.evening', '2026-05-01').value).toBe(160_000);
    expect(() => withLayer(book, 'local', [row({ ...own, key: 'fi.tax.no-card' })])).toThrow(
      'not open to the layer local',
    );
  });
});
