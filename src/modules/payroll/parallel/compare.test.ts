import { expect, test } from 'vitest';
import { compareSystems } from './compare.ts';

const map = new Map([
  ['110', 'monthly'],
  ['111', 'monthly'],
  ['900', 'tax'],
  ['999', 'none'],
]);

test('several old codes are one of ours, what is not compared is left out, and an unknown code never is', () => {
  const old = [
    { number: '1', oldCode: '110', amount: 200_000 },
    { number: '1', oldCode: '111', amount: 50_000 },
    { number: '1', oldCode: '900', amount: -40_000 },
    { number: '1', oldCode: '999', amount: 7 },
    { number: '1', oldCode: '777', amount: 0 },
  ];
  const now = [
    { number: '1', code: 'monthly', amount: 250_000 },
    { number: '1', code: 'tax', amount: -40_001 },
  ] as const;
  expect(compareSystems(old, now, map)).toEqual({
    equal: 1,
    differences: [
      { number: '1', code: 'tax', mapped: true, old: -40_000, now: -40_001 },
      { number: '1', code: '777', mapped: false, old: 0, now: 0 },
    ],
  });
});

test('who is in one system alone differs in every code', () => {
  const differences = (old: string[], now: string[]) =>
    compareSystems(
      old.map((number) => ({ number, oldCode: '110', amount: 1 })),
      now.map((number) => ({ number, code: 'monthly', amount: 1 })),
      map,
    ).differences.map(({ number, old: then, now: today }) => [number, then, today]);
  expect(differences(['1', '2'], ['2', '3'])).toEqual([
    ['1', 1, 0],
    ['3', 0, 1],
  ]);
});
