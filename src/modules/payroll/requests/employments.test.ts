import { expect, test } from 'vitest';
import { type Fact, packFacts } from '../facts/fact.ts';
import { type Choice, chosenPosts, contractOn, EVERY, ownPosts } from './employments.ts';

const contract = (seq: number, employment: number, title: string, from: string, to: string | null = null) =>
  ({
    seq,
    kind: 'employment',
    employment,
    from,
    to,
    body: { title, position: title, unit: `${title}ns enhet` },
  }) as Fact; // as below
const teacher = contract(1, 1, 'Lärare', '2020-01-01', '2026-05-31');
const later = contract(2, 1, 'Rektor', '2026-06-01');
const cook = contract(3, 2, 'Kock', '2024-01-01');
const guide = contract(1, 1, 'Guide', '2025-06-01', '2025-08-31');
const [one, two] = [
  { id: 'a', facts: packFacts([teacher, later, cook]) },
  { id: 'b', facts: packFacts([guide]) },
];
const posts = ownPosts([one, two]);

test('employments are those of every number one has at the employer, named as they were last', () => {
  expect(posts.map(({ key, title }) => [key, title])).toEqual([
    ['a.1', 'Rektor'],
    ['a.2', 'Kock'],
    ['b.1', 'Guide'],
  ]);
});

test.each([
  ['nothing chosen of two that hold', 'absence', '2026-05-04', '', 'which'],
  ['one chosen', 'time', '2026-05-04', 'a.2', ['a.2']],
  ['all of them, absent', 'absence', '2026-05-04', EVERY, ['a.1', 'a.2']],
  ['all of them, in summer', 'absence', '2025-07-01', EVERY, ['a.1', 'a.2', 'b.1']],
  ['hours of all of them', 'time', '2026-05-04', EVERY, 'which'],
  ['only one held then', 'time', '2021-05-04', '', ['a.1']],
  ['one that had ended', 'absence', '2026-05-04', 'b.1', 'none'],
  ['before the first', 'absence', '2019-05-04', '', 'none'],
  ['somebody else’s', 'time', '2026-05-04', 'c.1', 'not-own'],
] as const)('%s', (_what, kind, day, chosen, expected) => {
  const found: Choice = chosenPosts(posts, { kind, from: day, to: day }, chosen);
  expect(typeof found === 'string' ? found : found.map(({ key }) => key)).toEqual(expected);
});

test.each([
  [1, '2026-05-31', 'Lärare'],
  [1, '2026-06-01', 'Rektor'],
  [2, '2026-06-01', 'Kock'],
  [2, '2019-01-01', 'Kock'],
  [3, '2026-06-01', undefined],
])('employment %i is on %s that of the %s', (employment, on, title) => {
  expect(contractOn(one, employment, on)?.body.title).toBe(title);
});
