import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  formatMoney,
  fraction,
  money,
  multiply,
  type Rounding,
  round,
  roundTo,
  subtract,
} from './money.ts';

const modes: readonly Rounding[] = ['half-up', 'half-even', 'down', 'up', 'floor', 'ceiling'];

describe('rounding', () => {
  test.each<[string, bigint, bigint, readonly bigint[]]>([
    ['two and a half', 5n, 2n, [3n, 2n, 2n, 3n, 2n, 3n]],
    ['three and a half', 7n, 2n, [4n, 4n, 3n, 4n, 3n, 4n]],
    ['minus two and a half', -5n, 2n, [-3n, -2n, -2n, -3n, -3n, -2n]],
    ['a third', 1n, 3n, [0n, 0n, 0n, 1n, 0n, 1n]],
    ['two thirds', 2n, 3n, [1n, 1n, 0n, 1n, 0n, 1n]],
    ['minus two thirds', -2n, 3n, [-1n, -1n, 0n, -1n, -1n, 0n]],
    ['a whole number', 6n, 2n, [3n, 3n, 3n, 3n, 3n, 3n]],
    ['nothing', 0n, 7n, [0n, 0n, 0n, 0n, 0n, 0n]],
  ])('%s rounds by each named rule as the rule says', (_what, numerator, denominator, expected) => {
    expect(modes.map((mode) => round(numerator, denominator, mode))).toEqual(expected);
  });

  test('no rule moves a number by a whole unit, and a whole number is never moved', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n, max: 10n ** 12n }), fc.constantFrom(...modes), (n, d, mode) => {
        const error = round(n, d, mode) * d - n;
        expect(error < d && error > -d).toBe(true);
        expect(round(n * d, d, mode)).toBe(n);
      }),
    );
  });

  test('half-up, half-even and the two directions treat debts as they treat claims', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n, max: 10n ** 6n }), (n, d) => {
        for (const mode of ['half-up', 'half-even', 'down', 'up'] as const) {
          expect(round(-n, d, mode)).toBe(-round(n, d, mode));
        }
        expect(round(-n, d, 'floor')).toBe(-round(n, d, 'ceiling'));
      }),
    );
  });
});

describe('amounts', () => {
  test.each([
    [1_000_00, fraction(3, 100), 30_00],
    [51_560_00, fraction(3, 100), 1_546_80],
    [33, fraction(1, 2), 17],
    [-33, fraction(1, 2), -17],
  ])('%i öre times a rate is rounded once, to the öre', (minor, rate, expected) => {
    expect(multiply(money(minor, 'SEK'), rate, 'half-up')).toEqual(money(expected, 'SEK'));
  });

  test('1 546,80 kr becomes whole kronor by the rule that is named', () => {
    expect(roundTo(money(1_546_80, 'SEK'), 100, 'down').minor).toBe(1_546_00);
    expect(roundTo(money(1_546_80, 'SEK'), 100, 'half-up').minor).toBe(1_547_00);
  });

  test('what is added and subtracted again is the same amount', () => {
    const minor = fc.integer({ min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(minor, minor, (a, b) => {
        const left = money(a, 'EUR');
        expect(subtract(add(left, money(b, 'EUR')), money(b, 'EUR'))).toEqual(left);
        expect(Math.sign(compare(left, money(b, 'EUR')))).toBe(Math.sign(a - b));
      }),
    );
  });

  test('kronor and euros are never added, and half an öre is no amount', () => {
    expect(() => add(money(1, 'SEK'), money(1, 'EUR'))).toThrow('SEK and EUR');
    expect(() => money(0.5, 'SEK')).toThrow(RangeError);
    expect(() => fraction(1, 0)).toThrow(RangeError);
  });

  test.each([
    ['sv', '1 234,50 kr', '1 234 kr'],
    ['fi', '1 234,50 SEK', '1 234 SEK'],
    ['en', 'SEK 1,234.50', 'SEK 1,234'],
  ] as const)('an amount is written as %s readers write it', (language, exact, short) => {
    const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
    expect(plain(formatMoney(money(1_234_50, 'SEK'), language))).toBe(exact);
    expect(plain(formatMoney(money(1_234_00, 'SEK'), language, 'short'))).toBe(short);
  });

  test('an amount too large for a floating-point number of kronor is written to its last öre', () => {
    expect(formatMoney(money(9_007_199_254_740_991, 'EUR'), 'en')).toBe('€90,071,992,547,409.91');
  });
});
