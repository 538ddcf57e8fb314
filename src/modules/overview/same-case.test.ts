import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bareItem, byUrgency, type OverviewItem } from './item.ts';
import { gather, sameCase } from './same-case.ts';

function item(source: string, id: string, more: Partial<OverviewItem> = {}): OverviewItem {
  return {
    ...bareItem,
    ...{ source, id, title: `${source} ${id}`, authority: 'Sottunga kommun', codes: null, ball: 'them' },
    status: { words: 'Handläggs', normal: 'in-progress' },
    last: { at: '2026-03-02T10:00:00Z', words: 'Ändrat' },
    ...more,
  };
}
const rankOf = (source: string) => ({ house: 1, direct: 2, relay: 3 })[source] ?? 9;

describe('the same case in two sources', () => {
  test.each([
    ['one names the other', { sameAs: ['relay:2'] }, {}, 'named'],
    ['both have a third name', { sameAs: ['case:7/1'] }, { sameAs: ['case:7/1'] }, 'named'],
    [
      'the same authority and number, however it is set',
      { reference: 'SOT 2026-0001' },
      { reference: 'sot 2026/0001' },
      'reference',
    ],
    [
      'another authority with the same number',
      { reference: '2026-1' },
      { reference: '2026-1', authority: 'Kökar' },
      null,
    ],
    ['no number in either', {}, {}, null],
  ] as const)('%s', (_name, one, other, rule) => {
    expect(sameCase(item('house', '1', one), item('relay', '2', other))).toBe(rule);
  });

  test('two cases of one source are never the same', () => {
    expect(sameCase(item('relay', '1', { reference: 'A 1' }), item('relay', '2', { reference: 'A 1' }))).toBeNull();
  });

  test('is shown once, as who handles it says, with what the other knew beside it', () => {
    const ours = item('house', '1', { reference: 'A 1' });
    const theirs = item('relay', '2', { reference: 'A1', deadline: { on: '2026-04-01', counted: 'x' } });
    const { items } = gather([], [theirs, ours], rankOf);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      source: 'house',
      deadline: { on: '2026-04-01' },
      also: [{ source: 'relay', rule: 'reference' }],
    });
  });

  test('that comes late is not shown again, and says by which rule', () => {
    const { items: shown } = gather([], [item('house', '1', { reference: 'A 1' })], rankOf);
    const late = gather(shown, [item('relay', '2', { reference: 'A 1' }), item('relay', '3')], rankOf);
    expect(late.items.map(({ id }) => id)).toEqual(['3']);
    expect(late.doubled).toMatchObject([{ rule: 'reference', shownAs: 'house 1' }]);
  });

  test('does not depend on the order in which the sources answered', () => {
    const some = fc.array(
      fc.record({
        source: fc.constantFrom('house', 'direct', 'relay'),
        id: fc.stringMatching(/^[0-9]{1,3}$/),
        reference: fc.option(fc.constantFrom('A 1', 'A1', 'B 2'), { nil: null }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(some, (rows) => {
        const unique = [...new Map(rows.map((row) => [row.source + row.id, row])).values()];
        const found = unique.map(({ source, id, reference }) => item(source, id, { reference }));
        const count = (list: OverviewItem[]) => gather([], list, rankOf).items.length;
        expect(count([...found].reverse())).toBe(count(found));
      }),
    );
  });
});

test('what waits for me comes first, the nearest day first; the rest by what happened last', () => {
  const mine = (on: string | null) =>
    item('house', on ?? 'no day', { ball: 'me', deadline: on ? { on, counted: '' } : null });
  const sorted = [
    item('house', 'old', { last: { at: '2026-01-01T00:00:00Z', words: '' } }),
    mine(null),
    item('house', 'new'),
    mine('2026-05-01'),
    mine('2026-04-01'),
  ].sort(byUrgency);
  expect(sorted.map(({ id }) => id)).toEqual(['2026-04-01', '2026-05-01', 'no day', 'new', 'old']);
});
