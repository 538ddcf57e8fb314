import ssh2 from 'ssh2';
import { expect, test } from 'vitest';
import { makeSftpKeyPair } from './index.ts';

test('every pair of keys can be read, and what one signs the other verifies', () => {
  // Of 2 000 that the library makes eight can not be read.
  for (let n = 0; n < 2_000; n++) {
    const { publicKey, privateKey } = makeSftpKeyPair();
    const [own, shown] = [privateKey, publicKey].map((key) => ssh2.utils.parseKey(key));
    if (!own || own instanceof Error || !shown || shown instanceof Error) throw new Error('not read');
    expect(shown.verify('a', own.sign('a'))).toBe(true);
  }
});
