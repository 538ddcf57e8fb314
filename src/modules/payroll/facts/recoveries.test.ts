import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, monthAround } from '../engine/day.ts';
import type { Fact } from './fact.ts';
import { drawnIn, monthsOf, recoveryIn } from './recoveries.ts';

const begins = '2026-11-01';

test('what a plan draws in its months is together its total, whatever the month begins in', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 100_000 }), (total, monthly) => {
      fc.pre(total / monthly <= 24);
      let drawn = 0;
      let month = monthAround(begins);
      for (let n = 0; n < monthsOf({ total, monthly }); n++, month = monthAround(addDays(month.to, 1)))
        drawn += drawnIn({ total, monthly }, begins, month.from);
      expect(drawn).toBe(total);
      expect(drawnIn({ total, monthly }, begins, month.from)).toBe(0);
    }),
  );
});

test.each([
  ['2026-10', undefined],
  ['2026-11', 100],
  ['2027-01', 50],
  ['2027-02', undefined],
])('in %s a plan of 250 by 100 from November draws %s', (month, most) => {
  const body = {
    ...{ claim: 'c', month: monthAround('2026-09-01'), total: 250, monthly: 100, reserved: 0, way: 'pay' },
    decision: '§ 4',
  };
  const fact = { seq: 1, kind: 'repayment', employment: null, from: begins, to: '2027-01-31', body } as Fact;
  expect(recoveryIn([fact], monthAround(`${month}-01`))?.draws[0]?.most).toBe(most);
});
