import { expect, test } from 'vitest';
import { forgetAll, keptFor } from './kept.ts';

test('what is kept for a moment is let go when it is old or when there is too much of it', () => {
  const kept = keptFor<string, number>(10_000, 2);
  kept.keep('a', 1);
  kept.keep('b', 2);
  kept.keep('c', 3);
  expect(['a', 'b', 'c'].map(kept.get)).toEqual([undefined, 2, 3]);
  kept.forget('b');
  expect(kept.get('b')).toBeUndefined();
  const brief = keptFor<string, number>(-1, 2);
  brief.keep('a', 1);
  expect(brief.get('a')).toBeUndefined();
});

test('a process that turns to another database remembers nothing of the one before', () => {
  const kept = keptFor<string, number>(10_000, 2);
  kept.keep('a', 1);
  forgetAll();
  expect(kept.get('a')).toBeUndefined();
});
