import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../kernel/project-root.ts';
import { FINE, readDecimal, WHOLE, writeAmount, writeFine } from '../engine/amount.ts';
import { monthAround } from '../engine/day.ts';
import { inOrder } from '../engine/line.ts';
import { workLines } from '../engine/month.ts';
import { makeEngine } from '../engine/payslip.ts';
import type { Fact } from '../facts/fact.ts';
import { schedules } from '../facts-in/schedule-rows.ts';
import { loadRuleBook } from '../parameters/load-rule-book.ts';
import { monthOfFacts } from '../run/month-pay.ts';

/** An employment with a schedule, what happened in the month before, and what its lines are. */
type Case = {
  readonly agreement: 'AKTA' | 'AB';
  readonly paragraph: string;
  readonly shows: string;
  readonly earned: string;
  readonly system?: string;
  readonly share?: number;
  readonly from?: string;
  readonly to?: string;
  readonly week: Week | null;
  readonly later?: readonly [from: string, week: Week];
  readonly events?: readonly (readonly [string, string, string, Readonly<Record<string, unknown>>])[];
  readonly expected: readonly (readonly [string, string, string])[];
  readonly unanswered?: readonly string[];
};
/** Each day's times or hours, Monday first. */
type Week = readonly string[];

const engine = makeEngine(loadRuleBook(join(projectRoot, 'data/parameters/payroll')));
const cases: readonly Case[] = JSON.parse(readFileSync(join(import.meta.dirname, 'schedules.json'), 'utf8'));
const names = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** The week as a file of a schedule planner has it. */
function scheduleOf(week: Week) {
  const row = week.flatMap((text, n) =>
    text === '' ? [] : [[text.includes('-') ? `${names[n]}-times` : (names[n] ?? ''), text]],
  );
  return schedules.said(Object.fromEntries(row));
}

function factsOf({ agreement, system, share = 100, from = '2020-01-01', to, week, later, events = [] }: Case) {
  const post = { title: 'Vårdare', position: 'p1', unit: 'Hemtjänsten', ...(system ? { system } : {}) };
  const monthly = agreement === 'AKTA' ? 3_000_00 : 33_000_00;
  const said: { kind: string; from: string; to: string | null; body: unknown }[] = [
    { kind: 'employment', from, to: to ?? null, body: post },
    { kind: 'salary', from, to: to ?? null, body: { monthly, share: (share * WHOLE) / 100 } },
    ...(week ? [{ from, to: null, ...scheduleOf(week) } as never] : []),
    ...(later ? [{ from: later[0], to: null, ...scheduleOf(later[1]) } as never] : []),
    ...events.map(([kind, day, last, { quantity, ...body }]) => ({
      ...{ kind, from: day, to: last },
      body: quantity === undefined ? body : { ...body, quantity: readDecimal(String(quantity), 4) },
    })),
  ];
  return said.map((one, n) => ({ ...one, seq: n + 1, employment: 1 }) as Fact); // as the file says them
}

test.each(cases.map((one) => [one.paragraph, one.shows, one] as const))('%s: %s', (_paragraph, _shows, one) => {
  const country = one.agreement === 'AKTA' ? 'AX' : 'SE';
  const { works, troubles } = monthOfFacts(engine, country, factsOf(one), monthAround(`${one.earned}-01`));
  const lines = inOrder(
    works.flatMap((work) => workLines(engine, work)).filter(({ facts }) => facts.includes('schedule')),
  );
  const found = lines.map(({ code, quantity, amount }) => [code, writeFine(quantity ?? FINE), writeAmount(amount)]);
  expect(found).toEqual(one.expected);
  const left = troubles.filter(({ kind }) => kind === 'schedule-unanswered').map(({ code }) => code);
  expect([...new Set(left)]).toEqual(one.unanswered ?? []);
});

test('at least forty cases show what a schedule gives', () => expect(cases.length).toBeGreaterThanOrEqual(40));
