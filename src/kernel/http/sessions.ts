import cookie from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isLanguage, type Language } from '../texts.ts';
import type { App, FindSession } from './app-types.ts';

/** `__Host-` ties a cookie to this host, over https; on http loopback in development browsers refuse it. */
export type CookieNames = { readonly session: string; readonly language: string; readonly signIn: string };

export function cookieNames(https: boolean): CookieNames {
  const prefix = https ? '__Host-' : '';
  return { session: `${prefix}session`, language: `${prefix}language`, signIn: `${prefix}sign-in` };
}

/** @param seconds how long the browser keeps it; absent: until it is closed */
export function setCookie(reply: FastifyReply, https: boolean, name: string, value: string, seconds?: number): void {
  reply.setCookie(name, value, {
    path: '/',
    httpOnly: true,
    secure: https,
    sameSite: 'lax',
    ...(seconds === undefined ? {} : { maxAge: seconds }),
  });
}

/** Takes it away. A browser heeds nothing about a `__Host-` cookie that does not say all that the cookie was set with. */
export function endCookie(reply: FastifyReply, https: boolean, name: string): void {
  setCookie(reply, https, name, '', 0);
}

function languageOf(request: FastifyRequest, cookieName: string): Language {
  const chosen = request.cookies[cookieName];
  if (isLanguage(chosen)) return chosen;
  if (request.reader?.language) return request.reader.language;
  for (const wanted of (request.headers['accept-language'] ?? '').split(',')) {
    const tag = wanted.trim().slice(0, 2).toLowerCase();
    if (isLanguage(tag)) return tag;
  }
  return 'sv';
}

/** Finds who is signed in, and says it in `request.reader` and `request.language`. */
export type ReadSession = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/**
 * Who is signed in, and which language they read. The cookie holds a secret; only its hash is kept by the server.
 * @returns the same for an address that nothing answers at, where the database is asked only after the rate limit
 */
export async function sessions(
  app: App,
  { https, findSession }: { https: boolean; findSession: FindSession },
): Promise<ReadSession> {
  const names = cookieNames(https);
  await app.register(cookie);
  app.decorateRequest('reader', null);
  app.decorateRequest('language', 'sv');
  async function readSession(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const token = request.cookies[names.session];
    if (token) {
      request.reader = await findSession(token);
      if (request.reader === null) endCookie(reply, https, names.session);
    }
    request.language = languageOf(request, names.language);
  }
  app.addHook('onRequest', async (request, reply) => {
    if (request.is404) request.language = languageOf(request, names.language);
    else await readSession(request, reply);
  });
  return readSession;
}
