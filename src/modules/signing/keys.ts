import { randomUUID } from 'node:crypto';
import { CompactSign, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
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
  const kept = await scope.read((tx) => loadCurrentKey(tx));
  if (!kept) throw new Error('there is no key to sign with');
  const key = await importJWK(JSON.parse(secrets.decrypt(kept.sealed, contextOf(kept.id))) as JWK, ALGORITHM);
  return (type, payload) =>
    new CompactSign(Buffer.from(payload, 'utf8'))
      .setProtectedHeader({ alg: ALGORITHM, kid: kept.id, typ: type })
      .sign(key);
}

/** What anybody verifies with: every key that the house has ever signed with (RFC 7517). */
export async function publishedKeys(scope: Scope): Promise<{ readonly keys: readonly JWK[] }> {
  return { keys: await scope.read((tx) => loadPublicKeys(tx)) };
}

function contextOf(id: string): string {
  return `signing.key:${id}`;
}
