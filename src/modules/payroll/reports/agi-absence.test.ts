import { expect, test } from 'vitest';
import type { Fact } from '../facts/fact.ts';
import { writeAgi } from './agi.ts';
import { checkAbsences, parentalDays } from './agi-absence.ts';
import type { EarlierEntry, ReportInput } from './report.ts';
import { readTerms } from './terms.ts';

const march = { from: '2026-03-01', to: '2026-03-31' };
const absence = (from: string, to: string | null, cause = 'parental') =>
  ({ seq: 1, kind: 'absence', employment: 1, from, to, body: { cause } }) as Fact; // as above
const week = { seq: 2, kind: 'schedule', employment: 1, from: '2020-01-01', to: null } as const;
const weekend = { ...week, body: { hours: [0, 0, 0, 0, 0, 80_000, 80_000] } } as Fact; // as above

test.each([
  ['Monday to Friday where there is no schedule', [absence('2026-03-05', '2026-03-09')], ['05', '06', '09']],
  ['the days of the schedule', [weekend, absence('2026-03-05', '2026-03-09')], ['07', '08']],
  ['as far as the month goes', [absence('2026-02-20', '2026-03-02')], ['02']],
  ['each day once', [absence('2026-03-02', '2026-03-03'), absence('2026-03-03', '2026-03-04')], ['02', '03', '04']],
  ['of parents, not of the ill', [absence('2026-03-02', null, 'sick')], []],
])('days away are %s', (_what, facts, days) => {
  expect(parentalDays(facts, march)).toEqual(days.map((day) => `2026-03-${day}`));
});

const { terms } = readTerms({
  ...{ number: '212000-2411', creator: '212000-2411', contactName: 'L', contactPhone: '1', contactEmail: 'l@a.se' },
});
function declared(days: readonly string[], over: Partial<ReportInput> = {}) {
  return writeAgi({
    ...{ report: 'r', employer: { authority: 7522281, name: 'Sundsvall' }, terms, paid: [], earlier: new Map() },
    ...{ absent: [{ id: 'a', number: '1', days }], earlierAbsence: new Map(), about: 'agi 202603', cancels: null },
    ...{ numberOf: () => '197911239817', specificationOf: () => 1, period: '2026-03-01', production: false },
    at: Temporal.Instant.from('2026-04-01T10:00:00Z'),
    ...over,
  });
}
const coded = (text: string, code: string) =>
  [...text.matchAll(new RegExp(`faltkod="${code}">([^<]*)<`, 'g'))].map(([, one]) => one);

test('each day is a statement of its own, also of who was not paid; a day that is none any more is taken away', () => {
  const first = declared(['2026-03-02', '2026-03-31']);
  const text = first.content?.toString() ?? '';
  expect([coded(text, '821'), coded(text, '822'), coded(text, '826')]).toEqual([
    ['2026-03-02', '2026-03-31'],
    ['2', '31'],
    ['100', '100'],
  ]);
  expect(coded(text, '823')).toEqual(['FORALDRAPENNING', 'FORALDRAPENNING']);
  const [entry] = first.entries;
  const earlierAbsence = new Map([['a', entry as EarlierEntry]]);
  const second = declared(['2026-03-02'], { earlierAbsence });
  const changed = second.content?.toString() ?? '';
  expect([coded(changed, '821'), coded(changed, '820')]).toEqual([['2026-03-02', '2026-03-31'], ['1']]);
  expect(second.entries).toMatchObject([{ about: 'agi-absence 202603', version: 2, removed: false }]);
  expect(declared([], { earlierAbsence }).entries).toMatchObject([{ version: 2, removed: true }]);
});

test('nothing is said of months before 2025, of nobody, or of whom no number is known', () => {
  expect(declared(['2024-12-02'], { period: '2024-12-01' }).content).toBeNull();
  expect(declared([]).content).toBeNull();
  expect(declared(['2026-03-02'], { numberOf: () => null }).problems).toMatchObject([
    { kind: 'number-missing', employee: '1' },
    { kind: 'nothing' },
  ]);
});

test('the structure is read by another parser, and a fault in it is found', () => {
  const text = declared(['2026-03-02']).content?.toString() ?? '';
  expect(checkAbsences(Buffer.from(text))).toEqual([]);
  for (const [from, to] of [
    [/faltkod="821"/g, 'faltkod="822"'],
    [/>FORALDRAPENNING</g, '>VAB<'],
    [/>100</g, '>101<'],
    [/agd:FranvaroDatum/g, 'agd:Datum'],
    [/<agd:FranvaroProcentFP.*<\/agd:FranvaroProcentFP>/g, ''],
  ] as const)
    expect(checkAbsences(Buffer.from(text.replaceAll(from, to)))).not.toEqual([]);
});
