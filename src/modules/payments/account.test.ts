import { expect, test } from 'vitest';
import { accountHint, accountText, readAccount } from './account.ts';

// IBANs: the examples of the IBAN registry (SWIFT) and of Finance Finland's guides; Swedish numbers: made to the rules of
// Bankgirot's "Bankernas kontonummeruppbyggnad"; bankgiro 5805-6201 is Bankgirot's published own.
test.each([
  ['FI21 1234 5600 0007 85', 'sepa', 'FI2112345600000785'],
  ['fi7433010001222090', 'sepa', 'FI7433010001222090'],
  ['SE45 5000 0000 0583 9825 7466', 'sepa', 'SE4550000000058398257466'],
  ['SE45 5000 0000 0583 9825 7466', 'sweden', 'SE4550000000058398257466'],
  ['FI21 1234 5600 0007 86', 'sepa', 'iban-check'],
  ['FI21 1234 5600 0007 8', 'sepa', 'iban-length'],
  ['FI2112345600000785', 'sweden', 'not-an-account'],
  ['BR1500000000000010932840814P2', 'sepa', 'not-in-sepa'],
  ['123', 'sepa', 'not-an-account'],
  ['', 'sweden', 'not-an-account'],
  ['bg 5805-6201', 'sweden', 'bg 58056201'],
  ['Bankgiro: 5805-6201', 'sweden', 'bg 58056201'],
  ['bg 5805-6202', 'sweden', 'check-digit'],
  ['bg 5805-6201', 'sepa', 'not-an-account'],
  ['DROP TABLE', 'sweden', 'not-an-account'],
] as const)('%s by %s is %s', (typed, scheme, wanted) => {
  const read = readAccount(typed, scheme);
  expect(typeof read === 'string' ? read : accountText(read)).toBe(wanted);
});

test('a Swedish account is its clearing number and its number, with its check digit held', () => {
  const read = readAccount('6789 123 456 789', 'sweden');
  expect(read).toEqual({ kind: 'bban', clearing: '6789', number: '123456789' });
  expect(readAccount('9022 5805 6201 33 1', 'sweden')).toBe('check-digit');
});

test('a hint shows which it is and not the whole', () => {
  expect(accountHint({ kind: 'iban', iban: 'FI2112345600000785' })).toBe('FI21 … 0785');
});
