import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accountingText, readAccounting, sharedOut } from './accounting.ts';

test.each([
  ['4711', [['4711']], [1_000_000]],
  ['4711/210/P7', [['4711', '210', 'P7']], [1_000_000]],
  ['4711/210 60 %; 4712 40%', [['4711', '210'], ['4712']], [600_000, 400_000]],
  ['4711 33,5; 4712 66.5', [['4711'], ['4712']], [335_000, 665_000]],
])('%s is read', (text, dimensions, shares) => {
  const read = readAccounting(text) ?? [];
  expect(read.map((part) => part.dimensions)).toEqual(dimensions);
  expect(read.map(({ share }) => share)).toEqual(shares);
  expect(readAccounting(accountingText(read))).toEqual(read);
});

test.each(['', ';', '4711 60 %; 4712 30 %', '4711; 4712', '1/2/3/4', '4711 0 %; 4712 100 %', '=SUM(A1)', '4711"x'])(
  '%s is no accounting',
  (text) => {
    expect(readAccounting(text)).toBeNull();
  },
);

test('what is shared out is together the amount, to the cent', () => {
  const shares = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), shares, (amount, weights) => {
      const sum = weights.reduce((a, b) => a + b, 0);
      const rates = weights.map((weight) => Math.floor((weight * 1_000_000) / sum));
      rates[0] = (rates[0] ?? 0) + 1_000_000 - rates.reduce((a, b) => a + b, 0);
      const out = sharedOut(
        amount,
        rates.map((share) => ({ dimensions: ['1'], share })),
      );
      expect(out.reduce((a, b) => a + b, 0)).toBe(amount);
      for (const [at, part] of out.entries())
        expect(Math.abs(part - (amount * (rates[at] ?? 0)) / 1_000_000)).toBeLessThan(1);
    }),
  );
});
