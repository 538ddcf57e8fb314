import { describe, expect, test } from 'vitest';
import { faultInGuardianships, faultInOrganisation, faultInOrganisations, faultInPerson } from './faults.ts';
import type { Guardianship } from './guardianship.ts';
import type { RegisteredOrganisation } from './registered-organisation.ts';
import type { RegisteredPerson } from './registered-person.ts';

const today = Temporal.PlainDate.from('2026-06-01');
const day = (text: string) => Temporal.PlainDate.from(text);
const a = '140388-942J';
const b = '050192-934W';
const c = '080803A905K';

const person: RegisteredPerson = {
  ...{ number: a, name: 'A', address: null, protectedIdentity: false, birthDate: day('1988-03-14'), diedOn: null },
  ...{ civilStatus: 'married', guardians: [], children: [{ number: c, name: 'C', birthDate: day('2019-05-04') }] },
};

describe('what the population register says of a person', () => {
  test.each<[string, Partial<RegisteredPerson>, string | null]>([
    ['holds together', {}, null],
    ['is about another', { number: b }, 'about-another'],
    ['has them die before they are born', { diedOn: day('1988-03-13') }, 'contradictory'],
    ['has them die on the day of birth', { diedOn: day('1988-03-14') }, null],
    ['has them die today', { diedOn: today }, null],
    ['has them die tomorrow, where the day has begun', { diedOn: today.add({ days: 1 }) }, null],
    ['has them die next week', { diedOn: today.add({ days: 7 }) }, 'contradictory'],
    ['has them be born next year', { birthDate: day('2027-06-01'), children: [] }, 'contradictory'],
    ['makes them their own guardian', { guardians: [{ number: a, name: 'A' }] }, 'contradictory'],
    [
      'makes them their own child',
      { children: [{ number: a, name: 'A', birthDate: day('2019-05-04') }] },
      'contradictory',
    ],
    ['makes a child older than its parent', { birthDate: day('2020-01-01') }, 'contradictory'],
    ['names a guardian twice', { guardians: [1, 2].map(() => ({ number: b, name: 'B' })) }, 'contradictory'],
    ['makes somebody both guardian and child', { guardians: [{ number: c, name: 'C' }] }, 'contradictory'],
    [
      'gives the address of a protected person',
      { protectedIdentity: true, address: { street: 'x', postalCode: 'x', place: 'x', country: 'FI' } },
      'contradictory',
    ],
  ])('%s', (_what, change, fault) => {
    expect(faultInPerson({ ...person, ...change }, a, today)).toBe(fault);
  });
});

const organisation: RegisteredOrganisation = {
  ...{ number: '9900001-8', name: 'Prov', form: 'limited-company', status: 'active', dissolvedOn: null },
  signatories: [
    { number: a, name: 'A', role: 'chair' },
    { number: b, name: 'B', role: 'board-member' },
  ],
  signingRule: [{ anyOf: [a, b], count: 2 }, { everyoneOf: [a] }],
};

describe('what the company register says of an organisation', () => {
  test.each<[string, Partial<RegisteredOrganisation>, string | null]>([
    ['holds together', {}, null],
    ['is about another', { number: '9900002-6' }, 'about-another'],
    ['lets nobody sign', { signingRule: [] }, null],
    ['lets everyone of nobody sign, which is anybody', { signingRule: [{ everyoneOf: [] }] }, 'contradictory'],
    ['lets none of two do', { signingRule: [{ anyOf: [a, b], count: 0 }] }, 'contradictory'],
    ['lets fewer than none do', { signingRule: [{ anyOf: [a, b], count: -1 }] }, 'contradictory'],
    ['lets one and a half do', { signingRule: [{ anyOf: [a, b], count: 1.5 }] }, 'contradictory'],
    ['asks for three of two', { signingRule: [{ anyOf: [a, b], count: 3 }] }, 'contradictory'],
    ['counts one person as two', { signingRule: [{ anyOf: [a, a], count: 2 }] }, 'contradictory'],
    ['lets somebody sign who is no signatory', { signingRule: [{ everyoneOf: [c] }] }, 'contradictory'],
    [
      'names a signatory twice in the same role',
      { signatories: [organisation.signatories[0], ...organisation.signatories] as never },
      'contradictory',
    ],
    [
      'names somebody in two roles',
      { signatories: [...organisation.signatories, { number: a, name: 'A', role: 'managing-director' }] },
      null,
    ],
    ['is dissolved without a day', { status: 'dissolved' }, 'contradictory'],
    ['is active and was dissolved', { dissolvedOn: day('2020-01-01') }, 'contradictory'],
    ['was dissolved next year', { status: 'dissolved', dissolvedOn: day('2027-06-01') }, 'contradictory'],
    ['was dissolved', { status: 'dissolved', dissolvedOn: day('2020-01-01') }, null],
  ])('%s', (_what, change, fault) => {
    expect(faultInOrganisation({ ...organisation, ...change }, '9900001-8', today)).toBe(fault);
  });
});

describe('the list of organisations that a person signs for', () => {
  test.each<[string, readonly RegisteredOrganisation[], string, string | null]>([
    ['holds together', [organisation], a, null],
    ['names one in which the person is nobody', [organisation], c, 'about-another'],
    ['names the same twice', [organisation, organisation], a, 'contradictory'],
    ['has one that contradicts itself', [{ ...organisation, status: 'dissolved' }], a, 'contradictory'],
  ])('%s', (_what, list, number, fault) => {
    expect(faultInOrganisations(list, number, today)).toBe(fault);
  });
});

const guardianship: Guardianship = {
  ...{ kind: 'god-man', principal: { number: a, name: 'A' }, guardian: { number: b, name: 'B' } },
  ...{ scope: ['property'], from: day('2025-01-01'), to: null },
};

describe('the list of a person’s guardianships', () => {
  test.each<[string, Partial<Guardianship>, string, string | null]>([
    ['is about the principal', {}, a, null],
    ['is about the guardian', {}, b, null],
    ['is about two others', {}, c, 'about-another'],
    ['makes somebody their own guardian', { guardian: { number: a, name: 'A' } }, a, 'contradictory'],
    ['covers nothing', { scope: [] }, a, 'contradictory'],
    ['covers the same twice', { scope: ['property', 'property'] }, a, 'contradictory'],
    ['ends before it begins', { to: day('2024-12-31') }, a, 'contradictory'],
    ['lasts a day', { to: day('2025-01-01') }, a, null],
  ])('%s', (_what, change, number, fault) => {
    expect(faultInGuardianships([{ ...guardianship, ...change }], number)).toBe(fault);
  });
});
