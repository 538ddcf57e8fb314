import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { dateIn } from '../../../kernel/calendar/format.ts';
import { datePartsIn, dayOf, type FieldError } from '../../../kernel/html/index.ts';
import type { App } from '../../../kernel/http/app-types.ts';
import { permit } from '../../../kernel/scope.ts';
import type { Authority } from '../authority.ts';
import { authoritiesByIds } from '../find-authority.ts';
import { type ReformAnswers, ReformPreviewPage, Reforms } from '../pages/reforms.tsx';
import {
  announceSuccession,
  authorityNamed,
  type OfficialsAt,
  previewSuccession,
  type Reform,
  successions,
  withdrawSuccession,
} from '../reform.ts';
import { texts } from '../texts/index.ts';
import { toldAtField } from '../told-at-field.ts';

const HREF = '/drift/overgangar';

const Query = Type.Object({ klart: Type.Optional(Type.Enum(['meddelad', 'tillbakatagen'])) });
const part = Type.String({ maxLength: 10 });
const Body = Type.Object({
  steg: Type.Optional(Type.Literal('meddela')),
  efter: Type.String({ maxLength: 100 }),
  till: Type.String({ maxLength: 100 }),
  ...{ 'dag-day': part, 'dag-month': part, 'dag-year': part },
  beslut: Type.String({ maxLength: 300 }),
});
const One = Type.Object({ id: Type.String({ format: 'uuid' }) });

const fieldOf = {
  'directory.succession.in-the-past': 'dag',
  'directory.succession.circle': 'till',
  'directory.succession.known': 'till',
};

/** Where the operator announces that one authority takes over after another, having seen whom it touches. */
export async function reformRoutes(app: App, parts: { readonly officialsAt: OfficialsAt }): Promise<void> {
  const config = { room: 'operator' } as const;

  app.get(HREF, { config, schema: { querystring: Query } }, async (request, reply) => {
    await permit(request.scope, 'authority.join', {});
    return list(request, reply, empty, [], 200, request.query.klart);
  });

  app.post(HREF, { config, schema: { body: Body } }, async (request, reply) => {
    const { scope, body, language } = request;
    await permit(scope, 'authority.join', {});
    const { efter, till, beslut, steg } = body;
    const answers: ReformAnswers = { efter, till, beslut, dag: datePartsIn(body, 'dag') };
    const found = await reformIn(request, answers);
    if ('errors' in found) return list(request, reply, answers, found.errors, 422);
    try {
      if (steg === 'meddela') {
        await announceSuccession(scope, found.reform);
        return reply.seeOther(`${HREF}?klart=meddelad`);
      }
      const preview = await previewSuccession(scope, found.reform, parts.officialsAt);
      return reply.page(<ReformPreviewPage {...preview} reform={found.reform} answers={answers} href={HREF} />);
    } catch (error) {
      return list(request, reply, answers, [toldAtField(error, fieldOf, language)], 422);
    }
  });

  app.post(`${HREF}/:id/ta-tillbaka`, { config, schema: { params: One } }, async (request, reply) => {
    await withdrawSuccession(request.scope, request.params.id);
    return reply.seeOther(`${HREF}?klart=tillbakatagen`);
  });
}

const empty: ReformAnswers = { efter: '', till: '', beslut: '', dag: { day: '', month: '', year: '' } };

async function list(
  { scope }: FastifyRequest,
  reply: FastifyReply,
  answers: ReformAnswers,
  errors: readonly FieldError[],
  status: number,
  done?: 'meddelad' | 'tillbakatagen',
): Promise<FastifyReply> {
  const all = await successions(scope);
  const names = await authoritiesByIds(
    scope,
    all.flatMap((one) => [one.predecessor, one.successor]),
  );
  const today = dateIn('AX', scope.now);
  const page = { successions: all, names, today, answers, errors, done, href: HREF };
  return reply.page(<Reforms {...page} />, { status });
}

/** The form as a reform, or what is missing in it. */
async function reformIn(
  { scope, language }: FastifyRequest,
  { efter, till, beslut, dag }: ReformAnswers,
): Promise<{ readonly reform: Reform } | { readonly errors: readonly FieldError[] }> {
  const t = texts[language].reform;
  const errors: FieldError[] = [];
  async function named(field: 'efter' | 'till', name: string): Promise<Authority | undefined> {
    try {
      if (name.trim() !== '') return await authorityNamed(scope, name.trim());
      errors.push({ field, text: t.nameMissing });
    } catch (error) {
      errors.push(toldAtField(error, { 'directory.succession.no-such-authority': field }, language));
    }
    return undefined;
  }
  const [predecessor, successor] = [await named('efter', efter), await named('till', till)];
  const inForceOn = dayOf(dag);
  if (typeof inForceOn === 'string') errors.push({ field: 'dag', text: t.dayWrong });
  if (beslut.trim() === '') errors.push({ field: 'beslut', text: t.sourceMissing });
  if (!predecessor || !successor || typeof inForceOn === 'string' || errors.length > 0) return { errors };
  return {
    reform: { predecessor: predecessor.id, successor: successor.id, inForceOn, source: beslut.trim() },
  };
}
