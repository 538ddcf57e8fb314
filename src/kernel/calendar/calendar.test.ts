import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addBankingDays, bankingDayOnOrAfter, bankingDayOnOrBefore, isBankingDay } from './banking-days.ts';
import { dateIn, formatDate, formatInstant } from './format.ts';
import { type Country, closedDays, easterSunday } from './holidays.ts';

const day = Temporal.PlainDate.from;

test.each(['2008-03-23', '2011-04-24', '2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2038-04-25'])(
  'Easter Sunday is %s',
  (easter) => expect(easterSunday(day(easter).year).toString()).toBe(easter),
);

describe('days when banks are closed, other than Saturdays and Sundays', () => {
  const weekdays = (country: Country, year: number) =>
    [...closedDays(country, year)]
      .filter((closed) => day(closed).dayOfWeek <= 5)
      .map((closed) => closed.slice(5))
      .sort();

  test.each<[number, Country, string]>([
    [2025, 'SE', '01-01 01-06 04-18 04-21 05-01 05-29 06-06 06-20 12-24 12-25 12-26 12-31'],
    [2026, 'SE', '01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25 12-31'],
    [2027, 'SE', '01-01 01-06 03-26 03-29 05-06 06-25 12-24 12-31'],
    [2025, 'FI', '01-01 01-06 04-18 04-21 05-01 05-29 06-20 12-24 12-25 12-26'],
    [2026, 'FI', '01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25'],
    [2027, 'FI', '01-01 01-06 03-26 03-29 05-06 06-25 12-06 12-24'],
    [2025, 'AX', '01-01 01-06 04-18 04-21 05-01 05-29 06-20 12-24 12-25 12-26'],
    [2026, 'AX', '01-01 01-06 04-03 04-06 05-01 05-14 06-19 12-24 12-25'],
    [2027, 'AX', '01-01 01-06 03-26 03-29 05-06 06-25 12-06 12-24'],
  ])('in %i in %s are as listed', (year, country, expected) => {
    expect(weekdays(country, year).join(' ')).toBe(expected);
  });
});

describe('banking days', () => {
  test.each<[string, Country, string, string]>([
    ['2026-12-31', 'SE', '2027-01-04', '2026-12-30'],
    ['2026-12-31', 'AX', '2026-12-31', '2026-12-31'],
    ['2026-12-24', 'SE', '2026-12-28', '2026-12-23'],
    ['2027-12-06', 'FI', '2027-12-07', '2027-12-03'],
    ['2027-12-06', 'SE', '2027-12-06', '2027-12-06'],
    ['2026-06-09', 'AX', '2026-06-09', '2026-06-09'],
    ['2026-04-04', 'AX', '2026-04-07', '2026-04-02'],
  ])('on or after, and on or before, %s in %s', (from, country, after, before) => {
    expect(bankingDayOnOrAfter(day(from), country).toString()).toBe(after);
    expect(bankingDayOnOrBefore(day(from), country).toString()).toBe(before);
  });

  test('five banking days from the Wednesday before Easter pass over Friday to Monday', () => {
    expect(addBankingDays(day('2026-04-01'), 5, 'SE').toString()).toBe('2026-04-10');
    expect(addBankingDays(day('2026-04-10'), -5, 'SE').toString()).toBe('2026-04-01');
    expect(addBankingDays(day('2026-04-05'), 0, 'SE').toString()).toBe('2026-04-05');
  });

  test('going forth and back from a banking day ends where it began, always on a banking day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom<Country>('SE', 'FI', 'AX'),
        (offset, count, country) => {
          const start = bankingDayOnOrAfter(day('1995-01-01').add({ days: offset }), country);
          const end = addBankingDays(start, count, country);
          expect(isBankingDay(end, country)).toBe(true);
          expect(addBankingDays(end, -count, country).equals(start)).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('dates and times as they are written', () => {
  const instant = Temporal.Instant.from('2026-11-22T22:30:00Z');

  test.each([
    ['sv', '22 november 2026', '2026-11-22'],
    ['fi', '22. marraskuuta 2026', '22.11.2026'],
    ['en', '22 November 2026', '22/11/2026'],
  ] as const)('a date in %s', (language, long, short) => {
    expect(formatDate(day('2026-11-22'), language)).toBe(long);
    expect(formatDate(day('2026-11-22'), language, 'short')).toBe(short);
  });

  test('the same instant is another day and hour on Åland than in Sweden', () => {
    expect(formatInstant(instant, 'sv', 'SE')).toContain('22 november 2026 kl. 23:30');
    expect(formatInstant(instant, 'sv', 'AX')).toContain('23 november 2026 kl. 00:30');
    expect(formatInstant(instant, 'fi', 'AX')).toContain('23. marraskuuta 2026 klo 0.30');
    expect(dateIn('SE', instant).toString()).toBe('2026-11-22');
    expect(dateIn('AX', instant).toString()).toBe('2026-11-23');
  });
});
