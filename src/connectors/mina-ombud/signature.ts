import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { JWK } from 'jose';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { canonicalJson } from '../../kernel/canonical-json.ts';

const Header = Compile(
  Type.Object({
    alg: Type.Enum(['RS256', 'RS384', 'RS512', 'ES256']),
    kid: Type.String({ minLength: 1, maxLength: 255 }),
    b64: Type.Optional(Type.Boolean()),
    crit: Type.Optional(Type.Array(Type.String(), { maxItems: 10 })),
  }),
);

export type Signed = { readonly _sig: { readonly protected: string; readonly signature: string } };

const hashes = { RS256: 'RSA-SHA256', RS384: 'RSA-SHA384', RS512: 'RSA-SHA512', ES256: 'SHA256' } as const;
/** What Mina ombud asks of others' keys, and so of its own. */
const RSA_BITS = 2048;

/** Which key is said to have signed it; null for a header that says nothing that we trust. */
export function keyIdOf({ _sig }: Signed): string | null {
  return headerOf(_sig.protected)?.kid ?? null;
}

function headerOf(encoded: string) {
  try {
    const header: unknown = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
    // What must be understood (RFC 7515 4.1.11) and is not understood here makes the signature worth nothing.
    return Header.Check(header) && (header.crit ?? []).every((name) => name === 'b64') ? header : null;
  } catch {
    return null;
  }
}

/** @returns null for a key that is not good enough, or none at all */
export function keyOf(jwk: JWK): KeyObject | null {
  try {
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    const { modulusLength, namedCurve } = key.asymmetricKeyDetails ?? {};
    if (key.asymmetricKeyType === 'rsa') return (modulusLength ?? 0) >= RSA_BITS ? key : null;
    return key.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1' ? key : null;
  } catch {
    return null;
  }
}

/**
 * Whether the key has signed the object as it stands, all but `_sig`: over its canonical JSON (RFC 8785), unencoded as the
 * description says, or in base64url as the register's own sample of a client reads it. Both say the same.
 */
export function isSigned(value: Signed, key: KeyObject): boolean {
  const { _sig, ...rest } = value;
  const header = headerOf(_sig.protected);
  const isElliptic = key.asymmetricKeyType === 'ec';
  if (header === null || (header.alg === 'ES256') !== isElliptic) return false;
  const signature = Buffer.from(_sig.signature, 'base64url');
  const canonical = canonicalJson(rest);
  const encoded = Buffer.from(canonical, 'utf8').toString('base64url');
  const ways = header.b64 === false ? [canonical] : header.b64 === true ? [encoded] : [canonical, encoded];
  const with_ = isElliptic ? ({ key, dsaEncoding: 'ieee-p1363' } as const) : key;
  return ways.some((payload) =>
    verify(hashes[header.alg], Buffer.from(`${_sig.protected}.${payload}`, 'utf8'), with_, signature),
  );
}
