import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../../../kernel/project-root.ts';
import { loadRuleBook } from '../../parameters/load-rule-book.ts';
import { monthAround } from '../day.ts';
import { givenLine } from '../given-line.ts';
import { hindrancesOf } from '../hindrances.ts';
import { calculatePayslip, makeEngine } from '../payslip.ts';
import type { PayslipInput } from '../payslip-input.ts';
import { valueOn } from '../rule-book.ts';
import { reservedAmount } from './swedish-payslip.ts';

const book = loadRuleBook(join(projectRoot, 'data/parameters/payroll'));
const engine = makeEngine(book);

type Wanted = Partial<Omit<PayslipInput, 'pay' | 'benefits'>> & { pay?: number; benefits?: number };

function input({ pay = 30_000_00, benefits = 0, paymentDate = '2026-05-25', ...rest }: Wanted = {}): PayslipInput {
  const earned = monthAround(paymentDate);
  return {
    country: 'SE',
    paymentDate,
    earned,
    birthDate: '1985-05-05',
    pay: [givenLine('SE', { code: 'monthly', amount: pay }, earned)],
    benefits: benefits === 0 ? [] : [givenLine('SE', { code: 'car', amount: benefits }, earned)],
    tax: { kind: 'table', table: 33, column: 1 },
    employer: {},
    ...rest,
  };
}

function lineOf(of: PayslipInput, code: string) {
  const slip = calculatePayslip(engine, of);
  const found = [...slip.lines, ...slip.employer].find((line) => line.code === code);
  if (!found) throw new Error(`no ${code}`);
  return found;
}

describe('preliminary tax', () => {
  test.each([
    [1, 5_878_00],
    [3, 2_644_00],
  ] as const)('column %i of table 33', (column, tax) => {
    const line = lineOf(input({ tax: { kind: 'table', table: 33, column } }), 'tax');
    expect([line.amount, line.verified, line.rule]).toEqual([-tax, true, 'SE-TABLE-30B']);
  });

  test('a table that is not shipped is computed by the formula, and marked', () => {
    const line = lineOf(input({ tax: { kind: 'table', table: 36, column: 1 } }), 'tax');
    expect([line.rule, line.verified, line.parameters]).toEqual([
      'SE-FORMULA-SKV433',
      false,
      ['se.tax.formula@2026-01-01'],
    ]);
  });

  test('without a table 30 % is withheld as of side income, öre dropped', () => {
    expect(lineOf(input({ pay: 10_001_50, tax: { kind: 'none' } }), 'tax').amount).toBe(-3_000_00);
  });

  test('benefits are taxed, and tax is never more than the money', () => {
    expect(lineOf(input({ pay: 25_000_00, benefits: 5_000_00 }), 'tax').amount).toBe(-5_878_00);
    expect(lineOf(input({ pay: 1_000_00, benefits: 29_000_00 }), 'tax')).toMatchObject({
      amount: -1_000_00,
      limit: 'cash-pay',
    });
  });

  test.each<[string, Wanted, string]>([
    ['a year without tables and formula', { paymentDate: '2024-12-31' }, 'se.contributions.full'],
    ['the percent rows', { pay: 80_001_00 }, 'se.tax.tables.33.percent-rows'],
    [
      'a column that the formula does not give',
      { paymentDate: '2025-05-23', tax: { kind: 'table', table: 33, column: 2 } },
      'se.tax.tables.33.column-2',
    ],
    ['the reserved amount', { garnishment: { kind: 'dependants', dependants: 1 } }, 'se.garnishment.reserved'],
  ])('%s is missing by name and day', (_what, wanted, parameter) => {
    const of = input(wanted);
    expect(hindrancesOf(engine, of, false)).toContainEqual({ kind: 'missing', parameter, day: of.paymentDate });
  });

  test('a production run refuses what nobody has checked', () => {
    expect(hindrancesOf(engine, input(), true)).toEqual([]);
    expect(hindrancesOf(engine, input({ paymentDate: '2025-05-23' }), true)).toEqual([
      { kind: 'unverified', parameter: 'se.tax.formula', day: '2025-01-01' },
    ]);
  });
});

describe('contributions', () => {
  test.each([
    ['1985-01-01', '2026-05-25', 9_426_00],
    ['1959-01-01', '2026-05-25', 9_426_00],
    ['1958-12-31', '2026-05-25', 3_063_00],
    ['1938-01-01', '2026-05-25', 3_063_00],
    ['1937-12-31', '2026-05-25', 0],
    ['2003-01-01', '2026-04-01', 6_773_50],
    ['2007-12-31', '2026-12-31', 6_773_50],
    ['2005-06-15', '2026-03-31', 9_426_00],
    ['2002-12-31', '2026-04-01', 9_426_00],
    ['2008-01-01', '2026-04-01', 9_426_00],
    ['2005-06-15', '2025-04-25', 9_426_00],
  ])('born %s, paid %s: 30 000 kr cost %i öre', (birthDate, paymentDate, amount) => {
    expect(lineOf(input({ birthDate, paymentDate }), 'employer-contributions').amount).toBe(amount);
  });

  test.each([
    [25_000_00, 0, 5_202_50],
    [25_000_01, 0, 5_202_50],
    [25_001_00, 0, 5_202_81],
    [10_000_00, 20_000_00, 2_611_50],
    [10_000_00, 25_000_00, 3_142_00],
  ])(
    'the reduction for the young counts to 25 000 kr in the month: %i after %i',
    (pay, paidBeforeThisMonth, amount) => {
      const of = input({ pay, birthDate: '2005-06-15', paidBeforeThisMonth });
      expect(lineOf(of, 'employer-contributions').amount).toBe(amount);
    },
  );
});

describe('occupational pension', () => {
  test.each([
    ['2026-05-25', 52_125_00, 3_127_50],
    ['2026-05-25', 52_126_00, 3_127_82],
    ['2025-05-23', 50_375_00, 3_022_50],
    ['2025-05-23', 60_000_00, 6_054_38],
  ])('AKAP-KR paid %s on %i is %i', (paymentDate, pay, amount) => {
    expect(lineOf(input({ paymentDate, pay }), 'employer-akap-kr').amount).toBe(amount);
  });

  test('those who stayed have KAP-KL', () => {
    expect(lineOf(input({ pensionAgreement: 'kap-kl' }), 'employer-kap-kl').amount).toBe(1_350_00);
  });
});

describe('löneutmätning', () => {
  test.each([
    [24_122_00, 0],
    [24_121_99, -1],
    [12_717_00, -11_405_00],
    [0, -24_122_00],
    [99_999_00, 0],
  ])('of a net of 24 122 kr with %i reserved, %i is taken', (reserved, amount) => {
    expect(lineOf(input({ garnishment: { kind: 'reserved', reserved } }), 'garnishment').amount).toBe(amount);
  });

  test('single with a rent of 7 000 kr in 2023: 12 717 kr are left, of 20 000 net 7 283 are taken', () => {
    const normal = valueOn(book, 'se.garnishment.alone', '2023-05-25').value;
    expect(reservedAmount(normal, 7_000_00)).toBe(12_717_00);
    expect(20_000_00 - reservedAmount(normal, 7_000_00)).toBe(7_283_00);
  });
});
