import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { StartProblem } from '../start-problem.ts';

/**
 * A stream sealed with a passphrase, in chunks that can be written and checked one after the other: scrypt makes the key,
 * AES-256-GCM seals each chunk under a nonce of its own that counts, and says in it whether the chunk is the last (the
 * STREAM construction, Hoang, Reyhanitabar, Rogaway and Vizár 2015). What was changed, moved, cut off or added to does
 * not open.
 *
 *   "ALLMBACK" · 1 · log2 N · r · p · salt (16) · nonce prefix (7) · chunks of 64 KiB + tag (16); the header is sealed in
 */
const MAGIC = Buffer.from('ALLMBACK');
const VERSION = 1;
const COST = { logN: 17, r: 8, p: 1 } as const; // 128 MB and about 0.3 s
const SALT = 16;
const PREFIX = 7;
const HEADER = MAGIC.length + 4 + SALT + PREFIX;
const CHUNK = 64 * 1024;
const TAG = 16;

export async function* seal(plain: AsyncIterable<Uint8Array>, passphrase: string): AsyncGenerator<Buffer> {
  const header = Buffer.concat([
    MAGIC,
    Buffer.from([VERSION, COST.logN, COST.r, COST.p]),
    randomBytes(SALT),
    randomBytes(PREFIX),
  ]);
  const key = await keyOf(header, passphrase);
  yield header;
  for await (const { bytes, number, last } of chunks(plain, CHUNK)) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(header, number, last)).setAAD(header);
    yield Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
  }
}

/** @throws StartProblem when the passphrase is another, or the file is not a whole, unchanged backup */
export async function* unseal(sealed: AsyncIterable<Uint8Array>, passphrase: string): AsyncGenerator<Buffer> {
  let header: Buffer | undefined;
  let key: Buffer | undefined;
  for await (const { bytes, number, last } of chunks(sealed, CHUNK + TAG, HEADER)) {
    if (!header) {
      header = bytes;
      if (bytes.length < HEADER || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) {
        throw new StartProblem('The file is not a backup of Allmänning.');
      }
      if (bytes[MAGIC.length] !== VERSION) {
        throw new StartProblem(
          'The backup has a format that this program does not know: it is newer than this program.',
        );
      }
      key = await keyOf(header, passphrase);
      continue;
    }
    if (!key || bytes.length < TAG) throw changed(number);
    const opening = createDecipheriv('aes-256-gcm', key, nonceOf(header, number - 1, last), { authTagLength: TAG });
    opening.setAAD(header).setAuthTag(bytes.subarray(bytes.length - TAG));
    try {
      yield Buffer.concat([opening.update(bytes.subarray(0, bytes.length - TAG)), opening.final()]);
    } catch {
      throw changed(number);
    }
  }
}

function changed(number: number): StartProblem {
  return new StartProblem(
    number <= 1
      ? 'The backup does not open: the passphrase is another, or the file was changed or cut off.'
      : 'The backup was changed or cut off: take another copy of the file.',
  );
}

function keyOf(header: Buffer, passphrase: string): Promise<Buffer> {
  const [logN = 0, r = 0, p = 0] = header.subarray(MAGIC.length + 1, MAGIC.length + 4);
  // From the file, before anything is checked: bounded, or a false file could ask for all memory there is.
  if (logN < 10 || logN > 20 || r < 1 || r > 16 || p < 1 || p > 4) throw changed(0);
  const salt = header.subarray(MAGIC.length + 4, MAGIC.length + 4 + SALT);
  return new Promise((resolve, reject) => {
    const cost = { N: 2 ** logN, r, p, maxmem: 256 * 2 ** logN * r };
    scrypt(passphrase.normalize('NFC'), salt, 32, cost, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

function nonceOf(header: Buffer, number: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  header.copy(nonce, 0, HEADER - PREFIX);
  nonce.writeUInt32BE(number, PREFIX);
  nonce[11] = last ? 1 : 0;
  return nonce;
}

/** Cuts a stream into pieces of exactly `size` bytes, the first of `first` and the last of what is left. */
async function* chunks(
  stream: AsyncIterable<Uint8Array>,
  size: number,
  first = size,
): AsyncGenerator<{ bytes: Buffer; number: number; last: boolean }> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  for await (const piece of stream) {
    waiting.push(piece);
    length += piece.length;
    let wanted = number === 0 ? first : size;
    if (length <= wanted) continue;
    let joined = Buffer.concat(waiting);
    while (joined.length > wanted) {
      yield { bytes: joined.subarray(0, wanted), number, last: false };
      joined = joined.subarray(wanted);
      number++;
      wanted = size;
    }
    waiting = [joined];
    length = joined.length;
  }
  yield { bytes: Buffer.concat(waiting), number, last: true };
}
