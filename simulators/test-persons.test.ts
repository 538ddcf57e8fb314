import { expect, test } from 'vitest';
import { parsePersonNumber } from '../src/kernel/identifiers/parse.ts';
import { testPersons } from './test-persons.ts';

const today = Temporal.PlainDate.from('2026-06-01');

test.each(testPersons)('$sub has a number that is valid, and from a range nobody is ever given', (person) => {
  expect(parsePersonNumber(person.number, today, person.country)).toMatchObject({
    value: person.number,
    country: person.country,
    isTest: true,
  });
});

test('no two test persons share a subject or a number', () => {
  expect(new Set(testPersons.map((one) => one.sub)).size).toBe(testPersons.length);
  expect(new Set(testPersons.map((one) => one.number)).size).toBe(testPersons.length);
});
