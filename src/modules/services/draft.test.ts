import { describe, expect, test } from 'vitest';
import { newId } from '../../kernel/ids.ts';
import { changedFields, changedSince, type Draft, withAnswers } from './draft.ts';
import type { DefinitionPage } from './format/definition.ts';
import { readPage } from './read-page.ts';
import { actionIn, rowsIn, withRowAction } from './row-actions.ts';

const page: DefinitionPage = {
  id: 'children',
  fields: [
    {
      ...{ id: 'children', type: 'group', repeat: { min: 1, max: 3 } },
      fields: [
        { id: 'name', type: 'text' },
        { id: 'born', type: 'date' },
      ],
    },
    { id: 'note', type: 'text', optional: true },
    { id: 'fee', type: 'money', value: 1 },
  ],
};

const at = Temporal.Instant.from('2026-11-22T12:00:00Z');
const draft: Draft = {
  ...{ id: newId(), party: newId(), authority: 2480766 as Draft['authority'], service: 'se.x/y' as Draft['service'] },
  ...{
    version: 1,
    seq: 1,
    answers: {},
    typed: {},
    changes: [],
    startedAt: at,
    changedAt: at,
    filedAt: null,
    cosigning: null,
  },
};

/** Saves one after the other, as the store counts them. */
function saved(...answers: readonly Draft['answers'][]): Draft {
  return answers.reduce<Draft>((now, next) => ({ ...withAnswers(now, next, {}), seq: now.seq + 1 }), draft);
}

describe('a form from another tab', () => {
  test('is told which of its own fields were saved since it was shown', () => {
    const now = saved({ note: 'a' }, { note: 'b', other: 1 }, { note: 'b', other: 2 });
    expect(changedSince(now, 4, page)).toEqual([]);
    expect(changedSince(now, 3, page)).toEqual([]); // another page's field
    expect(changedSince(now, 2, page)).toEqual(['note']);
  });

  test('is told of all its fields when it is too old for anybody to remember', () => {
    const now = saved(...Array.from({ length: 30 }, (_, n) => ({ other: n })));
    expect(now.changes).toHaveLength(20);
    expect(changedSince(now, 1, page)).toEqual(['children', 'note', 'fee']);
    expect(changedSince(now, now.seq - 5, page)).toEqual([]);
  });

  test('with a number that nobody gave is taken as new, and without one as too old to trust', () => {
    expect(changedSince(saved({ note: 'a' }), 99, page)).toEqual([]);
    expect(changedSince(saved({ note: 'a' }), 0, page)).toEqual(['children', 'note', 'fee']);
  });
});

test('fields differ by what is in them, not by the order of it', () => {
  expect(changedFields({ a: { x: 1, y: 2 }, b: 1 }, { a: { y: 2, x: 1 }, c: 3 })).toEqual(['b', 'c']);
});

describe('the buttons of a page', () => {
  test.each([
    ['add:children', 'add'],
    ['remove:children:1', 'remove'],
    ['save', 'save'],
    ['', 'next'],
    ['add:note', 'next'],
    ['remove:children:-1', 'next'],
    ['remove:children:1e9', 'next'],
    ['remove-file:note:abc', 'next'],
    ['drop:table', 'next'],
  ])('%j means %s', (value, kind) => expect(actionIn({ _action: value }, page).kind).toBe(kind));

  test('never make more rows than the group allows, nor fewer', () => {
    const [group] = page.fields;
    if (!group) throw new Error('no group');
    expect(rowsIn({ 'children.rows': '9999999' }, group)).toBe(3);
    expect(rowsIn({ 'children.rows': '-1' }, group)).toBe(1);
    expect(rowsIn({}, group)).toBe(1);
    const full = withRowAction({ 'children.rows': '3' }, { kind: 'add', group });
    expect(full['children.rows']).toBe('3');
  });
});

test('a page is read as it was shown: nothing that was not shown, nothing that is calculated', () => {
  const sent = {
    ...{ _shown: 'children children.0.name children.0.born fee', 'children.rows': '2', fee: '1', note: 'not shown' },
    ...{
      'children.0.name': 'Alva',
      'children.0.born-day': '31',
      'children.0.born-month': '2',
      'children.0.born-year': '2024',
    },
    'children.1.name': 'not shown either',
  };
  const read = readPage(page, { note: 'kept', elsewhere: 7 }, sent);
  expect(read.answers).toEqual({ note: 'kept', elsewhere: 7, children: [{ name: 'Alva' }, {}] });
  expect(Object.keys(read.controls)).toEqual(['children.0.born-day', 'children.0.born-month', 'children.0.born-year']);
});
