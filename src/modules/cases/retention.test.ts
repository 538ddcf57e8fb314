import { expect, test } from 'vitest';
import { eraseOn } from './retention.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const rule = { years: 2 };

test.each([
  ['closed', '2026-03-10', '2026-03-20', '2028-03-21'],
  ['decided', '2026-03-10', '2026-03-20', '2028-03-11'],
  ['closed', '2024-02-28', '2024-02-29', '2026-03-01'],
] as const)('counted from %s: decided %s, closed %s, it goes on %s', (from, decided, closed, expected) => {
  expect(eraseOn({ ...rule, after: from }, { decided: day(decided), closed: day(closed) }).toString()).toBe(expected);
});
