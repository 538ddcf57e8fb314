import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Rounding, round } from '../../../kernel/money.ts';
import {
  divide,
  lowestTerms,
  priced,
  readDecimal,
  share,
  timesOver,
  WHOLE,
  writeAmount,
  writeDecimal,
  writeFine,
  writePercent,
} from './amount.ts';

const modes: readonly Rounding[] = ['half-up', 'half-even', 'down', 'up', 'floor', 'ceiling'];
const safe = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });

describe('rounding', () => {
  test('plain numbers are divided exactly as the kernel divides bigints', () => {
    fc.assert(
      fc.property(safe, fc.integer({ min: 1, max: 1e9 }), fc.constantFrom(...modes), (n, d, mode) => {
        expect(divide(n, d, mode)).toBe(Number(round(BigInt(n), BigInt(d), mode)));
      }),
      { numRuns: 2_000 },
    );
  });

  test('around each half the last unit decides', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom(-1, 0, 1), (whole, beside) => {
        const numerator = whole * 1_000_000 + 500_000 + beside;
        expect(divide(numerator, 1_000_000, 'half-up')).toBe(Number(round(BigInt(numerator), 1_000_000n, 'half-up')));
      }),
    );
  });

  test('a product that passes what a number can hold is still exact', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 46 }), fc.integer({ min: 0, max: 1_000_000 }), (amount, rate) => {
        expect(timesOver(amount, rate, 1_000_000, 'half-up')).toBe(
          Number(round(BigInt(amount) * BigInt(rate), 1_000_000n, 'half-up')),
        );
      }),
    );
  });

  test('a rate in lowest terms is the same share', () => {
    expect(lowestTerms(800_000)).toEqual({ numerator: 4, denominator: 5 });
    expect(lowestTerms(0)).toEqual({ numerator: 0, denominator: 1 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 0, max: WHOLE }), (amount, rate) => {
        const { numerator, denominator } = lowestTerms(rate);
        expect(timesOver(amount, numerator, denominator, 'half-up')).toBe(share(amount, rate, 'half-up'));
      }),
    );
  });

  test('nothing is ever minus zero, and half a cent is no amount', () => {
    for (const mode of modes) expect(Object.is(divide(-1, 1_000, mode) + 0, -0)).toBe(false);
    expect(Object.is(divide(-1, 1_000, 'half-up'), 0)).toBe(true);
    expect(() => divide(0.5, 2, 'down')).toThrow(RangeError);
  });
});

test.each([
  [3_000_00, 71_500, 214_50],
  [3_106_00, 71_500, 222_08],
  [1_700_00, 540, 92],
  [-3_000_00, 71_500, -214_50],
])('%i cents at %i millionths are %i', (amount, rate, expected) => {
  expect(share(amount, rate, 'half-up')).toBe(expected);
});

test('16 hours at 5.808 are 92.93', () => expect(priced(160_000, 5_808_000, 'half-up')).toBe(92_93));

describe('decimal numbers in text', () => {
  test.each<[string, number, number | undefined]>([
    ['3000', 2, 300_000],
    ['3000.5', 2, 300_050],
    ['-0.05', 2, -5],
    ['-0', 2, 0],
    ['2.178', 6, 2_178_000],
    ['0.001', 2, undefined],
    ['', 2, undefined],
    ['1,5', 2, undefined],
    ['1e3', 2, undefined],
    [' 1', 2, undefined],
    ['.5', 2, undefined],
    ['1234567890123', 2, undefined],
    ['999999999999.9999', 6, undefined],
  ])('%s with %i decimals is %s', (text, digits, expected) => expect(readDecimal(text, digits)).toBe(expected));

  test('what is written is read again', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 6 }), (value, digits) => {
        expect(readDecimal(writeDecimal(value, digits), digits)).toBe(value);
      }),
    );
  });

  test('amounts have two decimals, percents and quantities as many as they need', () => {
    expect([writeAmount(0), writeAmount(-5), writeAmount(221_280)]).toEqual(['0.00', '-0.05', '2212.80']);
    expect([writePercent(71_500), writePercent(0), writePercent(600_000)]).toEqual(['7.15', '0', '60']);
    expect([writeFine(160_000), writeFine(3_333), writeDecimal(14_520_000, 6, 2)]).toEqual(['16', '0.3333', '14.52']);
  });
});
