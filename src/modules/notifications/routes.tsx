import { Type } from 'typebox';
import type { App } from '../../kernel/http/app-types.ts';
import { permit } from '../../kernel/scope.ts';
import { ReceivedMailPage } from './pages/received-mail.tsx';
import { TroubledTips } from './pages/troubled-tips.tsx';
import { receivedMail } from './received-mail.ts';
import { loadTroubledTips } from './store.ts';

const PAGE = 50;
const Before = Type.Object({ fore: Type.Optional(Type.String({ maxLength: 40 })) });

/** What the operator sees of sending. */
export async function notificationRoutes(app: App): Promise<void> {
  app.get(
    '/drift/utskick',
    { config: { room: 'operator' }, schema: { querystring: Before } },
    async (request, reply) => {
      const { scope } = request;
      await permit(scope, 'operations.read', {});
      const before = instantOr(request.query.fore, scope.now.add({ seconds: 1 }));
      const tips = await scope.read((tx) => loadTroubledTips(tx, before, PAGE));
      const last = tips.length === PAGE ? tips.at(-1) : undefined;
      const nextHref = last && `/drift/utskick?fore=${encodeURIComponent(last.changedAt.toString())}`;
      return reply.page(<TroubledTips tips={tips} nextHref={nextHref} />);
    },
  );
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
