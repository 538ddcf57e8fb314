import { expect, test } from 'vitest';
import { type Attempt, isSettled, type Outcome, stateOf, type TipState } from './tip.ts';

function attempts(...outcomes: (Outcome | null)[]): Attempt[] {
  return outcomes.map((outcome, index) => ({ number: index + 1, outcome }));
}

const rows: [string, Attempt[], TipState, boolean][] = [
  ['never tried', attempts(), 'under-way', false],
  ['taken', attempts('accepted'), 'accepted', true],
  ['refused', attempts('refused'), 'refused', true],
  ['put off', attempts('later'), 'later', false],
  ['put off often', attempts('later', 'later', 'later'), 'later', false],
  ['unknown once', attempts('unknown'), 'under-way', false],
  ['killed once', attempts(null), 'under-way', false],
  ['killed, then put off', attempts(null, 'later'), 'later', false],
  ['unknown, then taken', attempts('unknown', 'accepted'), 'accepted', true],
  ['unknown twice', attempts('unknown', 'unknown'), 'unknown', true],
  ['killed twice', attempts(null, null), 'unknown', true],
  ['unknown, put off, killed', attempts('unknown', 'later', null), 'unknown', true],
];

test.each(rows)('a tip that was %s is in the right state', (_name, given, state, done) => {
  expect(stateOf(given)).toBe(state);
  expect(isSettled(stateOf(given))).toBe(done);
});
