import { Type } from 'typebox';
import type { App } from '../../../kernel/http/app-types.ts';
import { limits } from '../../../kernel/http/rate-limits.ts';
import { cookieNames, endCookie, setCookie } from '../../../kernel/http/sessions.ts';
import { Cancelled, SignIn } from '../pages/sign-in.tsx';
import { safePath } from '../session.ts';
import { ATTEMPT_MINUTES, beginSignIn, finishSignIn, type SignInParts } from '../sign-in.ts';
import { endSession } from '../store/sessions.ts';

const Till = Type.Optional(Type.String({ maxLength: 2000 }));

/** Sign-in happens at one host name: the e-ID knows one address to come back to, and so one cookie is set. */
export async function signInRoutes(app: App, parts: SignInParts & { readonly baseUrl: string }): Promise<void> {
  const base = new URL(parts.baseUrl);
  const https = base.protocol === 'https:';
  const names = cookieNames(https);

  app.get(
    '/logga-in',
    {
      config: { room: 'public' },
      schema: { querystring: Type.Object({ till: Till, hit: Type.Optional(Type.String()) }) },
    },
    async (request, reply) => {
      const till = safePath(request.query.till);
      // Asked at an authority's own host name: once over to the common one, `hit` guards against a proxy that hides it.
      if (request.host !== base.host && request.query.hit === undefined) {
        return reply.seeOther(`${base.origin}/logga-in?hit=1&till=${encodeURIComponent(till)}`);
      }
      return reply.page(<SignIn electronicIds={parts.electronicIds} till={till} />);
    },
  );

  app.get(
    '/logga-in/e-legitimation',
    {
      config: { room: 'public', rateLimit: limits.signIn },
      schema: { querystring: Type.Object({ till: Till, val: Type.Optional(Type.String({ maxLength: 50 })) }) },
    },
    async (request, reply) => {
      const eid = request.query.val ?? parts.electronicIds[0]?.id ?? '';
      const { url, token } = await beginSignIn(request.scope, parts, { eid, till: request.query.till });
      setCookie(reply, https, names.signIn, token, ATTEMPT_MINUTES * 60);
      return reply.header('cache-control', 'no-store').redirect(url.href, 303);
    },
  );

  app.get(
    '/logga-in/svar',
    { config: { room: 'public', rateLimit: limits.signIn }, schema: { hide: true } },
    async (request, reply) => {
      endCookie(reply, https, names.signIn);
      reply.header('cache-control', 'no-store');
      const result = await finishSignIn(request.scope, parts, {
        callback: new URL(request.url, base),
        attemptToken: request.cookies[names.signIn],
        sessionToken: request.cookies[names.session],
        userAgent: request.headers['user-agent'],
      });
      if (result.kind === 'cancelled') return reply.page(<Cancelled till={result.till} />);
      setCookie(reply, https, names.session, result.token);
      return reply.seeOther(result.till);
    },
  );

  app.post('/logga-ut', { config: { room: 'public', asOneself: true } }, async (request, reply) => {
    const token = request.cookies[names.session];
    if (token) await request.scope.write((tx) => endSession(tx, parts.secrets.hashToken(token)));
    endCookie(reply, https, names.session);
    return reply.header('clear-site-data', '"cache"').seeOther('/');
  });
}
