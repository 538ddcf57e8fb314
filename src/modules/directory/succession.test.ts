import { describe, expect, test } from 'vitest';
import type { AuthorityId } from '../../kernel/ids.ts';
import { announce, holdersOf, type Succession, withdraw, withPredecessors } from './succession.ts';

const day = Temporal.PlainDate.from;
const at = Temporal.Instant.from('2026-11-22T12:00:00Z');

function succession(predecessor: number, successor: number, inForceOn: string, withdrawnAt: typeof at | null = null) {
  const id = `${predecessor}-${successor}`;
  return { id, predecessor, successor, inForceOn: day(inForceOn), withdrawnAt, source: 'made up' } as Succession;
}

const merger = [succession(1, 10, '2027-01-01'), succession(2, 10, '2027-01-01')];
const chain = [...merger, succession(10, 20, '2030-01-01')];
const division = [succession(5, 51, '2027-01-01'), succession(5, 52, '2027-01-01')];

describe('whose rows an authority holds', () => {
  test.each<[string, readonly Succession[], readonly number[], string, readonly number[]]>([
    ['its own, before a merger', merger, [10], '2026-12-31', [10]],
    ['those of both that merged, from the day', merger, [10], '2027-01-01', [1, 2, 10]],
    ['only its own, when it was withdrawn', [succession(1, 10, '2027-01-01', at)], [10], '2028-01-01', [10]],
    ['through two reforms', chain, [20], '2030-01-01', [1, 2, 10, 20]],
    ['one step before the second', chain, [20], '2029-12-31', [20]],
    ['both parts hold what was divided', division, [51], '2027-01-01', [5, 51]],
    ['several at once, each once', merger, [10, 1], '2027-01-01', [1, 2, 10]],
  ])('%s', (_what, known, authorities, on, expected) => {
    expect(withPredecessors(known, authorities as AuthorityId[], day(on))).toEqual(expected);
  });

  test.each<[readonly Succession[], number, string, readonly number[]]>([
    [merger, 1, '2026-12-31', [1]],
    [merger, 1, '2027-01-01', [10]],
    [chain, 1, '2031-01-01', [20]],
    [division, 5, '2027-01-01', [51, 52]],
  ])('an old link leads on to who holds it now', (known, authority, on, expected) => {
    expect(holdersOf(known, authority as AuthorityId, day(on))).toEqual(expected);
  });
});

describe('a reform', () => {
  const today = day('2026-11-22');

  test('is announced for a day to come', () => {
    expect(announce([], succession(1, 2, '2026-11-23'), today).inForceOn.toString()).toBe('2026-11-23');
    expect(() => announce([], succession(1, 2, '2026-11-22'), today)).toThrow('in-the-past');
  });

  test('is announced once, and again when it has been taken back', () => {
    expect(() => announce(merger, succession(1, 10, '2028-01-01'), today)).toThrow('known');
    expect(announce([succession(1, 2, '2027-01-01', at)], succession(1, 2, '2027-01-01'), today).successor).toBe(2);
  });

  test('never makes a circle, not even with one that is announced', () => {
    expect(() => announce([], succession(1, 1, '2027-01-01'), today)).toThrow('circle');
    expect(() => announce(chain, succession(20, 1, '2031-01-01'), today)).toThrow('circle');
  });

  test('is taken back until the day it takes force, and then no longer', () => {
    const planned = succession(1, 2, '2027-01-01');
    expect(withdraw(planned, at, day('2026-12-31')).withdrawnAt).toEqual(at);
    expect(() => withdraw(planned, at, day('2027-01-01'))).toThrow('in-force');
    expect(() => withdraw({ ...planned, withdrawnAt: at }, at, today)).toThrow('withdrawn');
  });
});
