import { expect, test } from 'vitest';
import { bareItem, type OverviewItem } from '../item.ts';
import { countable, hiddenCode } from './code-counter.ts';
import { inForce, inOurWords, meaningsOn, type Said } from './meaning.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const words = { sv: 'Handläggs', fi: 'Käsittelyssä', en: 'Being handled' };

function said(seq: number, from: string, more: Partial<Said> = {}): Said {
  const meaning = { words, normal: 'in-progress', ball: null } as const;
  return { source: 'zgw', kind: 'status', code: 'In behandeling', seq, from: day(from), meaning, ...more };
}

test.each([
  ['2026-02-28', null],
  ['2026-03-01', 1],
  ['2026-03-09', 1],
  ['2026-03-10', 3],
  ['2026-04-01', 2],
])('on %s what was said as number %s holds', (on, seq) => {
  const all = [said(1, '2026-03-01'), said(2, '2026-04-01'), said(3, '2026-03-10')];
  expect(inForce(all, day(on))?.seq ?? null).toBe(seq);
  expect(inForce(all.toReversed(), day(on))?.seq ?? null).toBe(seq);
});

test('of two said for the same day the later one holds', () => {
  expect(inForce([said(1, '2026-03-01'), said(2, '2026-03-01')], day('2026-03-01'))?.seq).toBe(2);
});

const item: OverviewItem = {
  ...bareItem,
  ...{ source: 'zgw', id: '1', title: 'Bygglov', authority: 'Grannkommunen', ball: 'me', nextStep: 'Svara.' },
  status: { words: 'Besluit', normal: 'in-progress' },
  codes: { status: 'Besluit', type: 'bouw' },
  deadline: { on: '2026-12-01', counted: 'x' },
  expected: { on: '2026-12-24', counted: 'x' },
  last: { at: '2026-03-02T10:00:00Z', words: 'Ändrat' },
};
const decided = { words: { sv: 'Beslutat', fi: 'Päätetty', en: 'Decided' }, normal: 'decided' } as const;
const on = day('2026-06-01');

test('a status is told in the reader’s language; what is over has no step to take and is not waited for', () => {
  const meanings = meaningsOn(
    [said(1, '2026-03-01', { code: 'Besluit', meaning: { ...decided, ball: 'done' } })],
    'zgw',
    on,
  );
  expect(inOurWords(item, meanings, 'fi')).toMatchObject({
    ...{ ball: 'done', nextStep: null, deadline: null, expected: null, kind: null },
    status: { words: 'Päätetty', normal: 'decided' },
  });
});

test('a kind of case gets its name; whose move it is stays with the source when nothing is said of it', () => {
  const building = { kind: 'type', code: 'bouw', meaning: { words: { sv: 'Bygglov', fi: 'R', en: 'B' } } } as const;
  const meanings = meaningsOn(
    [said(1, '2026-03-01', building), said(1, '2026-03-01', { code: 'Besluit', meaning: { ...decided, ball: null } })],
    'zgw',
    on,
  );
  expect(inOurWords(item, meanings, 'sv')).toMatchObject({ kind: 'Bygglov', ball: 'me', nextStep: 'Svara.' });
});

test('what was said of another source, another kind or later, or taken back, changes nothing', () => {
  const taken = said(2, '2026-04-01', { code: 'Besluit', meaning: null });
  const meanings = meaningsOn(
    [
      said(1, '2026-03-01', { code: 'Besluit' }),
      taken,
      said(3, '2026-12-01', { code: 'Besluit' }),
      said(1, '2026-03-01', { source: 'other', code: 'Besluit' }),
      said(1, '2026-03-01', { kind: 'type', code: 'Besluit' }),
    ],
    'zgw',
    on,
  );
  expect(inOurWords(item, meanings, 'sv')).toEqual(item);
});

test.each([
  ['TS.KORKORT.INKOMMEN', 'TS.KORKORT.INKOMMEN'],
  ['5b1f8a52-6a3f-4d0e-9d0c-0f7f6b1b0a01', '5b1f8a52-6a3f-4d0e-9d0c-0f7f6b1b0a01'],
  ['19900101-9802', hiddenCode],
  ['klaar 010190-900A', hiddenCode],
  [null, ''],
])('the code %s is counted as %s', (code, counted) => {
  expect(countable(code)).toBe(counted);
});
