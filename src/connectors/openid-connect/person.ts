import * as oidc from 'openid-client';
import { isLanguage } from '../../kernel/texts.ts';
import type { IdentifiedPerson } from '../../modules/identity/index.ts';
import { assuranceOf } from './assurance.ts';

/** Which claims hold what; brokers differ. */
export type ClaimNames = { readonly number: string; readonly country: string };

const usualClaims: ClaimNames = { number: 'personal_identity_number', country: 'personal_identity_number_country' };

/** Who the tokens are about, from the ID token or, where it does not say, from the provider's userinfo. */
export async function personIn(
  provider: oidc.Configuration,
  tokens: { readonly access_token: string; claims(): oidc.IDToken | undefined },
  claimNames: ClaimNames = usualClaims,
): Promise<IdentifiedPerson | null> {
  const identity = tokens.claims();
  if (!identity) return null;
  const more = identity[claimNames.number]
    ? identity
    : await oidc.fetchUserInfo(provider, tokens.access_token, identity.sub);
  return personOf({ ...more, acr: identity.acr }, claimNames);
}

function personOf(claims: Readonly<Record<string, unknown>>, names: ClaimNames): IdentifiedPerson | null {
  const { [names.number]: number, [names.country]: country, name, locale, acr } = claims;
  if (typeof number !== 'string' || typeof name !== 'string' || name.trim() === '') return null;
  if (country !== 'SE' && country !== 'FI') return null;
  return { country, number, name, language: isLanguage(locale) ? locale : null, assurance: assuranceOf(acr) };
}
