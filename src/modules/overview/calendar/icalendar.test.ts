import fc from 'fast-check';
import ical from 'ical.js';
import { expect, test } from 'vitest';
import { icalendarOf } from './icalendar.ts';

const now = Temporal.Instant.from('2026-11-22T10:00:00.123Z');
const day = {
  uid: 'a@allmanning',
  on: '2026-12-31',
  summary: 'Sista dag; svara, nu',
  description: 'Rad 1\nRad 2',
  url: 'https://x.example/a',
};

/** As a calendar that we did not write reads it. */
function read(text: string) {
  const calendar = new ical.Component(ical.parse(text));
  return calendar.getAllSubcomponents('vevent').map((one) => new ical.Event(one));
}

test('a day is read as a whole day by a calendar that we did not write', () => {
  const [event] = read(icalendarOf({ name: 'Mina ärenden', days: [day], now }));
  expect(event?.uid).toBe('a@allmanning');
  expect(event?.startDate.isDate).toBe(true);
  expect(event?.startDate.toString()).toBe('2026-12-31');
  expect(event?.endDate.toString()).toBe('2027-01-01');
  expect(event?.summary).toBe('Sista dag; svara, nu');
  expect(event?.description).toBe('Rad 1\nRad 2');
});

test('a calendar without days is one', () => {
  expect(read(icalendarOf({ name: 'x', days: [], now }))).toEqual([]);
});

test('whatever stands in a text comes back as it was, on lines of at most 75 octets', () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 200 })
    .map((some) => some.replaceAll(/[\p{Cc}\r\n]/gu, ' ').trim());
  fc.assert(
    fc.property(text, (summary) => {
      const written = icalendarOf({ name: 'x', days: [{ ...day, summary }], now });
      for (const line of written.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(read(written)[0]?.summary ?? '').toBe(summary);
    }),
    { numRuns: 200 },
  );
});
