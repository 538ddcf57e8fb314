import { compactVerify, decodeProtectedHeader, importJWK, type JWK, jwtVerify } from 'jose';
import * as oidc from 'openid-client';
import type { ElectronicSignature, SignedAtEid, ToBeSigned } from '../../modules/signing/index.ts';
import { grantChecks, newChecks } from './openid-connect.ts';
import { personIn } from './person.ts';
import { codeOf, failureOf, lazyProvider, type OpenIdConnectOptions, usualScope, usualTimeout } from './provider.ts';

/** OIDC Sweden, Signature Extension for OpenID Connect 1.0 (draft 02, 2023-04-05). */
const signScope = 'https://id.oidc.se/scope/sign';
const signParameter = 'https://id.oidc.se/param/signRequest';
const signatureClaim = 'https://id.oidc.se/claim/userSignature';

const REQUEST_MINUTES = 5;

/**
 * Signing by OpenID Connect with OIDC Sweden's signature extension: what is to be signed and what is shown travel in a
 * request object that the house signs, pushed to the provider where it takes it (RFC 9126), so that neither stands in an
 * address. The provider answers with the person's signature in the ID token.
 */
export function openIdConnectSignature(options: OpenIdConnectOptions): ElectronicSignature {
  const provider = lazyProvider(options);
  return {
    id: options.id,
    name: options.name,
    async begin(language, asked, sign) {
      try {
        const configuration = await provider();
        const metadata = configuration.serverMetadata();
        if (!metadata.scopes_supported?.includes(signScope)) return { kind: 'unsupported' };
        const checks = newChecks();
        const now = Math.floor(Date.now() / 1000);
        const request = await sign({
          ...{ iss: options.clientId, aud: metadata.issuer, client_id: options.clientId, jti: checks.state },
          ...{ iat: now, nbf: now, exp: now + REQUEST_MINUTES * 60, response_type: 'code' },
          ...{ redirect_uri: options.redirectUri, scope: `${options.scope ?? usualScope} ${signScope}` },
          ...{ state: checks.state, nonce: checks.nonce, prompt: 'login consent', ui_locales: language },
          ...{ code_challenge: await oidc.calculatePKCECodeChallenge(checks.verifier), code_challenge_method: 'S256' },
          [signParameter]: {
            tbs_data: base64(asked.data),
            sign_message: { message: { [language]: base64(asked.message) }, mime_type: 'text/plain' },
          },
        });
        const byReference = metadata.pushed_authorization_request_endpoint !== undefined;
        const url = byReference
          ? await oidc.buildAuthorizationUrlWithPAR(configuration, { request })
          : oidc.buildAuthorizationUrl(configuration, {
              request,
              ...{ response_type: 'code', scope: `openid ${signScope}`, state: checks.state, nonce: checks.nonce },
            });
        return { kind: 'go', url, checks };
      } catch (error) {
        return { kind: 'unreachable', detail: codeOf(error) };
      }
    },
    async finish(callback, checks, asked) {
      try {
        const configuration = await provider();
        const tokens = await oidc.authorizationCodeGrant(configuration, callback, grantChecks(checks));
        const token = tokens.id_token;
        if (!token) return { kind: 'mismatch', detail: 'no id token' };
        const person = await personIn(configuration, tokens, options.claims);
        if (!person) return { kind: 'mismatch', detail: 'claims are missing' };
        const keys = await keysOf(configuration, options.timeout ?? usualTimeout);
        const signed = await signatureIn(token, asked, { keys, issuer: options.issuer, audience: options.clientId });
        return signed ? { kind: 'signed', signed: { ...signed, person } } : { kind: 'mismatch', detail: 'other data' };
      } catch (error) {
        return failureOf(error);
      }
    },
  };
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

async function keysOf(configuration: oidc.Configuration, timeout: number): Promise<readonly JWK[]> {
  const uri = configuration.serverMetadata().jwks_uri;
  if (!uri) return [];
  const response = await fetch(uri, { signal: AbortSignal.timeout(timeout * 1000), redirect: 'error' });
  if (!response.ok) throw new Error('the provider shows no keys');
  return ((await response.json()) as { readonly keys?: readonly JWK[] }).keys ?? [];
}

type Known = { readonly keys: readonly JWK[]; readonly issuer: string; readonly audience: string };

/**
 * The provider's own token with the person's signature in it, verified: that it is the provider's, for us, and that what
 * was signed and what was shown are exactly what we asked. The signature is a JWS by the provider over both; a broker
 * that hands on another kind (BankID's XML) needs a reader of its own here.
 */
async function signatureIn(
  token: string,
  asked: ToBeSigned,
  { keys, issuer, audience }: Known,
): Promise<Omit<SignedAtEid, 'person'> | null> {
  const key = keyFor(token, keys);
  if (!key) return null;
  const { payload } = await jwtVerify(token, await importJWK(key, decodeProtectedHeader(token).alg), {
    issuer,
    audience,
  });
  const { [signatureClaim]: signature, auth_time: at } = payload;
  if (typeof signature !== 'string' || typeof at !== 'number') return null;
  const jws = Buffer.from(signature, 'base64').toString('utf8');
  const signatureKey = keyFor(jws, keys);
  if (signatureKey !== key) return null;
  const opened = await compactVerify(jws, await importJWK(key, decodeProtectedHeader(jws).alg));
  const said = JSON.parse(Buffer.from(opened.payload).toString('utf8')) as Readonly<Record<string, unknown>>;
  const isAsked =
    said.tbs_data === base64(asked.data) && said.sign_message === base64(asked.message) && said.sub === payload.sub;
  if (!isAsked) return null;
  return { issuer, signedAt: Temporal.Instant.fromEpochMilliseconds(at * 1000), token, key: publicPartOf(key) };
}

function keyFor(jws: string, keys: readonly JWK[]): JWK | undefined {
  const { kid, alg } = decodeProtectedHeader(jws);
  if (alg === undefined || alg === 'none' || alg.startsWith('HS')) return undefined;
  return kid === undefined ? (keys.length === 1 ? keys[0] : undefined) : keys.find((key) => key.kid === kid);
}

function publicPartOf({ kty, crv, x, y, n, e, kid, alg }: JWK): JWK {
  const part = { kty, crv, x, y, n, e, kid, alg };
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as JWK;
}
