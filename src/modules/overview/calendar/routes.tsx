import { Type } from 'typebox';
import type { App } from '../../../kernel/http/app-types.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { permit, type Scope } from '../../../kernel/scope.ts';
import type { Secrets } from '../../../kernel/secrets.ts';
import { endFeed, keepFeed, loadFeed } from '../store/calendar-feed.ts';
import { CalendarPage, calendarHref } from './page.tsx';
import { type FeedParts, readFeed } from './read-feed.ts';

export type CalendarParts = FeedParts & { readonly baseUrl: string; readonly newToken: Secrets['token'] };

const ByFile = Type.Object({ file: Type.String({ pattern: '^[A-Za-z0-9_-]{43}\\.ics$' }) });

/** One's own days in one's own calendar, also while one acts for somebody else: never another's. */
export async function calendarRoutes(app: App, parts: CalendarParts): Promise<void> {
  const config = { room: 'resident', asOneself: true } as const;

  app.get(calendarHref, { config }, async ({ scope }, reply) => {
    const party = await ownParty(scope);
    const feed = await scope.read((tx) => loadFeed(tx, party));
    return reply.page(<CalendarPage feed={feed ?? null} address={null} />);
  });

  // Answered at once and not after a redirect: the address is shown here and nowhere else.
  app.post(calendarHref, { config }, async ({ scope, language }, reply) => {
    const party = await ownParty(scope);
    const { token, hash } = parts.newToken();
    await scope.write((tx) => keepFeed(tx, party, { hash, language, at: scope.now }));
    const feed = { madeAt: scope.now, readAt: null };
    return reply.page(<CalendarPage feed={feed} address={`${parts.baseUrl}/api/v1/calendar/${token}.ics`} />);
  });

  app.post(`${calendarHref}/avsluta`, { config }, async ({ scope }, reply) => {
    const party = await ownParty(scope);
    await scope.write((tx) => endFeed(tx, party));
    return reply.seeOther(calendarHref);
  });

  app.get(
    '/api/v1/calendar/:file',
    {
      config: { room: 'public', asOneself: true },
      schema: {
        params: ByFile,
        summary: 'The days of a person’s cases, as iCalendar',
        description: 'Whoever has the address reads it; it is made and ended under «Min ärendeöversikt».',
      },
    },
    async (request, reply) => {
      const calendar = await readFeed(request.scope, request.params.file.slice(0, -'.ics'.length), parts);
      return reply.type('text/calendar; charset=utf-8').send(calendar);
    },
  );
}

async function ownParty(scope: Scope): Promise<PartyId> {
  await permit(scope, 'case.read-own', {});
  if (scope.principal === null) throw new Refusal('not-allowed', 'kernel.authority.no');
  return scope.principal;
}
