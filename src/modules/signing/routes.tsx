import { Type } from 'typebox';
import type { App } from '../../kernel/http/app-types.ts';
import { limits } from '../../kernel/http/rate-limits.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import { authoritiesByIds } from '../directory/index.ts';
import { evidenceOf } from './evidence.ts';
import { publishedKeys } from './keys.ts';
import { ownSignings } from './own-signings.ts';
import { SigningsPage, signingsHref } from './pages/list.tsx';
import { REASON_MOST, SigningPage, type SigningPageProps } from './pages/signing.tsx';
import { readSigning } from './read-signing.ts';
import { refuseToSign } from './refuse.ts';
import { beginSigning, finishSigning, type SignParts } from './sign.ts';
import { linkTo, type SubjectLink } from './subject-link.ts';
import { texts } from './texts/index.ts';
import { withdrawOwn } from './withdraw.ts';

export type SigningParts = SignParts & {
  readonly baseUrl: string;
  /** Where what is signed is shown, by its kind. */
  readonly subjects: readonly SubjectLink[];
};

const ById = Type.Object({ signing: Type.String({ maxLength: 100 }) });
const Just = Type.Object({ nyss: Type.Optional(Type.Union([Type.Literal('skrev-under'), Type.Literal('avbrot')])) });
const Refusing = Type.Object({ reason: Type.Optional(Type.String({ maxLength: 10_000 })) });

/** «Skriv under»: what awaits one's signature, the way to the e-ID and back, and the evidence. */
export async function signingRoutes(app: App, parts: SigningParts): Promise<void> {
  const config = { room: 'resident' } as const;
  const one = `${signingsHref}/:signing`;

  app.get('/.well-known/jwks.json', { config: { room: 'public' } }, async (request, reply) =>
    reply
      .type('application/jwk-set+json')
      .header('cache-control', 'public, max-age=300')
      .send(await publishedKeys(request.scope)),
  );

  app.get(signingsHref, { config }, async (request, reply) =>
    reply.page(<SigningsPage {...(await ownSignings(request.scope))} />),
  );

  app.get(one, { config, schema: { params: ById, querystring: Just } }, async (request, reply) => {
    const { nyss } = request.query;
    const shown = await pageOf(request.scope, parts, request.params.signing);
    const hasSigned = shown.view.signers.some(({ isReader, status }) => isReader && status === 'signed');
    const just = nyss === 'avbrot' ? 'cancelled' : nyss === 'skrev-under' && hasSigned ? 'signed' : null;
    return reply.page(<SigningPage {...shown} just={just} />);
  });

  app.get(
    `${one}/skriv-under`,
    { config: { ...config, rateLimit: limits.signIn }, schema: { params: ById } },
    async (request, reply) => {
      const { signing } = request.params;
      // A link elsewhere leads to what is to be read first, not straight to the e-ID.
      if (request.headers['sec-fetch-site'] === 'cross-site') return reply.seeOther(`${signingsHref}/${signing}`);
      const url = await beginSigning(request.scope, parts, signing);
      return reply.header('cache-control', 'no-store').redirect(url.href, 303);
    },
  );

  app.get(
    `${signingsHref}/svar`,
    { config: { ...config, rateLimit: limits.signIn }, schema: { hide: true } },
    async (request, reply) => {
      const callback = new URL(request.url, parts.baseUrl);
      const outcome = await finishSigning(request.scope, parts, callback).catch((error: unknown) => {
        // A forged or foreign answer is the operator's to know of; which it was, not whose.
        if (isRefusal(error)) request.log.warn({ refused: error.key, detail: error.details.detail }, 'not signed');
        throw error;
      });
      const just = outcome.kind === 'signed' ? 'skrev-under' : 'avbrot';
      return reply.header('cache-control', 'no-store').seeOther(`${signingsHref}/${outcome.signing}?nyss=${just}`);
    },
  );

  app.post(
    `${one}/neka`,
    { config: { ...config, rateLimit: limits.posting }, schema: { params: ById, body: Refusing } },
    async (request, reply) => {
      const { signing } = request.params;
      const reason = request.body.reason?.trim().replace(/\r\n?/g, '\n') ?? '';
      const t = texts[request.language].page;
      const wrong = reason === '' ? t.reasonMissing : reason.length > REASON_MOST ? t.reasonLong(REASON_MOST) : null;
      if (wrong !== null) {
        const shown = await pageOf(request.scope, parts, signing);
        const errors = [{ field: 'reason', text: wrong }];
        return reply.page(<SigningPage {...shown} just={null} reason={reason} errors={errors} />, { status: 422 });
      }
      await refuseToSign(request.scope, signing, reason);
      return reply.seeOther(`${signingsHref}/${signing}`);
    },
  );

  app.post(
    `${one}/ta-tillbaka`,
    { config: { ...config, rateLimit: limits.posting }, schema: { params: ById } },
    async (request, reply) => {
      await withdrawOwn(request.scope, request.params.signing);
      return reply.seeOther(`${signingsHref}/${request.params.signing}`);
    },
  );

  app.get(`${one}/bevis.json`, { config, schema: { params: ById } }, async (request, reply) => {
    const evidence = await evidenceOf(request.scope, parts, request.params.signing);
    return reply
      .type('application/json; charset=utf-8')
      .header('content-disposition', `attachment; filename="bevis-${evidence.signing}.json"`)
      .send(JSON.stringify(evidence, null, 2));
  });
}

async function pageOf(
  scope: Scope,
  parts: SigningParts,
  id: string,
): Promise<Pick<SigningPageProps, 'view' | 'authorityName' | 'subject'>> {
  const view = await readSigning(scope, parts, id);
  const { authority } = view;
  const known = authority === null ? undefined : (await authoritiesByIds(scope, [authority])).get(authority);
  return { view, authorityName: known?.name ?? null, subject: linkTo(view.subject, parts.subjects) };
}
