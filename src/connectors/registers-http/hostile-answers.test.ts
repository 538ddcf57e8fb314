import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SourceAnswer } from '../../kernel/source-answer.ts';
import { civilStatuses } from '../../modules/base-registers/index.ts';
import { readOrganisation } from './company-register.ts';
import { readGuardianships } from './guardianship-register.ts';
import { readPerson } from './population-register.ts';
import { readReply } from './read-answer.ts';
import type { Reply } from './transport.ts';

const number = '140388-942J';
const now = Temporal.Instant.from('2026-06-01T08:00:00Z');
const readers = {
  person: (reply: Reply) => readReply(reply, { source: 'x', number, now }, readPerson),
  organisation: (reply: Reply) => readReply(reply, { source: 'x', number, now }, readOrganisation),
  guardianships: (reply: Reply) => readReply(reply, { source: 'x', number, now }, readGuardianships),
} satisfies Record<string, (reply: Reply) => SourceAnswer<unknown>>;

const good = {
  person: {
    asOf: '2026-06-01T07:00:00Z',
    about: number,
    person: {
      ...{ number, name: 'Anna', protectedIdentity: false, birthDate: '1988-03-14', diedOn: null },
      address: { street: 'Vägen 1', postalCode: '22720', place: 'Sottunga', country: 'FI' },
      ...{ civilStatus: 'married', guardians: [] },
      children: [{ number: '040519A911W', name: 'Emil', protectedIdentity: false, birthDate: '2019-05-04' }],
    },
  },
  organisation: {
    asOf: '2026-06-01T07:00:00Z',
    about: number,
    organisation: {
      ...{ number, name: 'Prov Ab', form: 'limited-company', status: 'active', dissolvedOn: null },
      signatories: [{ number: '050192-934W', name: 'A', protectedIdentity: false, role: 'chair' }],
      signingRule: [{ everyoneOf: ['050192-934W'] }, { anyOf: ['050192-934W'], count: 1 }],
    },
  },
  guardianships: {
    asOf: '2026-06-01T07:00:00Z',
    about: number,
    guardianships: [
      {
        ...{ kind: 'god-man', scope: ['property'], from: '2025-01-01', to: null },
        principal: { number, name: 'A', protectedIdentity: false },
        guardian: { number: '080803A905K', name: null, protectedIdentity: true },
      },
    ],
  },
} as const;
type Kind = keyof typeof good;
const kinds = Object.keys(good) as Kind[];

test.each(kinds)('a good answer about %s is read', (kind) => {
  expect(readers[kind]({ kind: 'json', body: good[kind] })).toMatchObject({ state: 'answered' });
});

test.each(kinds)('whatever JSON comes about %s, it is told apart and never thrown', (kind) => {
  fc.assert(
    fc.property(fc.jsonValue(), (body) => {
      expect(readers[kind]({ kind: 'json', body })).toMatchObject({ state: 'failed', fault: 'broken' });
    }),
    { numRuns: 500 },
  );
});

function numbersIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'number' ? [String(inner)] : numbersIn(inner)));
}

/** Every place in a value, as the keys that lead there. */
function placesIn(value: unknown, path: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  return [[...path], ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

function changed(value: unknown, path: readonly string[], to: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return to;
  const copy: Record<string, unknown> = Array.isArray(value) ? ([...value] as never) : { ...(value as object) };
  copy[key] = changed(copy[key], rest, to);
  return copy;
}

test.each(kinds)(
  'a good answer about %s with any one place made strange is usable or a fault, with no trace of it',
  (kind) => {
    const places = placesIn(good[kind]);
    const strange = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('9999-99-99', '2026-02-31', '-000000-01-01', '2026-06-01T07:00:00+99:00', '1e400', 1e308, -0),
      fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', '\u0000', '\u202e', 'x'.repeat(10_000)),
      fc.array(fc.constant({}), { minLength: 201, maxLength: 300 }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), strange, (place, value) => {
        const answer = readers[kind]({ kind: 'json', body: changed(good[kind], place, value) });
        expect(['answered', 'nothing', 'failed']).toContain(answer.state);
        if (answer.state === 'failed')
          expect(['broken', 'unknown-type', 'about-another', 'contradictory']).toContain(answer.fault);
        if (answer.state === 'answered') {
          expect(JSON.stringify(answer.value)).not.toMatch(/\\u0000|\u202e|x{201}/);
          for (const found of numbersIn(answer.value)) expect(found).toMatch(/^[0-9A-Y+-]{9,12}$/);
          expect(Temporal.Instant.compare(answer.asOf, now)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 1_000 },
    );
  },
);

test('an answer without any one of its fields is broken', () => {
  for (const kind of kinds) {
    for (const place of placesIn(good[kind]).filter((one) => one.length > 0)) {
      const answer = readers[kind]({ kind: 'json', body: changed(good[kind], place, undefined) });
      expect(answer, `${kind} ${place}`).toMatchObject({ state: 'failed' });
    }
  }
});

test('a word is known or it is not: no name of a language’s own passes for one', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ minLength: 1, maxLength: 60 }),
        fc.constantFrom('constructor', '__proto__', 'Married', ' married'),
      ),
      (word) => {
        const body = changed(good.person, ['person', 'civilStatus'], word);
        const answer = readers.person({ kind: 'json', body });
        const isKnown = (civilStatuses as readonly string[]).includes(word);
        expect(answer).toMatchObject(isKnown ? { state: 'answered' } : { state: 'failed', fault: 'unknown-type' });
      },
    ),
  );
});

test('what is sent beside an answer is not taken in', () => {
  const body = {
    ...good.person,
    person: { ...good.person.person, salary: 1, address: { ...good.person.person.address, door: 'B' } },
  };
  const answer = readers.person({ kind: 'json', body });
  if (answer.state !== 'answered') throw new Error(answer.state);
  expect(JSON.stringify(answer.value)).not.toMatch(/salary|door/);
});

test('a protected person’s name and address are not taken in, whatever the register sends', () => {
  const child = { ...good.person.person.children[0], protectedIdentity: true };
  const body = { ...good.person, person: { ...good.person.person, protectedIdentity: true, children: [child] } };
  expect(readers.person({ kind: 'json', body })).toMatchObject({
    value: { protectedIdentity: true, address: null, children: [{ name: null }] },
  });
});

test.each([
  ['2026-06-01T08:04:59Z', 'answered'],
  ['2026-06-01T08:05:01Z', 'failed'],
  ['2026-06-01T10:05:00+02:00', 'answered'],
  ['2026-06-01T07:00:00.123456789Z', 'answered'],
  ['1970-01-01T00:00:00Z', 'answered'],
  ['2026-06-01T07:00:00', 'failed'],
  ['2026-02-31T07:00:00Z', 'failed'],
])('data of %s at eight o’clock is %s', (asOf, state) => {
  expect(readers.person({ kind: 'json', body: { ...good.person, asOf } }).state).toBe(state);
});
