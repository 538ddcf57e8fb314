import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { App } from '../../../kernel/http/app-types.ts';
import { limits } from '../../../kernel/http/rate-limits.ts';
import { cookieNames, setCookie } from '../../../kernel/http/sessions.ts';
import { isRefusal, Refusal } from '../../../kernel/refusal.ts';
import { permit } from '../../../kernel/scope.ts';
import type { Secrets } from '../../../kernel/secrets.ts';
import { languages } from '../../../kernel/texts.ts';
import { authoritiesByIds } from '../../directory/index.ts';
import { claimAddress, confirmAddress, ownAddress, removeAddress } from '../address.ts';
import type { AsksRegisters } from '../from-register.ts';
import { ownRegistered } from '../own-registered.ts';
import { endOtherSessions, endOwnSession, ownSessions } from '../own-sessions.ts';
import { ownTrail } from '../own-trail.ts';
import { ConfirmAddress, type DetailsProps, MyDetails } from '../pages/details.tsx';
import { MySessions } from '../pages/sessions.tsx';
import { MyTrail } from '../pages/trail.tsx';
import type { PurposeTexts } from '../purpose-texts.ts';
import type { SessionLimits } from '../session.ts';
import { loadOwnParty, setLanguage } from '../store/parties.ts';
import { texts } from '../texts/index.ts';

export type MyPagesParts = AsksRegisters & {
  readonly secrets: Secrets;
  readonly limits: SessionLimits;
  readonly baseUrl: string;
  /** Of all modules: what the purposes in the trail are called. */
  readonly purposeTexts: PurposeTexts;
};

const YEAR = 365 * 24 * 3600;
const config = { room: 'resident', asOneself: true } as const;
const Token = Type.Object({ token: Type.String({ maxLength: 100 }) });

/** What the person manages of their own: details, sign-ins, and the trail of who has looked. */
export async function myPagesRoutes(app: App, parts: MyPagesParts): Promise<void> {
  const { secrets } = parts;
  const https = parts.baseUrl.startsWith('https:');

  async function details(request: FastifyRequest, refused: Partial<DetailsProps> = {}): Promise<DetailsProps> {
    const { scope, reader } = request;
    if (!reader) throw new Refusal('not-allowed', 'kernel.authority.no');
    const [own, address, registered] = await Promise.all([
      scope.read((tx) => loadOwnParty(tx, reader.party)),
      ownAddress(scope, secrets),
      ownRegistered(scope, parts),
    ]);
    if (!own) throw new Refusal('not-found', 'identity.party.not-found');
    return {
      name: own.name,
      isProtected: own.isProtected,
      address,
      registered,
      language: request.language,
      ...refused,
    };
  }

  app.get('/mina-sidor/uppgifter', { config }, async (request, reply) =>
    reply.page(<MyDetails {...(await details(request))} />),
  );

  app.post(
    '/mina-sidor/uppgifter/e-post',
    {
      config: { ...config, rateLimit: limits.signIn },
      schema: { body: Type.Object({ address: Type.String({ maxLength: 1000 }) }) },
    },
    async (request, reply) => {
      const typed = request.body.address.trim();
      try {
        await claimAddress(request.scope, secrets, typed);
        return reply.seeOther('/mina-sidor/uppgifter#e-post');
      } catch (error) {
        if (!isRefusal(error, 'invalid')) throw error;
        const errors = [{ field: 'address', text: texts[request.language].details.email.invalid }];
        return reply.page(<MyDetails {...(await details(request, { typed, errors }))} />, { status: 422 });
      }
    },
  );

  app.post('/mina-sidor/uppgifter/e-post/ta-bort', { config }, async (request, reply) => {
    await removeAddress(request.scope);
    return reply.seeOther('/mina-sidor/uppgifter#e-post');
  });

  app.get('/mina-sidor/uppgifter/bekrafta/:token', { config, schema: { params: Token } }, async (request, reply) => {
    const { claimed } = await ownAddress(request.scope, secrets);
    if (claimed === null) throw new Refusal('gone', 'identity.address.link-gone');
    return reply.page(<ConfirmAddress address={claimed} token={request.params.token} />);
  });

  app.post('/mina-sidor/uppgifter/bekrafta/:token', { config, schema: { params: Token } }, async (request, reply) => {
    await confirmAddress(request.scope, secrets, request.params.token);
    return reply.seeOther('/mina-sidor/uppgifter#e-post');
  });

  app.post(
    '/mina-sidor/uppgifter/sprak',
    { config, schema: { body: Type.Object({ language: Type.Enum([...languages]) }) } },
    async (request, reply) => {
      const { scope, reader, body } = request;
      await permit(scope, 'party.manage', {});
      if (reader) await scope.write((tx) => setLanguage(tx, reader.party, body.language));
      setCookie(reply, https, cookieNames(https).language, body.language, YEAR);
      return reply.seeOther('/mina-sidor/uppgifter#sprak');
    },
  );

  app.get('/mina-sidor/sessioner', { config }, async (request, reply) =>
    reply.page(<MySessions sessions={await ownSessions(request.scope, parts.limits)} />),
  );

  app.post(
    '/mina-sidor/sessioner/:session/avsluta',
    { config, schema: { params: Type.Object({ session: Type.String({ format: 'uuid' }) }) } },
    async (request, reply) => {
      await endOwnSession(request.scope, request.params.session);
      return reply.seeOther('/mina-sidor/sessioner');
    },
  );

  app.post('/mina-sidor/sessioner/avsluta-andra', { config }, async (request, reply) => {
    await endOtherSessions(request.scope);
    return reply.seeOther('/mina-sidor/sessioner');
  });

  app.get(
    '/mina-sidor/logg',
    {
      config: { room: 'resident' },
      schema: {
        querystring: Type.Object({
          fore: Type.Optional(Type.String({ format: 'uuid' })),
          /** A right by which others act for the reader, or `alla`. */
          ratt: Type.Optional(Type.String({ maxLength: 100 })),
        }),
      },
    },
    async (request, reply) => {
      const { fore, ratt } = request.query;
      const only = ratt === undefined ? undefined : { right: ratt === 'alla' ? null : ratt };
      const trail = await ownTrail(request.scope, fore ?? null, only);
      const ids = trail.lines.flatMap((line) => line.authority ?? []);
      const authorities = await authoritiesByIds(request.scope, ids);
      return reply.page(
        <MyTrail trail={trail} authorities={authorities} purposes={parts.purposeTexts} right={ratt ?? null} />,
      );
    },
  );
}
