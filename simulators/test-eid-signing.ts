import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { CompactSign } from 'jose';
import { type ClientMetadata, type Configuration, errors } from 'oidc-provider';

/** OIDC Sweden, Signature Extension for OpenID Connect 1.0 (draft 02, 2023-04-05). */
const scope = 'https://id.oidc.se/scope/sign';
const parameter = 'https://id.oidc.se/param/signRequest';
const claim = 'https://id.oidc.se/claim/userSignature';

/** An e-ID that gives a signature on something else, somebody else's, an earlier one, one of its own making, or none. */
export const misbehavingSigner = [
  'signs-other-data',
  'signs-other-words',
  'signs-as-another',
  'signs-as-before',
  'signs-with-another-key',
  'signs-nothing',
] as const;
type Misbehaviour = (typeof misbehavingSigner)[number];

type SignRequest = { readonly data: string; readonly message: string };

/** What is asked and what has been signed, by the request's nonce; gone with the process. */
const asked = new Map<string, SignRequest>();
const signatures = new Map<string, string>();
let latest: string | undefined;

export const signing = {
  scope,
  claim,
  /** @returns null when the request is to sign in, undefined when it is to sign and does not say what */
  requestOf(params: Readonly<Record<string, unknown>>): SignRequest | null | undefined {
    return String(params.scope).split(' ').includes(scope) ? asked.get(String(params.nonce)) : null;
  },
  /** The person's signature: a JWS by this e-ID over what was signed and what was shown. */
  async sign(nonce: string, sub: string, { data, message }: SignRequest, key: KeyObject, mode: string): Promise<void> {
    const wrong = mode as Misbehaviour;
    const payload = {
      tbs_data: wrong === 'signs-other-data' ? base64('{"document":"another"}') : data,
      sign_message: wrong === 'signs-other-words' ? base64('Du skriver under något annat') : message,
      sub: wrong === 'signs-as-another' ? 'somebody-else' : sub,
    };
    const by =
      wrong === 'signs-with-another-key' ? generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey : key;
    const jws = await new CompactSign(Buffer.from(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'RS256', kid: 'test', typ: 'user-signature+json' })
      .sign(createPrivateKey(by.export({ type: 'pkcs8', format: 'pem' })));
    const made = base64(jws);
    if (wrong !== 'signs-nothing') signatures.set(nonce, wrong === 'signs-as-before' ? (latest ?? made) : made);
    latest = made;
  },
  signatureFor: (nonce: string | undefined) => (nonce === undefined ? undefined : signatures.get(nonce)),
};

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

/** The client's keys, by which its request objects are verified; none: it can not ask for signatures. */
export function clientKeys(env: NodeJS.ProcessEnv): Partial<ClientMetadata> {
  if (env.CLIENT_JWKS_URI) return { jwks_uri: env.CLIENT_JWKS_URI, request_object_signing_alg: 'ES256' };
  if (env.CLIENT_JWKS) return { jwks: JSON.parse(env.CLIENT_JWKS), request_object_signing_alg: 'ES256' };
  return {};
}

export const signFeatures: NonNullable<Configuration['features']> = {
  pushedAuthorizationRequests: { enabled: true },
  requestObjects: {
    enabled: true,
    // Called when the object's claims are in order; its signature is verified next, or nothing more happens.
    async assertJwtClaimsAndHeader(_context, claims) {
      if (!String(claims.scope).split(' ').includes(scope)) return;
      const wanted = claims[parameter] as
        | { tbs_data?: string; sign_message?: { mime_type?: string; message?: Record<string, string> } }
        | undefined;
      const [message] = Object.values(wanted?.sign_message?.message ?? {});
      const prompts = String(claims.prompt).split(' ');
      if (!wanted?.tbs_data || !message || wanted.sign_message?.mime_type !== 'text/plain') {
        throw new errors.InvalidRequest('what is to be signed is not said');
      }
      if (!prompts.includes('login') || !prompts.includes('consent')) {
        throw new errors.InvalidRequest('a signature needs the prompts login and consent');
      }
      asked.set(String(claims.nonce), { data: wanted.tbs_data, message });
    },
  },
};
