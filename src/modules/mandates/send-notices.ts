import './events.ts';
import { dateIn, formatDate } from '../../kernel/calendar/format.ts';
import { type AuthorityId, derivedId, type MandateId, type MessageId, type PartyId } from '../../kernel/ids.ts';
import { type EventOf, on, type Subscription } from '../../kernel/jobs/subscription.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Language } from '../../kernel/texts.ts';
import { operatorAuthority } from '../directory/index.ts';
import { loadOwnParty } from '../identity/index.ts';
import { planNotices } from './due-notices.ts';
import { type Mandate, mandateFrom } from './mandate.ts';
import { noticeTexts } from './notice-texts/index.ts';
import { type Letter, type NoticeKind, noticeKinds, toldOf, upTo } from './notices.ts';
import { loadGone } from './store/due-notices.ts';
import { loadMandate } from './store.ts';
import { lastDay } from './terms.ts';

/** A letter to one party of a mandate. */
export type Notice = {
  /** Follows from what it tells of and to whom, so that it is sent once. */
  readonly message: MessageId;
  readonly party: PartyId;
  readonly authority: AuthorityId;
  readonly kind: 'information' | 'question';
  readonly language: Language;
  readonly subject: string;
  readonly body: string;
  readonly mandate: MandateId;
};

/** Lays it in the party's mailbox exactly once; joined in `src/wiring.ts`, since the mailbox stands on a higher floor. */
export type SendNotice = (scope: Scope, notice: Notice) => Promise<unknown>;

/**
 * Tells everybody whom it concerns what has happened to a mandate. Names are the mandate's own, so that nobody reads
 * more of the others than its page shows.
 */
export function noticeSubscriptions(send: SendNotice): readonly Subscription[] {
  const tellers = noticeKinds.map((kind) =>
    on(`mandate.${kind}`, `mandates.tell-${kind}`, (scope, event) => tell(scope, send, kind, event)),
  );
  return [...tellers, on('mandate.registered', 'mandates.plan-notices', planNotices)];
}

async function tell(scope: Scope, send: SendNotice, kind: NoticeKind, event: EventOf<`mandate.${NoticeKind}`>) {
  const { parties } = scope.fence;
  const [known, gone] = await scope.read((tx) => Promise.all([loadMandate(tx, event.mandate), loadGone(tx, parties)]));
  if (!known) return;
  const stream = upTo(known.stream, event.seq);
  const mandate = mandateFrom(event.mandate, stream);
  const told = toldOf(mandate, kind, stream.at(-1)?.event, gone);
  const languages = await scope.read((tx) => Promise.all(told.map(({ party }) => loadOwnParty(tx, party))));
  for (const [index, { party, letter }] of told.entries()) {
    const language = languages[index]?.language ?? 'sv';
    await send(scope, {
      message: derivedId<MessageId>('mandates.notice', mandate.id, kind, String(event.seq), party),
      ...{ party, authority: mandate.paper?.authority ?? operatorAuthority, mandate: mandate.id, language },
      ...{ kind: letter === 'requested' ? 'question' : 'information', ...wordsOf(mandate, letter, language) },
    });
  }
}

function wordsOf(mandate: Mandate, letter: Letter, language: Language): { subject: string; body: string } {
  const t = noticeTexts[language];
  const { subject, first, last } = t.letters[letter];
  const { grantors, holders, from, until } = mandate.terms;
  const names = (all: typeof grantors) => all.map(({ name }) => name).join(', ');
  const facts = [
    `${t.facts.givers}: ${names(grantors)}`,
    `${t.facts.holders}: ${names(holders)}`,
    `${t.facts.subject}: ${mandate.terms.subject[language]}`,
    t.facts.days(formatDate(dateIn('SE', from), language), formatDate(lastDay(until), language)),
  ].join('\n');
  return { subject, body: [first, facts, last].filter((part) => part !== '').join('\n\n') };
}
