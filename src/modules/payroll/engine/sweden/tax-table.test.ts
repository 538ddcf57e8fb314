import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../../../kernel/project-root.ts';
import { loadRuleBook } from '../../parameters/load-rule-book.ts';
import { readTaxTables, TaxTableProblem } from '../../parameters/read-tax-tables.ts';
import { valueOn } from '../rule-book.ts';
import { differencesFromFormula } from './tax-check.ts';
import { tableByFormula, taxSteps, upperBound } from './tax-formula.ts';
import { makeTaxTables, type TaxRow, taxByTable } from './tax-table.ts';

const folder = join(projectRoot, 'data/parameters/payroll');
const book = loadRuleBook(folder);
const of2026 = valueOn(book, 'se.tax.formula', '2026-05-25').value;
const published = readTaxTables(readFileSync(join(folder, 'se-tax-tables-2026.csv'), 'utf8'));

/** Rows of our own making: the shipped file has no percent rows. */
const madeUp: readonly TaxRow[] = [
  { table: 33, unit: 'kronor', from: 1, to: 80_000, columns: [100, 90, 80, 70, 60, 50] },
  { table: 33, unit: 'percent', from: 80_001, to: 100_000, columns: [34, 33, 30, 32, 39, 39] },
  { table: 33, unit: 'percent', from: 100_001, to: null, columns: [40, 39, 36, 38, 45, 45] },
];

describe('the published tables of 2026', () => {
  test('column 1 of tables 32 to 34 is the formula, row by row from 2 001 to 80 000 kr', () => {
    const rows = published.filter(({ from }) => from >= 2_001);
    expect(rows).toHaveLength(3 * 480);
    for (const row of rows) {
      expect([row.table, row.from, row.to, taxSteps(of2026, row.table, upperBound(row.from)).monthlyTax]).toEqual([
        row.table,
        row.from,
        row.to,
        row.columns[0],
      ]);
    }
  });

  test('each difference of columns 2 to 6 from the formula is listed: none is in column 1', () => {
    const differences = differencesFromFormula(of2026, published);
    const perColumn = Map.groupBy(differences, ({ column }) => column);
    const counts = [1, 2, 3, 4, 5, 6].map((column) => perColumn.get(column)?.length ?? 0);
    expect(counts).toEqual([0, 1_440, 1_437, 753, 1_421, 1_440]);
    expect(differences.find(({ table, from, column }) => table === 33 && from === 29_801 && column === 3)).toEqual({
      table: 33,
      from: 29_801,
      column: 3,
      published: 2_644,
      formula: 5_878,
    });
  });

  test('what the formula goes through explains the tax of 30 000 kr in table 33', () => {
    expect(taxSteps(of2026, 33, 30_000)).toEqual({
      annualIncome: 360_000,
      basicAllowance: 28_000,
      taxable: 332_000,
      municipalTax: 105_708,
      burialAndChurch: 3_851,
      stateTax: 0,
      pensionFee: 25_200,
      publicServiceFee: 1_184,
      pensionFeeCredit: 25_200,
      inWorkCredit: 38_700,
      earnedIncomeCredit: 1_500,
      annualTax: 70_543,
      monthlyTax: 5_878,
    });
  });

  test('a table that the formula makes in place of a file is the file in column 1', () => {
    const [made, read] = [tableByFormula(of2026, 33), published.filter(({ table }) => table === 33)];
    expect(made.map(({ from, to, columns }) => [from, to, columns[0]])).toEqual(
      read.map(({ from, to, columns }) => [from, to, columns[0]]),
    );
  });

  test.each([
    [35_000, 7_467],
    [31_600, 6_557],
    [31_000, 6_396],
  ])('the formula of 2025 withholds of %i kr in table 33 what the worked case says, within 2 kr', (pay, tax) => {
    const of2025 = valueOn(book, 'se.tax.formula', '2025-05-23').value;
    expect(Math.abs(taxSteps(of2025, 33, upperBound(pay)).monthlyTax - tax)).toBeLessThanOrEqual(2);
  });
});

describe('looking up', () => {
  const table = makeTaxTables(published).get(33);
  if (!table) throw new Error('no table 33');

  test.each([
    ['nothing', 0, 0],
    ['less than a krona', 99, 0],
    ['the first row', 2_000_99, 0],
    ['the last öre of a row', 30_000_99, 5_878_00],
    ['the first krona of a row', 29_801_00, 5_878_00],
    ['the last öre before it', 29_800_99, 5_828_00],
    ['the last row', 80_000_99, 26_595_00],
  ])('%s', (_what, pay, tax) => expect(taxByTable(table, 1, pay)).toBe(tax));

  test('above the last row there is no answer, not the last amount', () => {
    expect(taxByTable(table, 1, 80_001_00)).toBeUndefined();
  });

  test('percent rows (of our own making) take their percent of the whole pay, öre dropped', () => {
    const own = makeTaxTables(madeUp).get(33);
    if (!own) throw new Error('no table');
    expect(taxByTable(own, 1, 80_000_99)).toBe(100_00);
    expect(taxByTable(own, 1, 80_001_00)).toBe(27_200_00);
    expect(taxByTable(own, 6, 90_001_50)).toBe(35_100_00);
    expect(taxByTable(own, 1, 1_000_001_99)).toBe(400_000_00);
  });

  test.each<[string, readonly Partial<TaxRow>[], RegExp]>([
    ['a gap', [{ to: 79_999 }, {}, {}], /from 80001 does not follow the one to 79999/],
    ['an overlap', [{}, { from: 80_000 }, {}], /does not follow/],
    ['something after the endless row', [{}, { to: null }, {}], /does not follow/],
    ['kronor after percent', [{}, {}, { unit: 'kronor' }], /kronor after percent/],
    ['a row that ends before it begins', [{}, {}, { to: 5 }], /ends before it begins/],
  ])('%s is refused', (_what, changes, message) => {
    expect(() => makeTaxTables(madeUp.map((row, n) => ({ ...row, ...changes[n] })))).toThrow(message);
  });
});

describe("Skatteverket's files", () => {
  const cell = (text: string | number, width: number) => String(text).padStart(width);
  const asText = ({ unit, table, from, to, columns }: TaxRow) =>
    `30${unit === 'kronor' ? 'B' : '%'}${cell(table, 2)}${cell(from, 7)}${cell(to ?? '', 7)}${columns.map((tax) => cell(tax, 5)).join('')}`;
  const header =
    'År;Antal dgr;Tabellnr;Inkomst fr.o.m.;Inkomst t.o.m.;Kolumn 1;Kolumn 2;Kolumn 3;Kolumn 4;Kolumn 5;Kolumn 6;Kolumn 7';
  const asCsv = ({ unit, table, from, to, columns }: TaxRow) =>
    ['2026', unit === 'kronor' ? '30B' : '30%', table, from, to ?? '', ...columns, 0].join(';');

  test('the text of fixed width and the CSV with seven columns give the same rows', () => {
    const fortnight = `14B33${cell(1, 7)}${cell(900, 7)}${cell(0, 30)}`;
    expect(readTaxTables([fortnight, ...madeUp.map(asText)].join('\r\n'))).toEqual(madeUp);
    const rows = readTaxTables([`\uFEFF${header}`, ...madeUp.map(asCsv), ''].join('\n'));
    expect(rows.map((row) => ({ ...row, columns: row.columns.slice(0, 6) }))).toEqual(madeUp);
  });

  test('every row that is none is named by its number', () => {
    const broken = [asText(madeUp[0] as TaxRow), '30X33 nonsense', `30B33${cell('1,5', 7)}`, '60B33'].join('\n');
    expect(() => readTaxTables(broken)).toThrow(TaxTableProblem);
    expect(() => readTaxTables(broken)).toThrow(/row 2: 30X33[\s\S]*row 3[\s\S]*row 4/);
    expect(() => readTaxTables([header, '2026;30B;33;1;2000;0;0'].join('\n'))).toThrow(/row 2/);
    expect(() => readTaxTables([header, '2026;30B;33;1;;0;0;0;0;0;0'].join('\n'))).toThrow(/row 2/);
  });
});
