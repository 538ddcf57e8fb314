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

const again: [string, Attempt[], number, TipState][] = [
  ['refused, and not tried since', attempts('refused'), 1, 'under-way'],
  ['refused, then taken', attempts('refused', 'accepted'), 1, 'accepted'],
  ['refused, then refused', attempts('refused', 'refused'), 1, 'refused'],
  ['unknown twice, and not tried since', attempts('unknown', null), 2, 'under-way'],
  ['unknown twice, then once more', attempts('unknown', null, 'unknown'), 2, 'unknown'],
  ['unknown twice, then put off', attempts('unknown', null, 'later'), 2, 'later'],
  ['unknown twice, then put off and taken', attempts('unknown', null, 'later', 'accepted'), 2, 'accepted'],
];

test.each(again)(
  'a tip that an operator wants sent once more, and was %s, is tried once',
  (_name, given, after, state) => {
    expect(stateOf(given, after)).toBe(state);
  },
);
