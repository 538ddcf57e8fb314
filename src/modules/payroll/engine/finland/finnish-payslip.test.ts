import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../../../kernel/project-root.ts';
import { loadRuleBook } from '../../parameters/load-rule-book.ts';
import { monthAround } from '../day.ts';
import { type GivenItem, givenLine, phoneBenefit } from '../given-line.ts';
import { calculatePayslip, makeEngine } from '../payslip.ts';
import type { PayslipInput } from '../payslip-input.ts';
import { findOn, valueOn } from '../rule-book.ts';
import { protectedPart, taken } from './garnishment.ts';
import { cardAt, type DatedCard } from './tax-card.ts';

const book = loadRuleBook(join(projectRoot, 'data/parameters/payroll'));
const engine = makeEngine(book);
const card = { basePercent: 185_000, yearLimit: 40_000_00, additionalPercent: 380_000, earnedBefore: 0 };

type Wanted = Partial<Omit<PayslipInput, 'pay' | 'benefits'>> & {
  pay?: number;
  benefits?: number;
  other?: readonly GivenItem[];
};

function payslip({ pay = 3_000_00, benefits = 0, other = [], paymentDate = '2025-05-30', ...rest }: Wanted = {}) {
  const earned = monthAround(paymentDate);
  const items: readonly GivenItem[] = [{ code: 'monthly', amount: pay }, ...other];
  return calculatePayslip(engine, {
    country: 'AX',
    paymentDate,
    earned,
    birthDate: '1990-02-11',
    pay: items.map((item) => givenLine('AX', item, earned)),
    benefits: benefits === 0 ? [] : [givenLine('AX', { code: 'car', amount: benefits }, earned)],
    tax: { kind: 'card', card },
    employer: {},
    ...rest,
  });
}

function lineOf(slip: ReturnType<typeof payslip>, code: string) {
  const found = [...slip.lines, ...slip.employer].find((line) => line.code === code);
  if (!found) throw new Error(`no ${code}`);
  return found;
}

describe('the tax card', () => {
  const tax = (earnedBefore: number, pay = 1_000_00) =>
    lineOf(payslip({ pay, tax: { kind: 'card', card: { ...card, earnedBefore } } }), 'tax');

  test.each([
    ['a cent is left after the payment', 38_999_99, -185_00, 185_000],
    ['the limit is met exactly', 39_000_00, -185_00, 185_000],
    ['a cent is over', 39_000_01, -185_00, null],
    ['three cents are over', 39_000_03, -185_01, null],
    ['a cent was left before it', 39_999_99, -380_00, null],
    ['the limit was met before it', 40_000_00, -380_00, 380_000],
    ['the limit was passed before it', 50_000_00, -380_00, 380_000],
  ])('%s', (_what, before, amount, rate) => expect(tax(before)).toMatchObject({ amount, rate }));

  test('a payment that crosses the limit has a part on each side, rounded once', () => {
    expect(tax(39_400_00)).toMatchObject({
      base: 1_000_00,
      amount: -263_00,
      parts: [
        { base: 600_00, rate: 185_000 },
        { base: 400_00, rate: 380_000 },
      ],
    });
  });

  test('without a card 60 % is withheld', () => {
    expect(lineOf(payslip({ tax: { kind: 'none' } }), 'tax')).toMatchObject({
      amount: -1_800_00,
      rule: 'FI-TAX-NO-CARD',
    });
  });

  test('benefits are in the base, but tax is never more than the money', () => {
    const slip = payslip({ pay: 100_00, benefits: 900_00 });
    expect([slip.gross, lineOf(slip, 'tax').amount, lineOf(slip, 'tax').limit]).toEqual([
      1_000_00,
      -100_00,
      'cash-pay',
    ]);
    expect(lineOf(slip, 'pension').amount).toBe(-71_50);
  });

  test('pay below zero bears neither tax nor contributions', () => {
    const slip = payslip({ pay: -100_00 });
    expect([slip.net, ...slip.employer.map(({ amount }) => amount)]).toEqual([-100_00, 0, 0, 0, 0, 0]);
  });
});

describe('several cards in a year', () => {
  const of = (from: string, base: number): DatedCard => ({ ...card, from, basePercent: base });
  const cards = [of('2025-02-01', 100_000), of('2025-06-01', 200_000), of('2026-02-01', 300_000)];
  const paid = ['2025-01-31', '2025-02-28', '2025-05-30', '2025-06-30'].map((paymentDate) => ({
    paymentDate,
    gross: 1_000_00,
  }));

  test.each([
    ['2025-01-31', undefined, undefined],
    ['2025-05-30', 100_000, 1_000_00],
    ['2025-06-01', 200_000, 0],
    ['2025-07-31', 200_000, 1_000_00],
    ['2026-01-31', 200_000, 0],
    ['2026-02-01', 300_000, 0],
  ])('a payment on %s', (paymentDate, basePercent, earnedBefore) => {
    const found = cardAt(cards, paid, paymentDate);
    expect([found?.basePercent, found?.earnedBefore]).toEqual([basePercent, earnedBefore]);
  });

  test("last year's card holds in January and is none in February", () => {
    expect(cardAt([of('2025-06-01', 200_000)], [], '2026-02-01')).toBeUndefined();
  });

  test('what the card had counted before it came here is kept', () => {
    expect(cardAt([{ ...of('2025-02-01', 1), earnedElsewhere: 500_00 }], paid, '2025-06-01')?.earnedBefore).toBe(
      2_500_00,
    );
  });
});

describe('ages, by the month after the birthday', () => {
  test.each([
    // [born, paid, pension, unemployment, health]
    ['2009-05-31', '2026-05-29', 0, 0, 191],
    ['2009-05-01', '2026-06-30', 730, 0, 191],
    ['2008-05-31', '2026-05-29', 730, 0, 191],
    ['2008-05-31', '2026-06-01', 730, 89, 191],
    ['2010-04-30', '2026-04-30', 0, 0, 0],
    ['2010-04-30', '2026-05-01', 0, 0, 191],
    ['1961-05-31', '2026-05-01', 730, 89, 191],
    ['1961-05-31', '2026-06-01', 730, 0, 191],
    ['1958-05-01', '2026-05-31', 730, 0, 191],
    ['1958-05-01', '2026-06-01', 0, 0, 0],
    ['1972-12-31', '2025-12-31', 715, 59, 187],
    ['1972-11-30', '2025-12-01', 865, 59, 187],
    ['1962-12-01', '2025-12-31', 865, 59, 187],
    ['1962-11-30', '2025-12-01', 715, 59, 187],
    ['1968-01-01', '2026-01-01', 730, 89, 191],
  ])(
    'born %s, paid %s: hundredths of a percent %i, %i, %i',
    (birthDate, paymentDate, pension, unemployment, health) => {
      const slip = payslip({ birthDate, paymentDate });
      expect(['pension', 'unemployment', 'employer-health-insurance'].map((code) => lineOf(slip, code).rate)).toEqual(
        [pension, unemployment, health].map((hundredths) => hundredths * 100),
      );
    },
  );

  test('Keva is the whole contribution less what the employee pays, nothing outside the insured ages', () => {
    const keva = (birthDate: string) =>
      lineOf(payslip({ birthDate, employer: { pensionTotal: 244_000 } }), 'employer-pension');
    expect([keva('1990-01-01').rate, keva('1967-01-01').rate, keva('1956-01-01').rate]).toEqual([172_500, 157_500, 0]);
  });
});

describe('what the employer has of its own', () => {
  test('its own rates stand before the averages', () => {
    const slip = payslip({ employer: { pensionTotal: 250_000, accident: 10_000, groupLife: 700 } });
    expect(
      ['employer-pension', 'employer-accident', 'employer-group-life'].map((code) => lineOf(slip, code).amount),
    ).toEqual([535_50, 30_00, 2_10]);
  });

  test('a figure nobody has checked marks the lines it makes, and no others', () => {
    const slip = payslip({
      paymentDate: '2026-05-29',
      employer: { pensionTotal: 244_000, paidBeforeThisYear: 2_509_500_00 },
    });
    const unverified = slip.employer.filter(({ verified }) => !verified).map(({ code }) => code);
    expect(unverified).toEqual(['employer-unemployment']);
    expect(payslip({ paymentDate: '2026-05-29' }).employer.find(({ verified }) => !verified)?.code).toBe(
      'employer-pension',
    );
  });

  test.each([
    [2_452_499_99, -1, [2_000], 6_00],
    [2_452_500_00, 0, [2_000], 6_00],
    [2_452_500_01, 1, [2_000, 8_000], 6_00],
    [2_453_500_00, 100_000, [2_000, 8_000], 12_00],
    [2_455_499_99, 299_999, [2_000, 8_000], 24_00],
    [2_455_500_00, 300_000, [8_000], 24_00],
  ])(
    'unemployment insurance is graded over the payer and the year: %i before',
    (paidBeforeThisYear, _above, rates, amount) => {
      const line = lineOf(payslip({ employer: { paidBeforeThisYear } }), 'employer-unemployment');
      expect(line.parts?.map(({ rate }) => rate) ?? [line.rate]).toEqual(rates);
      expect(line.amount).toBe(amount);
    },
  );
});

test('a telephone is worth 20 euros a month', () => {
  expect(phoneBenefit(book, '2026-05-29', monthAround('2026-05-29'))).toMatchObject({ amount: 20_00, verified: true });
  expect(() => phoneBenefit(book, '2024-05-29', monthAround('2024-05-29'))).toThrow('fi.benefit.phone');
});

describe('garnishment', () => {
  const bands = valueOn(book, 'fi.garnishment.bands', '2025-05-30').value;
  const S = 1_000_00;

  test.each([
    [0, 0],
    [S, 0],
    [S + 3, 2],
    [2 * S, 666_67],
    [2 * S + 1, 666_67],
    [3 * S, 1_000_00],
    [4 * S, 1_333_33],
    [4 * S + 1, 1_333_34],
    [5 * S, 2_133_33],
    [8 * S, 4_000_00],
    [-500, 0],
  ])('of a net of %i with 100 000 protected, %i is taken', (net, amount) => expect(taken(bands, net, S)).toBe(amount));

  test.each([
    ['2024-05-31', 0, 976_80],
    ['2024-05-31', 1, 1_262_40],
    ['2024-05-31', 2, 1_548_00],
    ['2024-05-31', 3, 1_833_60],
    ['2024-05-31', 4, 2_119_20],
    ['2022-05-31', 1, 946_20],
    ['2023-05-31', 1, 1_192_20],
    ['2025-05-31', 1, 1_274_70],
  ])('the protected part on %s with %i dependants is as published', (day, dependants, part) => {
    expect(protectedPart(valueOn(book, 'fi.garnishment.protected', day).value, dependants)).toBe(part);
  });

  test('the order states the protected part itself: then no table is needed', () => {
    const slip = payslip({ paymentDate: '2026-05-29', garnishment: { kind: 'reserved', reserved: 986_40 } });
    expect(lineOf(slip, 'garnishment').amount).toBe(-733_10);
    expect(findOn(book, 'fi.garnishment.protected', '2026-05-29')).toBeUndefined();
    expect(() => payslip({ paymentDate: '2026-05-29', garnishment: { kind: 'dependants', dependants: 0 } })).toThrow(
      'fi.garnishment.protected has no value on 2026-05-29',
    );
  });

  test('of pay that is paid once a third is taken, nothing is protected', () => {
    const slip = payslip({ pay: 300_00, garnishment: { kind: 'one-off' } });
    const before = slip.net - lineOf(slip, 'garnishment').amount;
    expect(lineOf(slip, 'garnishment').amount).toBe(-Math.round(before / 3));
  });

  test('never more than half is taken, and what is limited says so', () => {
    const slip = payslip({ pay: 20_000_00, garnishment: { kind: 'dependants', dependants: 0 } });
    const before = slip.net - lineOf(slip, 'garnishment').amount;
    expect(lineOf(slip, 'garnishment')).toMatchObject({ amount: -Math.floor(before / 2), limit: 'half-of-net' });
  });
});
