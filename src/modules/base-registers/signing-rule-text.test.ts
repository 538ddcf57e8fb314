import { expect, test } from 'vitest';
import { participationOf, type RegisteredOrganisation, type SigningAlternative } from './registered-organisation.ts';
import { signingRuleText } from './signing-rule-text.ts';

const ruled = (...signingRule: SigningAlternative[]): RegisteredOrganisation => ({
  ...{ number: '9900001-8', name: 'Prov', form: 'limited-company', status: 'active', dissolvedOn: null, signingRule },
  signatories: [
    { number: 'a', name: 'Anna', role: 'chair' },
    { number: 'b', name: 'Bo', role: 'board-member' },
    { number: 'c', name: null, role: 'board-member' },
  ],
});

test.each<[RegisteredOrganisation, string, string]>([
  [ruled(), 'Ingen är registrerad som får skriva under', 'not'],
  [ruled({ everyoneOf: ['a'] }), 'Anna ensam', 'alone'],
  [ruled({ anyOf: ['a'], count: 1 }), 'Anna ensam', 'alone'],
  [ruled({ anyOf: ['a', 'b'], count: 1 }), 'en av Anna och Bo', 'alone'],
  [ruled({ everyoneOf: ['a', 'b'] }), 'Anna och Bo tillsammans', 'together'],
  [
    ruled({ anyOf: ['a', 'b', 'c'], count: 2 }),
    '2 av Anna, Bo och en person med skyddade personuppgifter tillsammans',
    'together',
  ],
  [
    ruled({ everyoneOf: ['b', 'c'] }, { everyoneOf: ['b'] }),
    'Bo och en person med skyddade personuppgifter tillsammans eller Bo ensam',
    'not',
  ],
  [ruled({ everyoneOf: ['a', 'b'] }, { everyoneOf: ['a'] }), 'Anna och Bo tillsammans eller Anna ensam', 'alone'],
])('a rule of signature reads as a sentence, and says how Anna signs', (organisation, text, anna) => {
  expect(signingRuleText(organisation, 'sv')).toBe(text);
  expect(participationOf(organisation, 'a')).toBe(anna);
});

test('it reads in each language', () => {
  const rule = ruled({ anyOf: ['a', 'b'], count: 2 }, { everyoneOf: ['b'] });
  expect(signingRuleText(rule, 'fi')).toBe('Anna ja Bo yhdessä tai Bo yksin');
  expect(signingRuleText(rule, 'en')).toBe('Anna and Bo together or Bo alone');
});
