import { randomUUID } from 'node:crypto';
import { CompactSign, exportJWK, FlattenedSign, generateKeyPair, importJWK, type JWK } from 'jose';
import { canonicalJson } from '../../kernel/canonical-json.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { type KeptKey, loadCurrentKey, loadPublicKeys } from './store/keys.ts';

/** ECDSA on P-256 with SHA-256 (RFC 7518 3.4): what every library verifies. */
const ALGORITHM = 'ES256';

/** Signs with the house's key of today: a compact JWS whose header names the key and what is signed. */
export type HouseSigner = (type: string, payload: string) => Promise<string>;

/** A new pair, the private half sealed; made at the first start, and when the operator rotates. */
export async function makeKey(secrets: Secrets): Promise<KeptKey> {
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const id = randomUUID();
  const publicJwk = { ...(await exportJWK(publicKey)), kid: id, use: 'sig', alg: ALGORITHM };
  return { id, publicJwk, sealed: secrets.encrypt(JSON.stringify(await exportJWK(privateKey)), contextOf(id)) };
}

/**
 * @throws Error when there is no key: the start makes the first
 */
export async function houseSigner(scope: Scope, secrets: Secrets): Promise<HouseSigner> {
  const { id, key } = await currentKey(scope, secrets);
  return (type, payload) =>
    new CompactSign(Buffer.from(payload, 'utf8')).setProtectedHeader({ alg: ALGORITHM, kid: id, typ: type }).sign(key);
}

async function currentKey(scope: Scope, secrets: Secrets) {
  const kept = await scope.read((tx) => loadCurrentKey(tx));
  if (!kept) throw new Error('there is no key to sign with');
  const jwk = JSON.parse(secrets.decrypt(kept.sealed, contextOf(kept.id))) as JWK;
  return { id: kept.id, key: await importJWK(jwk, ALGORITHM) };
}

/** Beside the value that it signs: the value's canonical JSON is the payload, and is not sent twice. */
export type JsonSignature = { readonly protected: string; readonly signature: string };

/** Signs a JSON value as it will be read; `about` stands in the signed header: when, and in answer to what. */
export type JsonSigner = (
  type: string,
  value: unknown,
  about: Readonly<Record<string, string | number>>,
) => Promise<JsonSignature>;

/** A JWS over the canonical JSON (RFC 8785) itself, not encoded (RFC 7797: `b64` false, and `crit` says so). */
export async function jsonSigner(scope: Scope, secrets: Secrets): Promise<JsonSigner> {
  const { id, key } = await currentKey(scope, secrets);
  return async (type, value, about) => {
    const header = { ...about, alg: ALGORITHM, kid: id, typ: type, b64: false, crit: ['b64'] };
    const signing = new FlattenedSign(Buffer.from(canonicalJson(value), 'utf8')).setProtectedHeader(header);
    const { protected: head, signature } = await signing.sign(key);
    if (head === undefined) throw new Error('a signature without its header');
    return { protected: head, signature };
  };
}

/** What anybody verifies with: every key that the house has ever signed with (RFC 7517). */
export async function publishedKeys(scope: Scope): Promise<{ readonly keys: readonly JWK[] }> {
  return { keys: await scope.read((tx) => loadPublicKeys(tx)) };
}

function contextOf(id: string): string {
  return `signing.key:${id}`;
}
