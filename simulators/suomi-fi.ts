import { createHmac, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { misbehave } from './mandate-behaviour.ts';
import list from './mandate-registers.json' with { type: 'json' };
import { answerJson } from './program.ts';

const { SUOMI_FI_WEB_KEY = 'web', SUOMI_FI_REST_KEY = 'rest', SUOMI_FI_OAUTH_PASSWORD = 'oauth' } = process.env;
const CLIENT = 'allmanni';
const CLOCK_MS = 5 * 60_000;

let mandates = structuredClone(list.suomiFi);
let organisations = structuredClone(list.suomiFiOrganisations);
type Session = {
  readonly delegate: string;
  /** For a person, or for an organisation. */
  readonly kind: 'hpa' | 'ypa';
  user: string;
  code: string | null;
  token: string | null;
  chosen: string[];
};
const sessions = new Map<string, Session>();

export function resetSuomiFi(): void {
  mandates = structuredClone(list.suomiFi);
  organisations = structuredClone(list.suomiFiOrganisations);
}

/** Takes away all that a principal has given. @returns whether there was any */
export function revokeAtSuomiFi(principal: string): boolean {
  const before = mandates.length + organisations.length;
  mandates = mandates.filter((one) => one.principal !== principal);
  organisations = organisations.filter((one) => one.identifier !== principal);
  return mandates.length + organisations.length < before;
}

/** The choices that people have made there are over, as after ten minutes. */
export function endChoices(): void {
  for (const session of sessions.values()) session.token = null;
}

/** Signed with the key, over the very path that is asked, within five minutes. */
function isSigned(request: IncomingMessage, key: string): boolean {
  const [client, time = '', sum] = String(request.headers['x-asiointivaltuudetauthorization'] ?? '').split(' ');
  const right = createHmac('sha256', key).update(`${request.url} ${time}`).digest('base64');
  return client === CLIENT && sum === right && Math.abs(Date.now() - Date.parse(time)) < CLOCK_MS;
}

function resultOf(delegate: string, principal: string, theme: string | null): 'ALLOWED' | 'DISALLOWED' {
  const found = mandates.find((one) => one.delegate === delegate && one.principal === principal);
  return found && (theme === null || found.themes.includes(theme)) ? 'ALLOWED' : 'DISALLOWED';
}

/** @returns whether it was one of Suomi.fi's paths */
export async function suomiFi(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const parts = pathname.split('/').filter(Boolean).map(decodeURIComponent);
  if (parts[0] === 'oauth') {
    oauth(parts[1] ?? '', searchParams, request, response);
    return true;
  }
  if (parts[0] !== 'service') return false;
  const mode = await misbehave('suomi-fi', response);
  if (mode === null) return true;
  const isRest = parts[1] === 'rest';
  if (!isSigned(request, isRest ? SUOMI_FI_REST_KEY : SUOMI_FI_WEB_KEY)) {
    answerJson(response, { errorMessage: 'checksum' }, 401);
    return true;
  }
  if (!searchParams.has('requestId')) {
    answerJson(response, { errorMessage: 'requestId' }, 400);
    return true;
  }
  const strange = mode === 'unknown-type' ? 'MAYBE' : null;
  const [, , kind, what, id = '', person = ''] = parts;
  if (isRest) {
    const [client, delegate = '', principal = ''] = parts.slice(4);
    const result = client === CLIENT ? resultOf(delegate, principal, searchParams.get('issue')) : 'DISALLOWED';
    answerJson(response, { result: strange ?? result });
    return true;
  }
  if (kind === 'user' && what === 'register' && id === CLIENT) {
    const mode = parts[1] === 'ypa' ? ('ypa' as const) : ('hpa' as const);
    const session = { delegate: person, kind: mode, user: randomUUID(), code: null, token: null, chosen: [] };
    const sessionId = randomUUID();
    sessions.set(sessionId, session);
    answerJson(response, { sessionId, userId: session.user });
    return true;
  }
  const session = sessions.get(id);
  const isTheirs = session?.token && request.headers.authorization === `Bearer ${session.token}`;
  if (kind !== 'api' || !session || !isTheirs) {
    answerJson(response, { errorMessage: 'session' }, 401);
    return true;
  }
  if (what === 'organizationRoles' && session.kind === 'ypa') {
    roles(session, person, mode, response);
  } else if (what === 'delegate') {
    const named = mandates.filter((one) => one.delegate === session.delegate && session.chosen.includes(one.principal));
    const shown = named.map(({ principal, name }) => ({ personId: principal, name }));
    answerJson(response, mode === 'contradictory' ? [{ personId: '010190-900A', name: 'Okänd' }] : shown);
  } else if (what === 'authorization') {
    answerJson(response, { result: strange ?? resultOf(session.delegate, person, searchParams.get('issues')) });
  } else answerJson(response, { errorMessage: 'not found' }, 404);
  return true;
}

/** The organisations that have been chosen, or one of them. */
function roles(session: Session, only: string, mode: string, response: ServerResponse): void {
  const theirs = organisations.filter(
    ({ delegate, identifier }) =>
      delegate === session.delegate && session.chosen.includes(identifier) && (only === '' || identifier === only),
  );
  const other = { identifier: '9900001-8', name: 'Någon Annans Ab', roles: theirs[0]?.roles ?? [], complete: true };
  const shown = theirs.map((one) => ({
    ...{ identifier: mode === 'contradictory' ? '9900004-3' : one.identifier, name: one.name },
    ...{ roles: mode === 'unknown-type' ? [7] : mode === 'partial' ? [] : one.roles, complete: mode !== 'partial' },
  }));
  answerJson(response, mode === 'another' ? [other] : shown);
}

function oauth(what: string, query: URLSearchParams, request: IncomingMessage, response: ServerResponse): void {
  const all = [...sessions.values()];
  if (what === 'token') {
    exchange(
      all.find(({ code }) => code !== null && code === query.get('code')),
      request,
      response,
    );
  } else {
    choose(
      all.find(({ user }) => user === query.get('user')),
      query,
      response,
    );
  }
}

/** The code that the person came back with, once, for a token. */
function exchange(session: Session | undefined, request: IncomingMessage, response: ServerResponse): void {
  const basic = `Basic ${Buffer.from(`${CLIENT}:${SUOMI_FI_OAUTH_PASSWORD}`).toString('base64')}`;
  if (request.method !== 'POST' || request.headers.authorization !== basic) {
    answerJson(response, { error: 'invalid_client' }, 401);
  } else if (!session) {
    answerJson(response, { error: 'invalid_grant' }, 400);
  } else {
    session.code = null;
    session.token = randomUUID();
    answerJson(response, { access_token: session.token, token_type: 'bearer', expires_in: 599 });
  }
}

/** The page where the person chooses; `val` is the place in the list, so that no number stands in an address. */
function choose(session: Session | undefined, query: URLSearchParams, response: ServerResponse): void {
  if (!session) {
    answerJson(response, { error: 'unknown user' }, 400);
    return;
  }
  const all =
    session.kind === 'hpa'
      ? mandates.map(({ delegate, principal, name }) => ({ delegate, principal, name }))
      : organisations.map(({ delegate, identifier, name }) => ({ delegate, principal: identifier, name }));
  const theirs = all.filter(({ delegate }) => delegate === session.delegate);
  const choice = query.get('val');
  if (choice === null) {
    const links = theirs.map(({ name }, n) => `<li><a href="?${query}&amp;val=${n}">${name}</a></li>`).join('');
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><html lang="sv"><title>Suomi.fi (påhittad)</title><h1>Välj för vem</h1><ul>${links}</ul></html>`,
    );
    return;
  }
  session.chosen = theirs.flatMap(({ principal }, n) => (String(n) === choice ? [principal] : []));
  session.code = randomUUID();
  const back = query.get('redirect_uri') ?? '';
  response.writeHead(302, { location: `${back}${back.includes('?') ? '&' : '?'}code=${session.code}` });
  response.end();
}
