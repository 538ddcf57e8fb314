import fc from 'fast-check';
import { expect, test } from 'vitest';
import { datePartNames, datePartsIn, dayOf, partsOf } from './date-parts.ts';

test.each([
  [{ day: '', month: '', year: '' }, 'empty'],
  [{ day: '29', month: '02', year: '2024' }, '2024-02-29'],
  [{ day: '1', month: '1', year: '1900' }, '1900-01-01'],
  [{ day: '29', month: '2', year: '2023' }, 'invalid'],
  [{ day: '31', month: '4', year: '2026' }, 'invalid'],
  [{ day: '1', month: '13', year: '2026' }, 'invalid'],
  [{ day: '0', month: '1', year: '2026' }, 'invalid'],
  [{ day: '1', month: '1', year: '26' }, 'invalid'],
  [{ day: '1', month: '', year: '2026' }, 'invalid'],
  [{ day: '-1', month: '1', year: '2026' }, 'invalid'],
  [{ day: '1e1', month: '1', year: '2026' }, 'invalid'],
])('%o is read as %s', (parts, read) => {
  expect(String(dayOf(parts))).toBe(read);
});

test('every day that is shown is read back as itself', () => {
  const days = fc.integer({ min: 0, max: 120_000 }).map((days) => Temporal.PlainDate.from('1850-01-01').add({ days }));
  fc.assert(fc.property(days, (day) => String(dayOf(partsOf(day))) === day.toString()));
});

test('a body without the field, or with something else in its place, is empty', () => {
  expect(datePartsIn({}, 'born')).toEqual({ day: '', month: '', year: '' });
  expect(datePartsIn({ 'born-day': ['1', '2'], 'born-month': ' 3 ', 'born-year': 7 }, 'born')).toEqual({
    day: '',
    month: '3',
    year: '',
  });
  expect(datePartNames('born')).toEqual({ day: 'born-day', month: 'born-month', year: 'born-year' });
});
