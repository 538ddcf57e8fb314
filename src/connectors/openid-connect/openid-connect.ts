import * as oidc from 'openid-client';
import type { ElectronicId, SignInChecks } from '../../modules/identity/index.ts';
import { personIn } from './person.ts';
import { codeOf, failureOf, lazyProvider, type OpenIdConnectOptions, usualScope } from './provider.ts';

/** Sign-in by OpenID Connect: authorization code with PKCE, state and nonce. */
export function openIdConnect(options: OpenIdConnectOptions): ElectronicId {
  const provider = lazyProvider(options);
  return {
    id: options.id,
    name: options.name,
    explanation: options.explanation,
    async begin(language) {
      const checks = newChecks();
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
        const tokens = await oidc.authorizationCodeGrant(await provider(), callback, grantChecks(checks));
        const person = await personIn(await provider(), tokens, options.claims);
        return person ? { kind: 'identified', person } : { kind: 'mismatch', detail: 'claims are missing' };
      } catch (error) {
        return failureOf(error);
      }
    },
  };
}

export function newChecks(): SignInChecks {
  return { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() };
}

export function grantChecks({ state, nonce, verifier }: SignInChecks): oidc.AuthorizationCodeGrantChecks {
  return { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
}
