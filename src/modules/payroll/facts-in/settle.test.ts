import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Fact, holding, type RecordedFact } from '../facts/fact.ts';
import { settle, type Told } from './settle.ts';

const at = Temporal.Instant.from('2026-11-22T10:00:00Z');

/** What holds when these have been told, one after the other. */
function told(all: readonly Told[]): { readonly facts: readonly Fact[]; readonly changes: number } {
  const recorded: RecordedFact[] = [];
  for (const one of all) {
    for (const said of settle(holding(recorded), one)) {
      const { replaces = null, withdrawn = false, ...rest } = said;
      recorded.push({
        ...rest,
        seq: recorded.length + 1,
        replaces,
        withdrawn,
        recordedAt: at,
        source: 'x',
      } as RecordedFact); // as it is stored
    }
  }
  return { facts: holding(recorded), changes: recorded.length };
}
function says(facts: readonly Fact[]): readonly string[] {
  return facts.map(({ seq: _seq, ...fact }) => JSON.stringify(fact)).sort();
}
function salary(from: string, monthly: number, to: string | null = null): Told {
  return { kind: 'salary', employment: 1, from, to, body: { monthly, share: 1_000_000 } };
}

test('a salary ends the day before the next one begins, whichever was told first', () => {
  const [old, young] = [salary('2025-01-01', 300_000), salary('2026-10-01', 310_000)];
  const wanted = [
    { from: '2025-01-01', to: '2026-09-30', body: { monthly: 300_000 } },
    { from: '2026-10-01', to: null, body: { monthly: 310_000 } },
  ];
  for (const order of [
    [old, young],
    [young, old],
    [old, young, old, young],
  ]) {
    expect(told(order).facts.toSorted((a, b) => (a.from < b.from ? -1 : 1))).toMatchObject(wanted);
  }
  expect(told([old, young, old, young]).changes).toBe(told([old, young]).changes);
});

test('what is taken away is gone, and taken away once more changes nothing', () => {
  const wrong = salary('2026-01-01', 1);
  expect(told([wrong, { ...wrong, withdrawn: true }, { ...wrong, withdrawn: true }])).toEqual({
    facts: [],
    changes: 2,
  });
});

test('hours that a manager has approved stay approved when the file comes once more, and others ask anew', () => {
  const hours = (quantity: number): Told => ({
    ...{ kind: 'time', employment: 1, from: '2026-03-02', to: '2026-03-02' },
    body: { code: 'evening', quantity, approved: false },
  });
  const first: Fact = { ...hours(80_000), seq: 1, body: { code: 'evening', quantity: 80_000, approved: true } } as Fact; // hours
  expect(settle([first], hours(80_000))).toEqual([]);
  expect(settle([first], hours(70_000))).toMatchObject([{ replaces: 1, body: { quantity: 70_000, approved: false } }]);
});

const day = fc.integer({ min: 1, max: 9 }).map((n) => `2026-01-0${n}`);
const anything: fc.Arbitrary<Told> = fc
  .record({ employment: fc.constantFrom(1, 2), from: day, last: fc.option(day), what: fc.nat(3), amount: fc.nat(2) })
  .map(({ employment, from, last, what, amount }) => {
    const to = last === null || last < from ? null : last;
    if (what === 0) return { ...salary(from, amount, to), employment };
    if (what === 1) return { kind: 'union', employment: null, from, to, body: { amount } };
    if (what === 2) return { kind: 'absence', employment, from, to, body: { cause: 'sick' } };
    return { kind: 'benefit', employment: null, from, to, body: { code: amount === 0 ? 'car' : 'meal', amount: 1 } };
  });
/** Rows of one file: two about the same thing say the same, or they wait for a person. */
const file = fc.uniqueArray(anything, {
  maxLength: 10,
  selector: ({ kind, employment, from, body }) => `${kind} ${employment} ${from} ${'code' in body ? body.code : ''}`,
});

test('the order in which rows come means nothing, and the same rows once more change nothing', () => {
  fc.assert(
    fc.property(
      file.chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
      ([rows, shuffled]) => {
        const first = told(rows);
        expect(says(told(shuffled).facts)).toEqual(says(first.facts));
        expect(told([...rows, ...shuffled]).changes).toBe(first.changes);
      },
    ),
  );
});
