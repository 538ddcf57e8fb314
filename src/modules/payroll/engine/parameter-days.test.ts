import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../../kernel/project-root.ts';
import { loadRuleBook } from '../parameters/load-rule-book.ts';
import { FINE, WHOLE } from './amount.ts';
import { addDays, type Day, monthAround } from './day.ts';
import { givenLine } from './given-line.ts';
import { hindrancesOf } from './hindrances.ts';
import type { Line } from './line.ts';
import { type Work, workLines } from './month.ts';
import { calculatePayslip, makeEngine } from './payslip.ts';
import type { PayslipInput } from './payslip-input.ts';
import { parameterOf, valueOn } from './rule-book.ts';
import { rules } from './rules.ts';

const book = loadRuleBook(join(projectRoot, 'data/parameters/payroll'));
const engine = makeEngine(book);
const changes = [...book.byKey].flatMap(([key, found]) =>
  found.slice(1).map(({ from, ref }, n) => ({ key, from, ref, old: found[n]?.ref })),
);

test.each(changes.map((one) => [one.key, one.from, one] as const))(
  '%s changes on %s, not a day before or after',
  (key, from, one) => {
    expect(valueOn(book, key, addDays(from, -1)).ref).toBe(one.old);
    expect(valueOn(book, key, from).ref).toBe(one.ref);
  },
);

/** Every day on which a value of pay changes, and the day before it. */
const days = [...new Set(changes.flatMap(({ from }) => [addDays(from, -1), from]))]
  .filter((day) => day >= '2025-04-01')
  .sort();

function isValidOn(line: Line, day: Day): boolean {
  return line.parameters.every((ref) => {
    const found = parameterOf(book, ref);
    return found !== undefined && found.from <= day && (found.to === null || day <= found.to);
  });
}

describe.each(days)('on %s', (day) => {
  test.each(['AX', 'SE'] as const)('law in %s is that of the payment date, whenever it was earned', (country) => {
    const earned = monthAround(addDays(day, -40));
    const input: PayslipInput = {
      country,
      paymentDate: day,
      earned,
      birthDate: '1968-03-03',
      pay: [givenLine(country, { code: 'monthly', amount: 30_000_00 }, earned)],
      benefits: [],
      tax: country === 'AX' ? { kind: 'none' } : { kind: 'table', table: 33, column: 1 },
      garnishment: { kind: 'reserved', reserved: 1_000_00 },
      employer: { paidBeforeThisYear: 2_400_000_00 },
    };
    expect(hindrancesOf(engine, input, false)).toEqual([]);
    const { lines, employer } = calculatePayslip(engine, input);
    for (const line of [...lines, ...employer]) {
      expect([
        line.code,
        isValidOn(line, day),
        rules[line.rule].basis === 'payment' || line.parameters.length === 0,
      ]).toEqual([line.code, true, true]);
    }
  });

  test('the agreement is that of the earning day', () => {
    const hours = (kind: 'evening' | 'ob-a') => [{ kind, on: day, hours: FINE }];
    const akta = {
      from: '2020-01-01',
      taskPay: 3_000_00,
      personalSupplement: 0,
      partTime: WHOLE,
      system: 'general',
      experienceFrom: null,
      paid: 'monthly',
    } as const;
    const ab = { from: '2020-01-01', monthlyPay: 30_000_00, personalSupplement: 0, partTime: WHOLE, hourPrice: null };
    const earned = monthAround(addDays(day, 40));
    const beside = { earned, worked: [], sick: [] };
    const works: readonly Work[] = [
      { agreement: 'AKTA', month: { ...beside, terms: [akta], hours: hours('evening') as never } },
      { agreement: 'AB', month: { ...beside, terms: [ab], hours: hours('ob-a') as never, holidays: [] } },
    ];
    for (const line of works.flatMap((work) => workLines(engine, work)).filter(({ quantity }) => quantity !== null)) {
      expect([line.code, line.earnedFrom, isValidOn(line, day), rules[line.rule].basis]).toEqual([
        line.code,
        day,
        true,
        'earning',
      ]);
    }
  });
});

test.each([
  ['2020-06-15', '2025-06-14', 0],
  ['2020-06-15', '2025-06-15', 30_000],
  ['2020-02-29', '2025-02-28', 0],
  ['2020-02-29', '2025-03-01', 30_000],
  ['2016-02-28', '2026-02-27', 30_000],
  ['2016-02-28', '2026-02-28', 80_000],
])('experience since %s gives on %s an increment of %i millionths', (experienceFrom, day, rate) => {
  const terms = {
    from: '2015-01-01',
    taskPay: 3_000_00,
    personalSupplement: 0,
    partTime: WHOLE,
    system: 'office' as const,
    experienceFrom,
    paid: 'monthly' as const,
  };
  const month = { earned: { from: day, to: monthAround(day).to }, terms: [terms], hours: [], worked: [], sick: [] };
  const lines = workLines(engine, { agreement: 'AKTA', month });
  expect(lines.find(({ code }) => code === 'experience-increment')?.rate ?? 0).toBe(rate);
});
