import { expect, test } from 'vitest';
import { readStints, schedules } from './schedule-rows.ts';

test.each([
  ['07.00–15.30', [[420, 930]]],
  [
    '07:00-11:30 12:00-16:00',
    [
      [420, 690],
      [720, 960],
    ],
  ],
  [
    '7.00-11.30, 12.00-16.00',
    [
      [420, 690],
      [720, 960],
    ],
  ],
  ['22.00-06.30', [[1320, 1830]]],
  ['16.00-24.00', [[960, 1440]]],
  ['8-16', undefined],
  ['25.00-26.00', undefined],
  ['08.00-12.00 11.00-16.00', undefined],
])('%s is read as minutes of the day', (text, stints) => expect(readStints(text)).toEqual(stints));

test.each([
  ['hours alone', { monday: '7.65', tuesday: '4' }, { hours: [76_500, 40_000, 0, 0, 0, 0, 0] }],
  [
    'times make the hours',
    { monday: undefined, 'friday-times': '22.00-06.00' },
    { hours: [0, 0, 0, 0, 80_000, 0, 0], stints: [[], [], [], [], [[1320, 1800]], [], []] },
  ],
  [
    'hours beside the times stand: a break is in them',
    { monday: '7.5', 'monday-times': '08.00-16.00' },
    { hours: [75_000, 0, 0, 0, 0, 0, 0], stints: [[[480, 960]], [], [], [], [], [], []] },
  ],
])('%s', (_what, row, body) => {
  const kept = Object.fromEntries(Object.entries(row).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  expect(schedules.said(kept)).toEqual({ kind: 'schedule', body });
});

test.each([[{}], [{ monday: '25' }], [{ 'monday-times': 'kl 8' }]])('%o is refused in words', (row) => {
  expect(schedules.said(row as never)).toHaveProperty('refused.sv');
});
