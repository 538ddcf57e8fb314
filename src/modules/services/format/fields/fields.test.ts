import { describe, expect, test } from 'vitest';
import type { Field } from '../definition.ts';
import { fieldTypes } from './index.ts';

/** Type, what is typed, what becomes of it (a value, nothing, or a fault). */
const typed: readonly [Field['type'], string, unknown][] = [
  ['text', '  Anna   Berg ', 'Anna Berg'],
  ['text', '   ', undefined],
  ['longtext', 'a\r\nb', 'a\nb'],
  ['number', '1 250', 1250],
  ['number', '−3', -3],
  ['number', '12,5', 'not-a-number'],
  ['number', '', undefined],
  ['money', '34 500,50 kr', 3450050],
  ['money', '1250:-', 125000],
  ['money', '12.5', 1250],
  ['money', '0,01', 1],
  ['money', '-5', 'not-an-amount'],
  ['money', '1,234', 'not-an-amount'],
  ['date', '2027-02-29', 'not-a-date'],
  ['date', '2028-02-29', '2028-02-29'],
  ['boolean', 'yes', true],
  ['boolean', 'no', false],
  ['boolean', '', undefined],
  ['boolean', 'maybe', 'not-an-option'],
  ['choice', 'a', 'a'],
  ['choice', 'z', 'not-an-option'],
  ['email', 'anna@example.org', 'anna@example.org'],
  ['email', 'anna@example', 'not-an-email'],
  ['email', 'anna berg@example.org', 'not-an-email'],
  ['phone', '+358 (0)18 123 456', '+358 (0)18 123 456'],
  ['phone', '12', 'not-a-phone'],
  ['phone', 'ring mig', 'not-a-phone'],
  ['organisation', '556016-0680', '5560160680'],
  ['organisation', 'FI02050714', '0205071-4'],
  ['organisation', '556016-0681', 'not-an-organisation'],
  ['organisation', '199001012391', 'not-an-organisation'],
  ['account', 'fi21 1234 5600 0007 85', 'FI2112345600000785'],
  ['account', 'FI2112345600000786', 'not-an-account'],
  ['account', '5050-1055', '5050-1055'],
  ['account', '5050-1056', 'not-an-account'],
  ['account', '4-2', '4-2'],
];

function readAs(type: Field['type'], sent: Record<string, unknown>): unknown {
  const field: Field = { id: 'x', type, options: ['a', 'b'] };
  const parsed = fieldTypes[type].parse(sent, 'x', field);
  if ('faults' in parsed) return parsed.faults[0]?.kind;
  if (parsed.value === undefined) return undefined;
  return fieldTypes[type].check(parsed.value, field)[0]?.kind ?? parsed.value;
}

describe('what is typed', () => {
  test.each(typed)('%s %j becomes %j', (type, text, outcome) => {
    expect(readAs(type, { x: text })).toEqual(outcome);
  });

  test('a date in three fields, and a day that there is not', () => {
    expect(readAs('date', { 'x-day': '1', 'x-month': '2', 'x-year': '2027' })).toBe('2027-02-01');
    expect(readAs('date', { 'x-day': '31', 'x-month': '2', 'x-year': '2027' })).toBe('not-a-date');
    expect(readAs('date', { 'x-day': '', 'x-month': '', 'x-year': '' })).toBeUndefined();
  });

  test('an address is whole, and its postal code five digits with or without a space', () => {
    const address = { 'x.street': 'Bygatan 2', 'x.postalCode': 'AX-227 20', 'x.city': 'Sottunga' };
    expect(readAs('address', address)).toEqual({ street: 'Bygatan 2', postalCode: '22720', city: 'Sottunga' });
    const parsed = fieldTypes.address.parse({ ...address, 'x.city': '' }, 'x', { id: 'x', type: 'address' });
    expect(parsed).toEqual({ faults: [{ kind: 'required', part: 'city' }] });
    expect(readAs('address', {})).toBeUndefined();
  });

  test('several choices, each once', () => {
    expect(readAs('choices', { x: ['a', 'b', 'a'] })).toEqual(['a', 'b']);
    expect(readAs('choices', { x: 'z' })).toBe('not-an-option');
    expect(readAs('choices', {})).toBeUndefined();
  });

  test('files and rows never come out of a form', () => {
    expect(readAs('file', { x: 'etc/passwd' })).toBeUndefined();
    expect(readAs('group', { x: 'y' })).toBeUndefined();
  });
});

describe('what comes from a client', () => {
  const wrong: readonly unknown[] = [{ x: 'x' }, [], 1.5, Number.NaN, '', Symbol('x'), () => 1];
  test.each(Object.keys(fieldTypes) as Field['type'][])(
    '%s is refused when it is of no kind, never thrown over',
    (type) => {
      const field: Field = { id: 'x', type, options: ['a', 'b'], repeat: { min: 1, max: 2 } };
      for (const value of wrong) {
        expect(fieldTypes[type].check(value, field).length).toBeGreaterThan(0);
        expect(fieldTypes[type].show(value, field, { language: 'sv', currency: 'EUR', option: (id) => id })).toBe('');
      }
    },
  );
});

test('a day is one that Temporal knows, for every day of some centuries and the days around', () => {
  const known = (text: string) => {
    try {
      return Boolean(Temporal.PlainDate.from(text));
    } catch {
      return false;
    }
  };
  for (const year of ['1900', '2000', '2023', '2024', '2100', '2199']) {
    for (let month = 0; month <= 13; month++) {
      for (let day = 0; day <= 32; day++) {
        const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
        expect(fieldTypes.date.check(text, { id: 'x', type: 'date' }).length === 0, text).toBe(known(text));
      }
    }
  }
});

test('values are written in the reader’s language and the country’s currency', () => {
  const reader = { language: 'fi', currency: 'EUR', option: (id: string) => `[${id}]` } as const;
  expect(fieldTypes.money.show(123450, { id: 'x', type: 'money' }, reader)).toBe('1\u00a0234,50\u00a0€');
  expect(fieldTypes.date.show('2027-01-11', { id: 'x', type: 'date' }, reader)).toBe('11. tammikuuta 2027');
  expect(fieldTypes.choices.show(['a', 'b'], { id: 'x', type: 'choices' }, reader)).toBe('[a], [b]');
  expect(fieldTypes.account.show('FI2112345600000785', { id: 'x', type: 'account' }, reader)).toBe(
    'FI21 1234 5600 0007 85',
  );
});
