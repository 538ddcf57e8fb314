import { describe, expect, test } from 'vitest';
import { parseIdentifier, parsePersonNumber } from '../src/kernel/identifiers/parse.ts';
import companies from './company-register.json' with { type: 'json' };
import guardians from './guardianship-register.json' with { type: 'json' };
import population from './population-register.json' with { type: 'json' };
import { namesOf } from './registered-names.ts';
import { testPersons } from './test-persons.ts';

const today = Temporal.PlainDate.from('2026-06-01');
type Person = { sub?: string; number?: string; birthDate: string; guardians?: readonly string[] };
const persons: readonly Person[] = population.persons;
const numberOf = (person: Person) => person.number ?? testPersons.find((one) => one.sub === person.sub)?.number ?? '';
const known = new Set(persons.map(numberOf));

describe('the made-up population', () => {
  test('has everybody who can sign in, and nobody twice', () => {
    for (const { number, sub } of testPersons) expect(known.has(number), sub).toBe(true);
    expect(known.size).toBe(persons.length);
  });

  test.each(persons.map((person) => [numberOf(person), person.birthDate]))(
    '%s is a number from a range that nobody is ever given, and was born when it says',
    (number, birthDate) => {
      const parsed = parsePersonNumber(number, today);
      expect(parsed).toMatchObject({ value: number, isTest: true, born: Temporal.PlainDate.from(birthDate) });
    },
  );

  test('has guardians for its minors, known and of age, and for nobody else', () => {
    for (const person of persons) {
      const isMinor =
        Temporal.PlainDate.compare(Temporal.PlainDate.from(person.birthDate).add({ years: 18 }), today) > 0;
      expect((person.guardians ?? []).length > 0, numberOf(person)).toBe(isMinor);
      for (const number of person.guardians ?? []) expect(known.has(number)).toBe(true);
    }
  });
});

describe('the made-up organisations', () => {
  test.each(companies.organisations.map((one) => [one.name, one.number, one]))(
    '%s has a number with a right check digit, of a form that is not given',
    (_name, number) => {
      const parsed = parseIdentifier(number, today);
      expect(parsed).toMatchObject({ value: number });
      // No kind of organisation has the group 4; no number of Finland that begins with 99 has been seen.
      expect(number).toMatch(parsed.kind === 'organisationsnummer' ? /^4/ : /^99\d{5}-\d$/);
    },
  );

  test('have signatories whom the population register knows, and each a kind of rule or state to be tried', () => {
    for (const { signatories } of companies.organisations) {
      for (const { number } of signatories) expect(known.has(number)).toBe(true);
    }
    const states = new Set(companies.organisations.map((one) => one.status));
    expect(states).toEqual(new Set(['active', 'dissolved', 'bankruptcy', 'liquidation']));
  });
});

test('made-up guardianships are between persons whom the population register knows', () => {
  for (const { principal, guardian } of guardians.guardianships) {
    expect([known.has(principal), known.has(guardian)]).toEqual([true, true]);
  }
});

test('a protected person has no name in the registers beside the population register', () => {
  expect(namesOf('020975-9662')).toEqual({ number: '020975-9662', name: null, protectedIdentity: true });
  expect(namesOf('140388-942J')).toMatchObject({ name: 'Anna Sjöblom' });
});
