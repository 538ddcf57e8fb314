import { describe, expect, test } from 'vitest';
import type { RegisteredPerson } from '../base-registers/index.ts';
import type { DefinitionPage } from './format/definition.ts';
import {
  childKey,
  isPrefilled,
  prefilledIn,
  type SaidOfApplicant,
  shownChildren,
  withChildren,
  withMarks,
} from './prefill.ts';

const page: DefinitionPage = {
  id: 'children',
  fields: [
    { id: 'who', type: 'text', prefill: 'person.name' },
    { id: 'address', type: 'address', prefill: 'person.address' },
    { id: 'addressRegistered', type: 'registered', of: ['address'] },
    {
      id: 'children',
      type: 'group',
      prefill: 'person.children',
      repeat: { min: 1, max: 3 },
      fields: [
        { id: 'name', type: 'text', prefill: 'child.name' },
        { id: 'born', type: 'date', prefill: 'child.birth-date' },
        { id: 'start', type: 'date' },
        { id: 'registered', type: 'registered', of: ['name', 'born'] },
      ],
    },
  ],
};
const [, , , group] = page.fields;
if (!group) throw new Error('no group');

const person: RegisteredPerson = {
  ...{ number: '1', name: 'Anna Öhman', protectedIdentity: false, diedOn: null, civilStatus: 'unmarried' },
  address: { street: 'Bygatan 2', postalCode: '227 20', place: 'Sottunga', country: 'AX' },
  birthDate: Temporal.PlainDate.from('1990-01-01'),
  guardians: [],
  children: [
    { number: '2', name: 'Emil', birthDate: Temporal.PlainDate.from('2019-05-04') },
    { number: '3', name: null, birthDate: Temporal.PlainDate.from('2020-01-01') },
    { number: '4', name: 'Elsa', birthDate: Temporal.PlainDate.from('2022-09-19') },
  ],
};
const said: SaidOfApplicant = { person, on: Temporal.PlainDate.from('2026-11-21') };
const emil = { name: 'Emil', born: '2019-05-04' };
const elsa = { name: 'Elsa', born: '2022-09-19' };
const keys = shownChildren(said).map(childKey);

test('only a page with something from the register asks it', () => {
  expect(isPrefilled(page)).toBe(true);
  expect(isPrefilled({ id: 'other', fields: [{ id: 'a', type: 'text' }] })).toBe(false);
});

test('name and address are as the register says, an address abroad or none is left to the person', () => {
  const address = { street: 'Bygatan 2', postalCode: '22720', city: 'Sottunga' };
  expect(prefilledIn(page, said)).toEqual({ who: 'Anna Öhman', address });
  const abroad = { street: 'Rue 1', postalCode: '75001', place: 'Paris', country: 'FR' };
  for (const other of [abroad, null]) {
    expect(prefilledIn(page, { ...said, person: { ...person, address: other } })).toEqual({ who: 'Anna Öhman' });
  }
});

test('a child whose data is protected is not among those to choose, and no key holds a number', () => {
  expect(keys).toEqual(['2019-05-04:Emil', '2022-09-19:Elsa']);
});

describe('the chosen children become rows', () => {
  test.each([
    ['in the place of an empty row', [{}], keys, [emil, elsa]],
    ['after what is written', [{ name: 'Tuva' }], ['2022-09-19:Elsa'], [{ name: 'Tuva' }, elsa]],
    ['each once', [{ ...emil, start: '2027-01-01' }], keys, [{ ...emil, start: '2027-01-01' }, elsa]],
    ['only the own', [], ['2020-01-01:null', '1999-01-01:Stranger'], []],
    ['no more than the group holds', [{ name: 'A' }, { name: 'B' }], keys, [{ name: 'A' }, { name: 'B' }, emil]],
  ])('%s', (_how, rows, chosen, expected) => {
    expect(withChildren(group, { children: rows }, chosen, said).children).toEqual(expected);
  });
});

describe('what is as the register says is marked with its day', () => {
  const marked = { ...emil, registered: '2026-11-21' };

  test('and what differs in anything is not, whoever claims it', () => {
    const typed = { ...emil, name: 'Emilia', registered: '2020-01-01' };
    expect(withMarks(page, {}, { children: [emil, typed] }, said).children).toEqual([
      marked,
      { name: 'Emilia', born: '2019-05-04' },
    ]);
  });

  test('an address in all its parts', () => {
    const address = { street: 'Bygatan 2', postalCode: '22720', city: 'Sottunga' };
    expect(withMarks(page, {}, { address }, said).addressRegistered).toBe('2026-11-21');
    const other = { ...address, city: 'Kökar' };
    expect(withMarks(page, {}, { address: other }, said)).not.toHaveProperty('addressRegistered');
  });

  test('when the register is silent the mark stays at what has not been changed since, wherever its row is now', () => {
    const before = { children: [{ name: 'Tuva' }, marked] };
    expect(withMarks(page, before, { children: [emil, elsa] }, null).children).toEqual([marked, elsa]);
  });
});
