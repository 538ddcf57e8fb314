import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newId } from '../ids.ts';
import { isPersonNumber, masked, written } from './identifier.ts';
import { parseIdentifier, parsePersonNumber } from './parse.ts';
import { containsIdentityNumber, redact } from './redact.ts';

const today = Temporal.PlainDate.from('2026-11-22');

// All persons' numbers here are from the published test ranges (Skatteverket: 238, 239, 980-999; DVV: 900-999).
describe('numbers as people write them', () => {
  test.each([
    ['19900101-2393', 'personnummer', '199001012393'],
    ['199001012393', 'personnummer', '199001012393'],
    ['900101-2393', 'personnummer', '199001012393'],
    ['9001012393', 'personnummer', '199001012393'],
    [' 900101 – 2393 ', 'personnummer', '199001012393'],
    ['170304-2380', 'personnummer', '201703042380'],
    ['120229-9812', 'personnummer', '201202299812'],
    ['120229+9812', 'personnummer', '191202299812'],
    ['260101-9801', 'personnummer', '202601019801'],
    ['260101+9801', 'personnummer', '192601019801'],
    ['900161-2390', 'samordningsnummer', '199001612390'],
    ['556016-0680', 'organisationsnummer', '5560160680'],
    ['165560160680', 'organisationsnummer', '5560160680'],
    ['212000-0142', 'organisationsnummer', '2120000142'],
    ['010190-900p', 'personbeteckning', '010190-900P'],
    ['010190Y901R', 'personbeteckning', '010190Y901R'],
    ['290204A902E', 'personbeteckning', '290204A902E'],
    ['280204B903U', 'personbeteckning', '280204B903U'],
    ['311299+904C', 'personbeteckning', '311299+904C'],
    ['020975-9662', 'personbeteckning', '020975-9662'],
    ['0205071-4', 'fo-nummer', '0205071-4'],
    ['02050714', 'fo-nummer', '0205071-4'],
    ['FI02050714', 'fo-nummer', '0205071-4'],
  ])('%s is read as %s %s', (text, kind, value) => {
    const found = parseIdentifier(text, today);
    expect([found.kind, found.kind === 'none' ? found.reason : found.value]).toEqual([kind, value]);
  });

  test.each([
    ['19900101-2394', 'wrong-check-digit'],
    ['19900231-2393', 'impossible-date'],
    ['20270101-2393', 'impossible-date'],
    ['556016-0681', 'wrong-check-digit'],
    ['0205071-5', 'wrong-check-digit'],
    ['310290-900P', 'impossible-date'],
    ['010190-900Q', 'wrong-check-digit'],
    ['010125A000W', 'not-recognised'],
    ['010190G900P', 'not-recognised'],
    ['1990', 'not-recognised'],
    ['', 'not-recognised'],
  ])('%s is none, and it is said why: %s', (text, reason) => {
    expect(parseIdentifier(text, today)).toEqual({ kind: 'none', reason });
  });

  test('who knows the country gets a number of that country, or none', () => {
    expect(parsePersonNumber('020975-9662', today, 'FI')).toMatchObject({ country: 'FI' });
    expect(parsePersonNumber('020975-9662', today, 'SE')).toMatchObject({ kind: 'none' });
    expect(parsePersonNumber('900101-2393', today, 'SE')).toMatchObject({ country: 'SE' });
    expect(parsePersonNumber('900101-2393', today, 'FI')).toMatchObject({ kind: 'none' });
  });

  test('a number of the test ranges is known as one', () => {
    const isTest = (text: string) => {
      const found = parseIdentifier(text, today);
      return found.kind !== 'none' && found.isTest;
    };
    expect(['19900101-2393', '201703042380', '191202299812', '010190-900P'].map(isTest)).toEqual(Array(4).fill(true));
    expect(['131052-308T', '5560160680'].map(isTest)).toEqual([false, false]);
  });

  test('the birth day is read from every form, also of a coordination number', () => {
    const born = (text: string) => {
      const found = parsePersonNumber(text, today);
      return found.kind === 'none' ? found.reason : found.born.toString();
    };
    expect(born('900161-2390')).toBe('1990-01-01');
    expect(born('290204A902E')).toBe('2004-02-29');
    expect(born('556016-0680')).toBe('not-recognised');
  });

  test('a person is shown by birth date only, an organisation whole', () => {
    const shown = ['9001012393', '010190-900p', '165560160680', '02050714'].map((text) => {
      const found = parseIdentifier(text, today);
      return found.kind === 'none' ? '' : [masked(found), written(found), isPersonNumber(found)];
    });
    expect(shown).toEqual([
      ['19900101-****', '19900101-2393', true],
      ['010190-****', '010190-900P', true],
      ['556016-0680', '556016-0680', false],
      ['0205071-4', '0205071-4', false],
    ]);
  });

  test('no text at all makes the reader fall', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => void parseIdentifier(text, today)));
    fc.assert(fc.property(fc.stringMatching(/^[0-9+A-Y-]{9,13}$/), (text) => void parseIdentifier(text, today)));
  });
});

describe('the redactor', () => {
  test.each([
    '19900101-2393',
    '199001012393',
    '900101-2393',
    '9001012393',
    '900101+2393',
    '900101 2393',
    '900161-2390',
    '010190-900P',
    '010190-900p',
    '290204A902E',
    '010190%2D900P',
    '900101%2D2393',
    '900101−2393',
  ])('finds %s wherever it stands', (number) => {
    for (const text of [
      number,
      `pnr=${number}&x=1`,
      `{"sub":"${number}"}`,
      `/personer/${number}/`,
      `Ärende för ${number}, Sottunga`,
      `id_${number}_a`,
      `018f3c9e-2b7a-7c1d-9d0e-123456789012 ${number}`,
    ]) {
      expect(containsIdentityNumber(text), text).toBe(true);
      expect(redact(text)).not.toContain(number);
      expect(containsIdentityNumber(redact(text))).toBe(false);
    }
  });

  test.each([
    '018f3c9e-2b7a-7c1d-9d0e-199001012393',
    'SOT 2026/00123',
    'SOT-2026-000123',
    '2026-11-22T03:04:05.123Z',
    '"time":1795316645123',
    '+358 18 123 456',
    '5560160680',
    '0205071-4',
    '7520180 2480766 9000001',
    '19900101-2394',
    '1199001012393',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  ])('leaves %s as it is', (text) => expect(redact(text)).toBe(text));

  test('ids made here are never taken for numbers', () => {
    for (let i = 0; i < 20_000; i++) {
      const text = `/handlaggning/2480766/${newId()}?q=${newId()}`;
      expect(redact(text)).toBe(text);
    }
  });

  test('what it has redacted holds nothing more to redact', () => {
    const number = fc.constantFrom('19900101-2393', '9001012393', '010190-900P', '290204A902E');
    fc.assert(
      fc.property(fc.string(), number, fc.string(), (before, inside, after) => {
        const text = `${before} ${inside} ${after}`;
        expect(redact(text)).not.toContain(inside);
        expect(redact(redact(text))).toBe(redact(text));
      }),
    );
  });
});
