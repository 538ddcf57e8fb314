import { expect, test } from 'vitest';
import { type FileState, isFetched, type KnownFile, wishOf } from './source.ts';

const file = { name: 'svar.xml', size: 10, modified: 100 };
const known = (state: FileState, over: Partial<KnownFile> = {}): KnownFile => ({
  ...file,
  state,
  detail: null,
  ...over,
});

test.each([
  ['is seen for the first time', file, undefined, 'leave', 'seen'],
  ['has grown since the last look', file, known('seen', { size: 9 }), 'leave', 'seen'],
  ['has been written to since the last look', file, known('seen', { modified: 99 }), 'leave', 'seen'],
  ['is as it was', file, known('seen'), 'read', 'seen'],
  ['changed while it was read, and then stood still', file, known('changed'), 'read', 'changed'],
  ['has a name of what is not finished', { ...file, name: 'svar.xml.part' }, known('seen'), 'leave', 'unfinished'],
  ['has nothing in it', { ...file, size: 0 }, undefined, 'leave', 'unfinished'],
  ['was taken and is still there', file, known('taken'), 'move', 'taken'],
  ['was refused and is as it was', file, known('refused'), 'leave', 'refused'],
  ['was refused and is another now', file, known('refused', { size: 9 }), 'leave', 'seen'],
] as const)('a file that %s', (_what, found, before, wish, state) => {
  expect(wishOf(found, before)).toEqual({ wish, state });
});

test('a hidden file and a path are nobody’s answer', () => {
  expect(['svar.xml', '.svar.xml', 'a/b.xml'].map((name) => isFetched({ ...file, name }))).toEqual([
    true,
    false,
    false,
  ]);
});
