/**
 * The test e-ID: an OpenID Connect provider with made-up persons, never in production. A program of its own; in the
 * environment `PORT` (0 or absent takes a free one), `REDIRECT_URIS` (with commas between), `CLIENT_SECRET`, and to sign
 * as well `CLIENT_JWKS_URI` or `CLIENT_JWKS` (the client's public keys); prints one line
 * `{"issuer": "http://…", "control": "http://…/control"}` when ready, and ends when its stdin closes.
 *
 *   GET  /control        how it behaves
 *   POST /control        {"mode": "normal" | "slow" | "failing" | "failing-token" | "signs-…", "delayMs"?: number}
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import Provider, { type Configuration } from 'oidc-provider';
import { answerJson, bodyOf, endWithParent, listen, ready } from './program.ts';
import { choosePage, errorPage, type Level, levels } from './test-eid-page.ts';
import { clientKeys, misbehavingSigner, signFeatures, signing } from './test-eid-signing.ts';
import { testPersons } from './test-persons.ts';

const modes = ['normal', 'slow', 'failing', 'failing-token', ...misbehavingSigner] as const;
type Behaviour = { mode: (typeof modes)[number]; delayMs: number };
const behaviour: Behaviour = { mode: 'normal', delayMs: 5_000 };

const clientSecret = process.env.CLIENT_SECRET;
const redirectUris = (process.env.REDIRECT_URIS ?? process.env.REDIRECT_URI ?? '').split(',').filter(Boolean);
if (!clientSecret || redirectUris.length === 0) throw new Error('CLIENT_SECRET and REDIRECT_URIS are needed');

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const configuration: Configuration = {
  jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'test' }] },
  clients: [
    {
      client_id: 'allmanning',
      client_secret: clientSecret,
      redirect_uris: redirectUris,
      grant_types: ['authorization_code'],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_basic',
      ...clientKeys(process.env),
    },
  ],
  cookies: { keys: [randomBytes(32).toString('hex')], short: { path: '/' } },
  acrValues: Object.values(levels),
  claims: {
    openid: ['sub', 'acr', 'amr'],
    profile: ['name', 'locale'],
    personal_identity_number: ['personal_identity_number', 'personal_identity_number_country'],
    [signing.scope]: [signing.claim, 'auth_time'],
  },
  scopes: ['openid'],
  conformIdTokenClaims: false,
  features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false }, ...signFeatures },
  pkce: { required: () => true },
  /** Without the library's guard, which asks no address of this machine: here its client's keys are. */
  fetch: (url, options) => fetch(url, { ...options, dispatcher: undefined } as RequestInit),
  interactions: { url: (_context, interaction) => `/choose/${interaction.uid}` },
  findAccount(_context, sub, token) {
    const person = testPersons.find((one) => one.sub === sub);
    if (!person) return undefined;
    return {
      accountId: sub,
      claims: () => ({
        sub,
        name: person.name,
        locale: person.language,
        personal_identity_number: person.number,
        personal_identity_number_country: person.country,
        [signing.claim]: signing.signatureFor((token as { nonce?: string } | undefined)?.nonce),
      }),
    };
  },
  // No page of consent: what is asked for is granted.
  async loadExistingGrant({ oidc }) {
    const accountId = oidc.session?.accountId;
    if (!oidc.client || accountId === undefined) return undefined;
    const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId });
    grant.addOIDCScope([...oidc.requestParamScopes].join(' '));
    await grant.save();
    return grant;
  },
  ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
  renderError(context, out) {
    context.type = 'html';
    context.body = errorPage(out.error_description ?? out.error);
  },
};

/** @returns true when the request has been answered, with a delay or an error that was asked for */
async function misbehave(path: string, response: ServerResponse): Promise<boolean> {
  if (behaviour.mode === 'slow') await wait(behaviour.delayMs);
  const fails = behaviour.mode === 'failing' || (behaviour.mode === 'failing-token' && path === '/token');
  if (fails) answerJson(response, { error: 'temporarily_unavailable' }, 503);
  return fails;
}

async function control(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'POST') {
    const wanted = JSON.parse(await bodyOf(request)) as Partial<Behaviour>;
    if (!wanted.mode || !modes.includes(wanted.mode)) return answerJson(response, { error: 'unknown mode' }, 400);
    behaviour.mode = wanted.mode;
    if (typeof wanted.delayMs === 'number') behaviour.delayMs = wanted.delayMs;
  }
  answerJson(response, behaviour);
}

async function choose(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  const toSign = signing.requestOf(params);
  if (request.method !== 'POST') {
    if (toSign === undefined) throw new Error('the request to sign is not signed by the client');
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(choosePage(toSign && Buffer.from(toSign.message, 'base64').toString('utf8')));
    return;
  }
  const form = new URLSearchParams(await bodyOf(request));
  if (form.get('slow')) await wait(behaviour.delayMs);
  const outcome = outcomeOf(form);
  if (toSign && 'login' in outcome) {
    await signing.sign(String(params.nonce), outcome.login.accountId, toSign, privateKey, behaviour.mode);
  }
  await provider.interactionFinished(request, response, outcome, { mergeWithLastSubmission: false });
}

function outcomeOf(form: URLSearchParams) {
  const person = form.get('person');
  if (form.get('outcome') === 'fail') {
    return { error: 'server_error', error_description: 'the test e-ID was told to fail' };
  }
  if (!person) return { error: 'access_denied', error_description: 'the person cancelled' };
  const acr = levels[(form.get('level') ?? 'high') as Level] ?? levels.low;
  return { login: { accountId: person, acr, amr: ['test'], remember: false }, consent: {} };
}

const server = createServer();
endWithParent();
const port = await listen(server, Number(process.env.PORT ?? 0)); // the issuer's name holds the port
const issuer = `http://127.0.0.1:${port}`;
const provider = new Provider(issuer, configuration);
provider.on('server_error', (_context, error) => process.stderr.write(`test e-ID: ${error.stack}\n`));
const answer = provider.callback();

server.on('request', async (request: IncomingMessage, response: ServerResponse) => {
  try {
    const path = new URL(request.url ?? '/', issuer).pathname;
    if (path === '/control') return await control(request, response);
    if (await misbehave(path, response)) return;
    if (path.startsWith('/choose/')) return await choose(request, response);
    await answer(request, response);
  } catch (error) {
    if (!response.headersSent) response.writeHead(400, { 'content-type': 'text/html; charset=utf-8' });
    response.end(errorPage((error as Error).message));
  }
});
ready({ issuer, control: `${issuer}/control` });
