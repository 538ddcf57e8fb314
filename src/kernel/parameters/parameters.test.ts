import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../refusal.ts';
import { checkParameters, loadParameters } from './load-parameters.ts';
import { type ParameterKey, type ParameterRow, parameterUnits } from './parameter.ts';
import { parameterAt, ruleOf, unverifiedParameters } from './parameters.ts';

const day = Temporal.PlainDate.from;
const key: ParameterKey = 'appeal-time.se';

function row(of: Partial<ParameterRow> = {}): ParameterRow {
  const source = { source: 'made up for this test', sourceDate: '2026-01-01', status: 'verified' } as const;
  return { key, from: '2026-01-01', to: null, value: 3, unit: 'weeks', ...source, ...of };
}

/** One sound row for every other key, so that only what a test plants is wrong. */
const others = Object.entries(parameterUnits)
  .filter(([other]) => other !== key)
  .map(([other, unit]) => row({ key: other, unit }));

describe('parameters at load', () => {
  test.each<[string, readonly unknown[], RegExp]>([
    ['an overlap', [row({ to: '2026-06-30' }), row({ from: '2026-06-30' })], /appeal-time\.se: overlap at 2026-06-30/],
    ['two without end', [row(), row({ from: '2026-03-01' })], /appeal-time\.se: overlap at 2026-03-01/],
    ['a gap', [row({ to: '2026-06-29' }), row({ from: '2026-07-01' })], /gap from 2026-06-30 until 2026-07-01/],
    ['an unknown key', [row(), row({ key: 'appeal-time.no' })], /appeal-time\.no: unknown key/],
    ['a missing key', [], /appeal-time\.se: no value/],
    ['a wrong unit', [row({ unit: 'days' })], /counts weeks, not days/],
    ['an end before the beginning', [row({ to: '2025-12-31' })], /ends before it begins/],
    ['half a week', [row({ value: 3.5 })], /appeal-time\.se/],
    ['a fraction of weeks', [row({ value: { numerator: 1, denominator: 2 } })], /can not be/],
    ['no source', [row({ source: '' })], /source/],
    ['a day that is not', [row({ from: '2026-02-30' })], /not a date/],
    ['something else', ['weeks'], /"weeks"/],
  ])('%s is refused by name', (_what, rows, message) => {
    expect(() => checkParameters([...rows, ...others], false)).toThrow(message);
  });

  test('all that is wrong is told at once', () => {
    expect(() => checkParameters([row({ key: 'x' }), ...others], false)).toThrow(/x: unknown key\n.*no value/);
  });

  test('what ships is sound', () => {
    const shipped = loadParameters(join(import.meta.dirname, '../../../data/parameters'), true);
    expect(parameterAt(shipped, 'appeal-time.se', day('2026-11-22')).value).toBe(3);
    expect(unverifiedParameters(shipped).map(({ key }) => key)).toContain('appeal-time.ax');
    const refused = expect.objectContaining({ details: expect.objectContaining({ key: 'appeal-time.ax' }) });
    expect(() => parameterAt(shipped, 'appeal-time.ax', day('2026-11-22'))).toThrow(refused);
  });
});

describe('the value on a day', () => {
  const rows = [row({ to: '2026-06-30' }), row({ from: '2026-07-01', value: 4, status: 'unverified' }), ...others];

  test.each([
    ['2026-01-01', 3],
    ['2026-06-30', 3],
    ['2026-07-01', 4],
    ['2099-01-01', 4],
  ])('%s: both the first and the last day belong to it', (on, value) => {
    expect(parameterAt(checkParameters(rows, false), key, day(on)).value).toBe(value);
  });

  test('before the first day there is none, and that is said', () => {
    expect(() => parameterAt(checkParameters(rows, false), key, day('2025-12-31'))).toThrow('none-on-day');
  });

  test('production uses what is verified and refuses what is not, when it is asked for', () => {
    const parameters = checkParameters(rows, true);
    expect(parameterAt(parameters, key, day('2026-06-30')).value).toBe(3);
    try {
      parameterAt(parameters, key, day('2026-07-01'));
      expect.unreachable();
    } catch (error) {
      expect(isRefusal(error, 'unavailable')).toBe(true);
    }
  });

  test('an explanation tells the source, the days, and whether anybody has checked it', () => {
    const label = { sv: 'Tid', fi: 'Aika', en: 'Time' };
    const rule = ruleOf(parameterAt(checkParameters(rows, false), key, day('2026-07-01')), label);
    expect(rule).toEqual({ label, source: 'made up for this test', validFrom: day('2026-07-01'), verified: false });
  });
});
