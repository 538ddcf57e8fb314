import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf } from './values.ts';

/** As PostgreSQL writes it: no zeros at the end of the fraction, and no point before nothing. */
function written(micros: bigint): string {
  const text = Temporal.Instant.fromEpochNanoseconds(micros * 1000n).toString({ smallestUnit: 'microsecond' });
  return `${text.replace('T', ' ').slice(0, -1)}+00`.replace(/\.?0*\+/, '+');
}

const first = Temporal.Instant.from('0001-01-01T00:00:00Z').epochNanoseconds / 1000n;
const last = Temporal.Instant.from('9999-12-31T23:59:59.999999Z').epochNanoseconds / 1000n;

test('a moment is read to the microsecond, on either side of 1970', () => {
  fc.assert(
    fc.property(fc.bigInt(first, last), (micros) => {
      expect(instantOf(written(micros)).epochNanoseconds).toBe(micros * 1000n);
    }),
  );
});

test.each([
  ['2026-11-22 03:41:33+00', '2026-11-22T03:41:33Z'],
  ['2026-11-22 03:41:33.1+00', '2026-11-22T03:41:33.1Z'],
  ['2026-11-22 05:41:33.123456+02', '2026-11-22T03:41:33.123456Z'],
  ['2026-11-22 09:11:33+05:30', '2026-11-22T03:41:33Z'],
])('%s is %s', (text, moment) => {
  expect(instantOf(text).toString()).toBe(moment);
});

test.each(['infinity', '-infinity', '0044-03-15 12:00:00+00 BC', ''])('%j is no moment of ours', (text) => {
  expect(() => instantOf(text)).toThrow(RangeError);
});
