import { Type } from 'typebox';
import type { App } from '../../kernel/http/app-types.ts';
import type { AuthorityId, EventId } from '../../kernel/ids.ts';
import { permit } from '../../kernel/scope.ts';
import { ReceivedMailPage } from './pages/received-mail.tsx';
import { TroubledTips } from './pages/troubled-tips.tsx';
import { receivedMail } from './received-mail.ts';
import { TIP_DAYS } from './retention.ts';
import { sendAgain } from './send-again.ts';
import { loadTroubledTips } from './store.ts';

const PAGE = 50;
const HREF = '/drift/utskick';
const Before = Type.Object({
  fore: Type.Optional(Type.String({ maxLength: 40 })),
  omgjort: Type.Optional(Type.Literal('ja')),
});
const One = Type.Object({ authority: Type.Integer({ minimum: 1 }), tip: Type.String({ format: 'uuid' }) });

/** What the operator sees of sending. */
export async function notificationRoutes(app: App): Promise<void> {
  const config = { room: 'operator' } as const;

  app.get(HREF, { config, schema: { querystring: Before } }, async (request, reply) => {
    const { scope, query } = request;
    await permit(scope, 'operations.read', {});
    const before = instantOr(query.fore, scope.now.add({ seconds: 1 }));
    const tips = await scope.read((tx) => loadTroubledTips(tx, before, PAGE));
    const last = tips.length === PAGE ? tips.at(-1) : undefined;
    const nextHref = last && `${HREF}?fore=${encodeURIComponent(last.changedAt.toString())}`;
    const asked = query.omgjort === 'ja';
    return reply.page(<TroubledTips tips={tips} nextHref={nextHref} asked={asked} keptDays={TIP_DAYS} href={HREF} />);
  });

  app.post(`${HREF}/:authority/:tip/igen`, { config, schema: { params: One } }, async (request, reply) => {
    const { authority, tip } = request.params;
    await sendAgain(request.scope, { authority: authority as AuthorityId, tip: tip as EventId }); // as the schema says
    return reply.seeOther(`${HREF}?omgjort=ja`);
  });
}

function instantOr(text: string | undefined, otherwise: Temporal.Instant): Temporal.Instant {
  try {
    return text === undefined ? otherwise : Temporal.Instant.from(text);
  } catch {
    return otherwise;
  }
}

/**
 * The mail of the development environment; registered outside production only.
 * @param parts.mailServer where that mail server shows its mail, `http://127.0.0.1:…`
 */
export async function developmentMailRoutes(app: App, parts: { readonly mailServer: string }): Promise<void> {
  app.get('/utveckling/utskick', { config: { room: 'public' } }, async (_request, reply) =>
    reply.page(<ReceivedMailPage mail={await receivedMail(parts.mailServer)} />),
  );
}
