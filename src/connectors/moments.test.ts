import { expect, test } from 'vitest';
import { isOnAgreedClocks, pastMoment } from './moments.ts';

const now = Temporal.Instant.from('2026-11-22T09:00:00Z');

test.each([
  ['2026-11-22T09:00:00Z', true],
  ['2026-11-22T10:05:00+01:00', true], // five minutes ahead
  ['2026-11-22T09:05:00.001Z', 'misdated'],
  ['2027-01-01T00:00:00+01:00', 'misdated'],
  ['2026-11-22T10:00:00', 'broken'], // on whose clocks?
  ['2026-02-30T10:00:00Z', 'broken'],
  ['i fjol', 'broken'],
])('of %s, at nine in the morning: %s', (text, told) => {
  const read = pastMoment(text, now);
  expect(typeof read === 'string' ? read : true).toBe(told);
});

test.each([
  ['2026-11-22T10:00:00+01:00', true],
  ['2026-07-01T10:00:00+02:00', true],
  ['2026-07-01T08:00:00Z', true],
  ['2026-11-22T10:00:00+02:00', false], // the clock that was not turned
  ['2026-10-25T02:30:00+02:00', true], // the hour that comes twice, first
  ['2026-10-25T02:30:00+01:00', true], // and again
  ['2026-10-25T03:30:00+02:00', false],
])('%s is on Swedish clocks or UTC: %s', (text, agreed) => {
  expect(isOnAgreedClocks(text)).toBe(agreed);
});
