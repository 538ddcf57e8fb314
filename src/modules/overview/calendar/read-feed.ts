import { Refusal } from '../../../kernel/refusal.ts';
import type { MakeScope, Scope } from '../../../kernel/scope.ts';
import { hashToken } from '../../../kernel/secrets.ts';
import type { GuardedSource } from '../guard.ts';
import type { OverviewItem } from '../item.ts';
import type { LastKnown } from '../last-known.ts';
import { gather } from '../same-case.ts';
import { loadFeedOwner, noteFeedRead } from '../store/calendar-feed.ts';
import { texts } from '../texts/index.ts';
import { calendarDays } from './calendar-days.ts';
import { icalendarOf } from './icalendar.ts';

export type FeedParts = {
  readonly sources: readonly GuardedSource[];
  readonly lastKnown: LastKnown;
  readonly makeScope: MakeScope;
  readonly overviewUrl: string;
};

/**
 * The calendar behind a secret address, as iCalendar. Calendars ask many times a day, so of others' systems it tells what
 * they said when the person last looked.
 * @throws Refusal not-found for an address that nobody has or that has been ended, unavailable when our own rooms could
 * not be read: an empty calendar would say that there is nothing
 */
export async function readFeed(visitor: Scope, token: string, parts: FeedParts): Promise<string> {
  const owner = await visitor.read((tx) => loadFeedOwner(tx, hashToken(token)));
  if (!owner) throw new Refusal('not-found', 'overview.calendar.unknown');
  const { party, language } = owner;
  const scope = parts.makeScope({
    actor: { kind: 'person', party, name: '', assurance: 'low', session: 'calendar' },
    ...{ principal: party, room: 'resident', fence: { authorities: [], parties: [party] }, language },
    ...{ now: visitor.now, requestId: visitor.requestId },
  });
  const ranks = new Map(parts.sources.map(({ id, rank }) => [id, rank]));
  const found = await Promise.all(parts.sources.map((source) => itemsOf(scope, source, parts)));
  const { items } = gather([], found.flat(), (source) => ranks.get(source) ?? Number.MAX_SAFE_INTEGER);
  await scope.write((tx) => noteFeedRead(tx, party, scope.now));
  const days = calendarDays(items, language, parts.overviewUrl);
  return icalendarOf({ name: texts[language].calendar.name, days, now: scope.now });
}

async function itemsOf(scope: Scope, source: GuardedSource, parts: FeedParts): Promise<readonly OverviewItem[]> {
  const { principal } = scope;
  if (principal === null) return [];
  if (source.kind === 'elsewhere') return (await parts.lastKnown.of(scope, principal, source.id))?.found.items ?? [];
  const { answer } = await source.ask(scope, principal);
  if (answer.state === 'failed') throw new Refusal('unavailable', 'overview.calendar.could-not-read');
  return answer.state === 'answered' ? answer.value.items : [];
}
