import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/**
 * What is kept so that a stolen database is not enough: texts sealed with a key that the database does not hold, and
 * indexes that find an exact value without showing it.
 */
export type Secrets = {
  /** The key that seals from now on; others in `DATA_KEY` are only read with. */
  readonly currentKey: string;
  /** Seals a text. `context` says where it belongs (`identity.number:PARTY`): moved elsewhere it does not open. */
  encrypt(plain: string, context: string): string;
  /** @throws Error when the text was changed, belongs elsewhere, or its key is not in `DATA_KEY` */
  decrypt(sealed: string, context: string): string;
  /** True when the text was sealed with an older key and should be sealed anew. */
  isOutdated(sealed: string): boolean;
  /** The blind index to store: equal for equal values, tells nothing without the key. 32 bytes. */
  index(value: string, purpose: string): Buffer;
  /** The indexes to look for, the current key's first: rows written before a rotation are found by the others. */
  indexes(value: string, purpose: string): readonly Buffer[];
  /** A one-time link's or session's secret, and the only thing of it that is stored. */
  token(): { readonly token: string; readonly hash: Buffer };
  /** The hash to look a token up by; needs no key, since a token has 256 random bits of its own. */
  hashToken(token: string): Buffer;
};

type Key = { readonly id: string; readonly secret: Buffer; readonly sealing: Buffer };

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_ID = /^[a-z0-9][a-z0-9-]{0,31}$/;
const BASE64 = /^[A-Za-z0-9+/]{43}=$/;
const HOW = 'DATA_KEY is ID:BASE64 of 32 random bytes, several with commas between and the current one first';

/** The key of examples and tests: published, so it protects nothing. Production refuses it (`isDefaultKey`). */
export const exampleDataKey = `example:${Buffer.from('allmanning example, not a secret').toString('base64')}`;

/**
 * @param dataKey `id:base64[,id2:base64…]`; to rotate, put the new key first and keep the old ones after it
 * @throws Error with one sentence that names the fault and no key
 */
export function makeSecrets(dataKey: string): Secrets {
  const keys = parseKeys(dataKey);
  const [current] = keys;

  return {
    currentKey: current.id,
    encrypt(plain, context) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', current.sealing, nonce).setAAD(bound(current.id, context));
      const body = Buffer.concat([nonce, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${current.id}.${body.toString('base64url')}`;
    },
    decrypt(sealed, context) {
      const { id, body } = unseal(sealed);
      const key = keys.find((candidate) => candidate.id === id);
      if (!key) throw new Error(`a text is sealed with the key "${id}", which is not in DATA_KEY`);
      const tagAt = body.length - TAG_BYTES;
      const opening = createDecipheriv('aes-256-gcm', key.sealing, body.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      opening.setAAD(bound(id, context)).setAuthTag(body.subarray(tagAt));
      try {
        return Buffer.concat([opening.update(body.subarray(NONCE_BYTES, tagAt)), opening.final()]).toString('utf8');
      } catch {
        throw new Error('a sealed text was changed, or belongs elsewhere');
      }
    },
    isOutdated: (sealed) => unseal(sealed).id !== current.id,
    index: (value, purpose) => blind(current, value, purpose),
    indexes: (value, purpose) => keys.map((key) => blind(key, value, purpose)),
    token() {
      const token = randomBytes(KEY_BYTES).toString('base64url');
      return { token, hash: hashToken(token) };
    },
    hashToken,
  };
}

/** A new key, named by its day: what development starts with, and what an operator puts first to rotate. */
export function generateDataKey(today: Temporal.PlainDate = Temporal.Now.plainDateISO('UTC')): string {
  return `k${today.toString().replaceAll('-', '')}:${randomBytes(KEY_BYTES).toString('base64')}`;
}

/** True when some key in it is published or not random: the example, or one byte repeated. */
export function isDefaultKey(dataKey: string): boolean {
  const [example] = parseKeys(exampleDataKey);
  return parseKeys(dataKey).some(({ secret }) => secret.equals(example.secret) || new Set(secret).size === 1);
}

function parseKeys(dataKey: string): readonly [Key, ...Key[]] {
  const [first, ...others] = dataKey
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(parseKey);
  if (!first) throw new Error(`DATA_KEY is empty: ${HOW}`);
  const ids = [first, ...others].map(({ id }) => id);
  if (new Set(ids).size < ids.length) throw new Error(`DATA_KEY has two keys of the same id: ${HOW}`);
  return [first, ...others];
}

function parseKey(part: string): Key {
  const colon = part.indexOf(':');
  const id = part.slice(0, Math.max(colon, 0));
  if (!KEY_ID.test(id)) throw new Error(`DATA_KEY has a key without a good id (a-z, 0-9, hyphen): ${HOW}`);
  const text = part.slice(colon + 1);
  if (!BASE64.test(text)) throw new Error(`DATA_KEY's key "${id}" is not 32 bytes in base64: ${HOW}`);
  const secret = Buffer.from(text, 'base64');
  return { id, secret, sealing: derive(secret, 'seal') };
}

/** Each use has a key of its own, so that no index can be confused with another or with the sealing. */
function derive(secret: Buffer, use: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `allmanning/${use}`, KEY_BYTES));
}

function blind(key: Key, value: string, purpose: string): Buffer {
  return createHmac('sha256', derive(key.secret, `index/${purpose}`))
    .update(value, 'utf8')
    .digest();
}

function bound(id: string, context: string): Buffer {
  return Buffer.from(`${id}\u0000${context}`, 'utf8');
}

function unseal(sealed: string): { id: string; body: Buffer } {
  const dot = sealed.indexOf('.');
  const body = Buffer.from(sealed.slice(dot + 1), 'base64url');
  if (dot < 1 || body.length < NONCE_BYTES + TAG_BYTES) throw new Error('not a sealed text');
  return { id: sealed.slice(0, dot), body };
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token, 'utf8').digest();
}
