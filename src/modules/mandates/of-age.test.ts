import { expect, test } from 'vitest';
import { isOfAge } from './of-age.ts';

test.each([
  ['2008-11-22', '2026-11-21', false],
  ['2008-11-22', '2026-11-22', true],
  ['2008-11-22', '2026-11-23', true],
  ['2008-02-29', '2026-02-27', false],
  ['2008-02-29', '2026-02-28', true],
  ['1926-01-01', '2026-11-22', true],
])('who was born on %s is of age on %s: %s', (born, today, expected) => {
  expect(isOfAge(Temporal.PlainDate.from(born), Temporal.PlainDate.from(today))).toBe(expected);
});
