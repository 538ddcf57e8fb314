import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exampleDataKey, generateDataKey, isDefaultKey, makeSecrets } from './secrets.ts';

const day = Temporal.PlainDate.from('2026-03-01');
const older = generateDataKey(day);
const newer = generateDataKey(day.add({ days: 1 }));
const secrets = makeSecrets(newer);
const texts = fc.string({ unit: 'grapheme', maxLength: 200 });

describe('sealing', () => {
  test('what is sealed opens again, in the same context, and is never twice the same', () => {
    fc.assert(
      fc.property(texts, texts, (plain, context) => {
        const sealed = secrets.encrypt(plain, context);
        expect(secrets.decrypt(sealed, context)).toBe(plain);
        expect(secrets.encrypt(plain, context)).not.toBe(sealed);
      }),
    );
  });

  test('a sealed text that is moved to another context does not open', () => {
    fc.assert(
      fc.property(texts, texts, texts, (plain, here, there) => {
        fc.pre(here !== there);
        expect(() => secrets.decrypt(secrets.encrypt(plain, here), there)).toThrow('belongs elsewhere');
      }),
    );
  });

  test('a sealed text with any one bit changed does not open', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.integer({ min: 0, max: 7 }), (plain, where, bit) => {
        const [id, body] = secrets.encrypt(plain, 'here').split('.') as [string, string];
        const bytes = Buffer.from(body, 'base64url');
        const at = where % bytes.length;
        bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << bit), at);
        expect(() => secrets.decrypt(`${id}.${bytes.toString('base64url')}`, 'here')).toThrow('was changed');
      }),
    );
  });

  test.each(['', 'nothing', 'k20260302.', 'k20260302.AAAA', '.AAAA'])('%j is not a sealed text', (text) => {
    expect(() => secrets.decrypt(text, 'here')).toThrow('not a sealed text');
  });
});

describe('rotation', () => {
  const before = makeSecrets(older);
  const after = makeSecrets(`${newer}, ${older}`);

  test('what the older key sealed is read, known as outdated, and sealed anew with the new key', () => {
    const sealed = before.encrypt('Åsa Öberg', 'name');
    expect(after.decrypt(sealed, 'name')).toBe('Åsa Öberg');
    expect(after.isOutdated(sealed)).toBe(true);
    expect(after.isOutdated(after.encrypt('Åsa Öberg', 'name'))).toBe(false);
    expect(after.currentKey).toBe('k20260302');
  });

  test('a row indexed before the rotation is found by one of the indexes', () => {
    expect(after.indexes('value', 'purpose')).toContainEqual(before.index('value', 'purpose'));
    expect(after.indexes('value', 'purpose')[0]).toEqual(after.index('value', 'purpose'));
  });

  test('a key that was taken away is named, and what it sealed does not open', () => {
    expect(() => secrets.decrypt(before.encrypt('x', 'name'), 'name')).toThrow('the key "k20260301"');
  });
});

describe('indexes and tokens', () => {
  test('an index is equal only for the same value and purpose', () => {
    fc.assert(
      fc.property(texts, texts, texts, texts, (a, b, purpose, other) => {
        expect(secrets.index(a, purpose).equals(secrets.index(b, other))).toBe(a === b && purpose === other);
      }),
    );
    expect(secrets.index('a', 'b')).toHaveLength(32);
  });

  test('a token is found by its hash, which is not the token', () => {
    const { token, hash } = secrets.token();
    expect(secrets.hashToken(token)).toEqual(hash);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(secrets.token().token).not.toBe(token);
  });
});

describe('keys', () => {
  test.each([
    ['', 'is empty'],
    ['no-colon', 'without a good id'],
    [`UPPER:${older.split(':')[1]}`, 'without a good id'],
    ['short:AAAA', 'is not 32 bytes in base64'],
    [`${older}, ${older}`, 'two keys of the same id'],
  ])('%j is refused in one sentence that shows no key', (dataKey, fault) => {
    expect(() => makeSecrets(dataKey)).toThrow(fault);
    expect(() => makeSecrets(dataKey)).not.toThrow(older.slice(older.indexOf(':') + 1));
  });

  test('the published example and a repeated byte are known as default keys, a generated one is not', () => {
    expect(isDefaultKey(exampleDataKey)).toBe(true);
    expect(isDefaultKey(`${older},zero:${Buffer.alloc(32).toString('base64')}`)).toBe(true);
    expect(isDefaultKey(older)).toBe(false);
  });
});
