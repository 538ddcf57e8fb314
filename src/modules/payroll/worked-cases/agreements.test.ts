import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../kernel/project-root.ts';
import { holidayDays } from '../engine/agreement/ab-lines.ts';
import { karensOfWeek } from '../engine/agreement/ab-sick.ts';
import type { AbTerms } from '../engine/agreement/ab-terms.ts';
import { aktaHours } from '../engine/agreement/akta-hours.ts';
import { withIncreases } from '../engine/agreement/akta-increase.ts';
import type { AktaTerms } from '../engine/agreement/akta-terms.ts';
import { readDecimal, writeAmount } from '../engine/amount.ts';
import { monthAround } from '../engine/day.ts';
import { inOrder } from '../engine/line.ts';
import { type Work, workLines } from '../engine/month.ts';
import { makeEngine } from '../engine/payslip.ts';
import { loadRuleBook } from '../parameters/load-rule-book.ts';

/** A case as the file writes it: amounts, percents and hours are decimal numbers in text. */
type Worked = {
  readonly agreement: 'AKTA' | 'AB';
  readonly shows: string;
  readonly paragraph: string;
  readonly earned: string;
  readonly expected?: readonly (readonly [string, string])[];
  readonly missing?: string;
  readonly increasesTo?: string;
  readonly holyDays?: readonly string[];
  readonly shifts?: Parameters<typeof aktaHours>[0];
} & Readonly<Record<'terms' | 'hours' | 'worked' | 'sick', readonly Readonly<Record<string, unknown>>[] | undefined>> &
  Readonly<Record<string, unknown>>;

const engine = makeEngine(loadRuleBook(join(projectRoot, 'data/parameters/payroll')));
const worked: readonly Worked[] = JSON.parse(readFileSync(join(import.meta.dirname, 'agreements.json'), 'utf8'));

const digits: Readonly<Record<string, number>> = {
  taskPay: 2,
  personalSupplement: 2,
  monthlyPay: 2,
  hourPrice: 2,
  karensTaken: 2,
  paid: 2,
  partTime: 4,
  averageShare: 4,
  hours: 4,
};

/** The numbers of the file as the engine counts them. */
function counted(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => counted(one));
  if (typeof value === 'string') {
    const of = digits[key];
    return of === undefined ? value : (readDecimal(value, of) ?? value);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, counted(one, name)]));
}

function workOf(one: Worked): Work {
  const from = (key: string): never[] => (counted(one[key]) ?? []) as never[]; // the file has the shapes of the months
  const terms = from('terms') as (AktaTerms & AbTerms)[];
  const month = {
    earned: monthAround(`${one.earned}-01`),
    terms: one.increasesTo && terms[0] ? withIncreases(engine.book, terms[0], one.increasesTo) : terms,
    hours: one.shifts ? aktaHours(one.shifts, new Set(one.holyDays)) : from('hours'),
    worked: from('worked').map((row: object) => ({ kind: 'hourly', ...row })),
    sick: from('sick').map((row: { from: string; to: string }) => ({ ...row, period: { from: row.from, to: row.to } })),
    holidays: from('holidays'),
    holidayBonus: counted(one.holidayBonus),
    variableHoliday: counted(one.variableHoliday),
  };
  return { agreement: one.agreement, month } as unknown as Work; // as above
}

test.each(worked.map((one) => [one.paragraph, one.shows, one] as const))('%s: %s', (_paragraph, _shows, one) => {
  if (one.missing !== undefined) return expect(() => workLines(engine, workOf(one))).toThrow(one.missing);
  const lines = inOrder(workLines(engine, workOf(one)));
  expect(lines.map(({ code, amount }) => [code, writeAmount(amount)])).toEqual(one.expected);
});

test('at least forty cases show the agreements', () => expect(worked.length).toBeGreaterThanOrEqual(40));

test.each([
  ['1987-01-01', 25],
  ['1986-12-31', 31],
  ['1977-01-01', 31],
  ['1976-12-31', 32],
])('born %s: days of holiday in 2026, by the age reached in the year', (birthDate, days) => {
  expect(holidayDays(engine.book, birthDate, '2026-05-01')).toBe(days);
});

test.each([
  ['36 hours a week at 266.35 (a published page has 1 534.15)', 360_000, 266_35, 7_670_88, 1_534_18],
  ['40 hours a week at 100', 400_000, 100_00, 3_200_00, 640_00],
])('karens of who is paid by the hour: %s', (_what, hours, price, weeklySickPay, karens) => {
  expect(karensOfWeek(hours, price, 800_000, 200_000)).toEqual({ weeklySickPay, karens });
});
