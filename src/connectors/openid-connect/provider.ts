import * as oidc from 'openid-client';
import type { EidAnswer, ElectronicId } from '../../modules/identity/index.ts';
import type { ClaimNames } from './person.ts';

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

export const usualScope = 'openid profile personal_identity_number';
export const usualTimeout = 10;

/**
 * The provider, discovered when it is first needed; a discovery that failed is forgotten, so that neither order of
 * starting matters.
 */
export function lazyProvider(options: OpenIdConnectOptions): () => Promise<oidc.Configuration> {
  const issuer = new URL(options.issuer);
  let discovered: Promise<oidc.Configuration> | undefined;
  return () => {
    discovered ??= oidc
      .discovery(issuer, options.clientId, {}, oidc.ClientSecretBasic(options.clientSecret), {
        timeout: options.timeout ?? usualTimeout,
        // Production refuses an issuer without https (config); the test e-ID lives on loopback.
        execute: issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        discovered = undefined;
        throw error;
      });
    return discovered;
  };
}

/** RFC 6749 4.1.2.1: what the person did, and what the provider could not do. */
const cancelled = new Set(['access_denied', 'login_required', 'interaction_required']);

/** oauth4webapi's and jose's codes for an answer that is not to our question. */
const mismatches = new Set([
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_MISSING_SERVER_METADATA',
  'ERR_JWS_INVALID',
  'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
  'ERR_JWT_INVALID',
  'ERR_JWT_CLAIM_VALIDATION_FAILED',
  'ERR_JOSE_ALG_NOT_ALLOWED',
]);

/** What an error on the way to an answer means to the person. */
export function failureOf(error: unknown): Exclude<EidAnswer, { kind: 'identified' }> {
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

/** A code and never a message: those may quote the answer. */
export function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return typeof code === 'string' ? code : typeof name === 'string' ? name : 'unknown';
}
