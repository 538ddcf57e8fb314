import { expect, test } from 'vitest';
import { convert, textOf } from './convert.ts';
import { dayOfSerial } from './read/sheet-day.ts';
import type { TargetField } from './target.ts';

const label = { sv: 'Fält', fi: 'Kenttä', en: 'Field' };
const field = (type: TargetField['type'], more: Partial<TargetField> = {}): TargetField => ({
  ...{ name: 'x', label, type, required: true },
  ...more,
});
const codes = [
  { value: 'yes', label: { sv: 'Ja', fi: 'Kyllä', en: 'Yes' } },
  { value: 'no', label: { sv: 'Nej', fi: 'Ei', en: 'No' } },
];

test.each([
  ['1 234,50', ',', '1234.50'],
  ['1.234,5', ',', '1234.50'],
  ['-12,5', ',', '-12.50'],
  ['12,5-', ',', '-12.50'],
  ['−0,00', ',', '0.00'],
  ['1\u00a0234', ',', '1234.00'],
  ['1,234.50', '.', '1234.50'],
  ['1.234', ',', '1234.00'],
  ['1.23', ',', 'not-decimal'],
  ['1,2,3', ',', 'not-decimal'],
  ['12,345', ',', 'too-many-decimals'],
  ['tolv', ',', 'not-decimal'],
] as const)('%s with the decimal sign %s is %s', (text, decimalSign, wanted) => {
  expect(convert(text, field('decimal'), { source: 'a', decimalSign })).toEqual(
    wanted.includes('-d') || wanted.includes('-m') ? { reason: wanted } : { value: wanted },
  );
});

test.each([
  ['31.1.2026', 'd.m.y', '2026-01-31'],
  ['2026-01-31', 'd.m.y', '2026-01-31'],
  ['1/31/2026', 'm/d/y', '2026-01-31'],
  ['20260131', 'yyyymmdd', '2026-01-31'],
  ['260131', 'yymmdd', '2026-01-31'],
  ['2026-01-31T00:00:00Z', 'y-m-d', '2026-01-31'],
  ['31.2.2026', 'd.m.y', undefined],
  ['31/1/2026', 'd.m.y', undefined],
] as const)('the day %s written as %s is %s', (text, dateFormat, wanted) => {
  expect(convert(text, field('date'), { source: 'a', dateFormat })).toEqual(
    wanted === undefined ? { reason: 'not-date' } : { value: wanted },
  );
});

test.each([
  [1, false, '1900-01-01'],
  [59, false, '1900-02-28'],
  [60, false, undefined],
  [61, false, '1900-03-01'],
  [46053, false, '2026-01-31'],
  [46053.75, false, '2026-01-31'],
  [44591, true, '2026-01-31'],
  [0, true, '1904-01-01'],
  [-1, false, undefined],
] as const)('the number %s of a sheet is a day, counted from 1904: %s, %s', (serial, from1904, day) => {
  expect(dayOfSerial(serial, from1904)).toBe(day);
});

test('a number of a sheet is read as the mapping reads text', () => {
  expect(textOf(1234.5, field('decimal'), { source: 'a' }, false)).toBe('1234,5');
  expect(textOf(0.1 + 0.2, field('decimal'), { source: 'a', decimalSign: '.' }, false)).toBe('0.3');
  expect(textOf(46053, field('date'), { source: 'a' }, false)).toBe('2026-01-31');
  expect(textOf(20480766, field('text'), { source: 'a' }, false)).toBe('20480766');
});

test('a code is what the file calls it, or what the target does in any language', () => {
  const mapped = { source: 'a', codes: { J: 'yes' } };
  expect(convert('j', field('code', { codes }), mapped)).toEqual({ value: 'yes' });
  expect(convert('EI', field('code', { codes }), mapped)).toEqual({ value: 'no' });
  expect(convert('kanske', field('code', { codes }), mapped)).toEqual({ reason: 'unknown-code' });
  expect(convert('nej, J; ja', field('codes', { codes }), mapped)).toEqual({ value: 'no,yes' });
});

test('an empty cell is missing, is left out, or is what the mapping says instead', () => {
  expect(convert(' ', field('text'), { source: 'a' })).toEqual({ reason: 'missing' });
  expect(convert('', field('text', { required: false }), { source: 'a' })).toEqual({ empty: true });
  expect(convert('', field('code', { codes }), { source: 'a', otherwise: 'Nej' })).toEqual({ value: 'no' });
  expect(convert('#N/A', field('text'), { source: 'a' })).toEqual({ reason: 'sheet-error' });
});
