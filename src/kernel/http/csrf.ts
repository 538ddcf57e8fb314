import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.ts';
import type { App } from './app-types.ts';

/** Of the sessions seen last: making a token takes 2 % of a page. */
const TOKENS_KEPT = 5_000;
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

function matches(given: unknown, wanted: string): boolean {
  if (typeof given !== 'string') return false;
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)]; // letters may be several bytes
  return one.length === other.length && timingSafeEqual(one, other);
}

/** Browsers say from where a request comes; one that says "from another site" is refused whatever it carries. */
function fromElsewhere(request: FastifyRequest, origin: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  const from = request.headers.origin;
  return from !== undefined && from !== origin && from !== `${request.protocol}://${request.host}`;
}

export type Csrf = { tokenFor(request: FastifyRequest): string | null };

/**
 * Every request that changes something comes from our own page: by what the browser says of its origin, and by a token
 * bound to the session, in the form (`_csrf`) or the header `x-csrf-token`. Checked before the handler, since the token
 * is in the body. A route that says `csrf: false` in its config is for machines and takes no cookie.
 */
export function csrfProtection(app: App, { secret, origin }: { secret: string; origin: string }): Csrf {
  const key = createHmac('sha256', secret).update('csrf').digest();
  const tokens = new Map<string, string>();
  /** Of the session, and after the dot of the one in whose name the form was shown. */
  function tokenFor(request: FastifyRequest): string | null {
    const session = request.reader?.session;
    if (!session) return null;
    const principal = request.reader?.actingFor?.party;
    const own = tokenOf(session);
    return principal === undefined ? own : `${own}.${tokenOf(`${session} ${principal}`)}`;
  }
  function tokenOf(named: string): string {
    const known = tokens.get(named);
    if (known !== undefined) return known;
    const token = createHmac('sha256', key).update(named).digest('base64url');
    if (tokens.size >= TOKENS_KEPT) tokens.clear();
    tokens.set(named, token);
    return token;
  }
  app.addHook('preHandler', (request, _reply, done) => {
    check(request);
    done();
  });
  function check(request: FastifyRequest): void {
    if (SAFE.has(request.method) || request.routeOptions.config.csrf === false) return;
    if (fromElsewhere(request, origin)) throw new Refusal('not-allowed', 'kernel.csrf.other-site');
    const wanted = tokenFor(request);
    if (wanted === null) return; // nobody is signed in: there is no right to borrow
    const body = request.body as { _csrf?: unknown } | null | undefined;
    const given = body?._csrf ?? request.headers['x-csrf-token'];
    if (matches(given, wanted)) return;
    const isOfSession = typeof given === 'string' && matches(given.split('.')[0], wanted.split('.')[0] ?? '');
    if (!isOfSession) throw new Refusal('not-allowed', 'kernel.csrf.token');
    // Shown in another name than the session acts in now: a tab from before.
    if (!request.routeOptions.config.asOneself) throw new Refusal('conflict', 'kernel.csrf.other-principal');
  }
  return { tokenFor };
}
