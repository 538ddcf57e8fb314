import * as oidc from 'openid-client';
import { isLanguage } from '../../kernel/texts.ts';
import type { EidAnswer, ElectronicId, IdentifiedPerson, SignInChecks } from '../../modules/identity/index.ts';
import { assuranceOf } from './assurance.ts';

/** Which claims hold what; brokers differ. */
export type ClaimNames = { readonly number: string; readonly country: string };

export type OpenIdConnectOptions = Pick<ElectronicId, 'id' | 'name' | 'explanation'> & {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  /** Default: `openid profile personal_identity_number`. */
  readonly scope?: string;
  /** Default: `personal_identity_number` and `personal_identity_number_country`. */
  readonly claims?: ClaimNames;
  /** Seconds to wait for the provider. Default 10. */
  readonly timeout?: number;
};

const usualScope = 'openid profile personal_identity_number';
const usualClaims: ClaimNames = { number: 'personal_identity_number', country: 'personal_identity_number_country' };

/**
 * Sign-in by OpenID Connect: authorization code with PKCE, state and nonce. The provider is discovered when it is first
 * needed, and a discovery that failed is forgotten, so that neither order of starting matters.
 */
export function openIdConnect(options: OpenIdConnectOptions): ElectronicId {
  const issuer = new URL(options.issuer);
  let discovered: Promise<oidc.Configuration> | undefined;

  function provider(): Promise<oidc.Configuration> {
    discovered ??= oidc
      .discovery(issuer, options.clientId, {}, oidc.ClientSecretBasic(options.clientSecret), {
        timeout: options.timeout ?? 10,
        // Production refuses an issuer without https (config); the test e-ID lives on loopback.
        execute: issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        discovered = undefined;
        throw error;
      });
    return discovered;
  }

  return {
    id: options.id,
    name: options.name,
    explanation: options.explanation,
    async begin(language) {
      const checks: SignInChecks = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      };
      try {
        const url = oidc.buildAuthorizationUrl(await provider(), {
          redirect_uri: options.redirectUri,
          scope: options.scope ?? usualScope,
          state: checks.state,
          nonce: checks.nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(checks.verifier),
          code_challenge_method: 'S256',
          prompt: 'login', // or a second sign-in would silently be the same person
          ui_locales: language,
        });
        return { kind: 'go', url, checks };
      } catch (error) {
        return { kind: 'unreachable', detail: codeOf(error) };
      }
    },
    async finish(callback, checks) {
      try {
        return await identify(await provider(), callback, checks, options.claims ?? usualClaims);
      } catch (error) {
        return answerOf(error);
      }
    },
  };
}

async function identify(
  provider: oidc.Configuration,
  callback: URL,
  checks: SignInChecks,
  claimNames: ClaimNames,
): Promise<EidAnswer> {
  const tokens = await oidc.authorizationCodeGrant(provider, callback, {
    expectedState: checks.state,
    expectedNonce: checks.nonce,
    pkceCodeVerifier: checks.verifier,
  });
  const identity = tokens.claims();
  if (!identity) return { kind: 'mismatch', detail: 'no id token' };
  const more = identity[claimNames.number]
    ? identity
    : await oidc.fetchUserInfo(provider, tokens.access_token, identity.sub);
  const person = personOf({ ...more, acr: identity.acr }, claimNames);
  return person ? { kind: 'identified', person } : { kind: 'mismatch', detail: 'claims are missing' };
}

function personOf(claims: Readonly<Record<string, unknown>>, names: ClaimNames): IdentifiedPerson | null {
  const { [names.number]: number, [names.country]: country, name, locale, acr } = claims;
  if (typeof number !== 'string' || typeof name !== 'string' || name.trim() === '') return null;
  if (country !== 'SE' && country !== 'FI') return null;
  return { country, number, name, language: isLanguage(locale) ? locale : null, assurance: assuranceOf(acr) };
}

/** RFC 6749 4.1.2.1: what the person did, and what the provider could not do. */
const cancelled = new Set(['access_denied', 'login_required', 'interaction_required']);

function answerOf(error: unknown): EidAnswer {
  if (error instanceof oidc.AuthorizationResponseError) {
    if (cancelled.has(error.error)) return { kind: 'cancelled' };
    return { kind: 'unreachable', detail: error.error };
  }
  if (error instanceof oidc.ResponseBodyError) {
    if (error.error === 'invalid_grant') return { kind: 'mismatch', detail: error.error };
    return { kind: 'unreachable', detail: error.error };
  }
  const detail = codeOf(error);
  return { kind: mismatches.has(detail) ? 'mismatch' : 'unreachable', detail };
}

/** oauth4webapi's codes for an answer that is not to our question. */
const mismatches = new Set([
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_MISSING_SERVER_METADATA',
]);

/** A code and never a message: those may quote the answer. */
function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown';
}
