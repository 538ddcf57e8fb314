import type { PartyId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import { authoritiesByIds } from '../directory/index.ts';
import { wantingMessages } from '../mailbox/index.ts';
import { bareItem, type CaseSource, type OverviewItem } from '../overview/index.ts';
import type { Phase } from './case.ts';
import { ownCase } from './complete.ts';
import { type OwnCaseLine, readOwnCases } from './own-cases.ts';
import { texts } from './texts/index.ts';

const LISTED = 200;
/** Of those that wait for the person, so many are asked for the day of the answer. */
const WAITING_ASKED = 20;

const normalOf = {
  received: 'received',
  'waiting-applicant': 'waiting',
  decided: 'decided',
  available: 'decided',
  closed: 'closed',
} as const satisfies Record<Phase, OverviewItem['status']['normal']>;

const ballOf = { party: 'me', authority: 'them', nobody: 'done' } as const;

/** The person's cases with the authorities of this house. */
export const caseSource: CaseSource = {
  id: 'cases',
  name: { sv: 'Ärenden här', fi: 'Asiat täällä', en: 'Cases here' },
  kind: 'house',
  rank: 10,
  async cases(scope) {
    const { cases, next } = await readOwnCases(scope, { most: LISTED });
    if (cases.length === 0) return { state: 'nothing', asOf: scope.now };
    const unread = await unreadDecisions(scope);
    const waiting = cases.filter(({ ball }) => ball === 'party').slice(0, WAITING_ASKED);
    const answerBy = new Map(
      await Promise.all(waiting.map(async (one) => [one.case, await dayOf(scope, one)] as const)),
    );
    const items = cases.map((one) => {
      const item = itemOf(scope, one, answerBy.get(one.case) ?? null);
      // The decision lies there and nobody has read it: days of appeal are running.
      if (!unread.has(one.case)) return item;
      return { ...item, ball: 'me' as const, nextStep: texts[scope.language].overview.readDecision };
    });
    return { state: 'answered', value: { items, more: next !== null, missing: [] }, asOf: scope.now };
  },
};

/** Who may see the case and not the mailbox does not see that either. */
async function unreadDecisions(scope: Scope): Promise<ReadonlySet<string>> {
  try {
    const messages = await wantingMessages(scope);
    return new Set(messages.flatMap(({ kind, caseRef }) => (kind === 'decision' && caseRef ? [caseRef.case] : [])));
  } catch (error) {
    if (isRefusal(error, 'not-allowed')) return new Set();
    throw error;
  }
}

async function dayOf(scope: Scope, one: OwnCaseLine): Promise<Temporal.PlainDate | null> {
  const slug = one.href.split('/')[3] ?? '';
  const { state } = await ownCase(scope, { authority: slug, case: one.case });
  return state.question?.answerBy ?? null;
}

function itemOf(scope: Scope, one: OwnCaseLine, answerBy: Temporal.PlainDate | null): OverviewItem {
  const t = texts[scope.language];
  return {
    ...bareItem,
    ...{ source: 'cases', id: `${one.authority}/${one.case}`, codes: null, href: one.href },
    title: one.title,
    authority: one.authorityName,
    status: { words: one.outcome ?? t.phase[one.state], normal: normalOf[one.state] },
    ball: ballOf[one.ball],
    nextStep: one.ball === 'party' ? t.overview.answer : null,
    deadline: answerBy && { on: answerBy.toString(), counted: t.overview.answerByCounted },
    expected: one.state === 'received' ? { on: one.dueOn.toString(), counted: t.overview.expectedCounted } : null,
    last: { at: one.at.toString(), words: t.overview.changed },
    reference: one.diaryNumber,
    sameAs: [`case:${one.authority}/${one.case}`],
    events: [{ at: one.filedAt.toString(), words: t.overview.filed }],
  };
}

/** Questions and decisions that lie unopened; one about a case is that case. */
export const messageSource: CaseSource = {
  id: 'messages',
  name: { sv: 'Meddelanden', fi: 'Viestit', en: 'Messages' },
  kind: 'house',
  rank: 15,
  async cases(scope: Scope, _principal: PartyId) {
    const messages = await wantingMessages(scope);
    if (messages.length === 0) return { state: 'nothing', asOf: scope.now };
    const t = texts[scope.language].overview;
    const authorities = await authoritiesByIds(
      scope,
      messages.map(({ sender }) => sender.authority),
    );
    const items = messages.map((message) => ({
      ...bareItem,
      ...{ source: 'messages', id: message.id, codes: null, ball: 'me' as const },
      title: message.subject,
      authority: authorities.get(message.sender.authority)?.name ?? message.sender.name,
      status: { words: t.unopened, normal: 'waiting' as const },
      nextStep: message.kind === 'question' ? t.readQuestion : t.readDecision,
      last: { at: message.deliveredAt.toString(), words: t.delivered },
      href: `/mina-sidor/meddelanden/${message.id}`,
      sameAs: message.caseRef ? [`case:${message.caseRef.authority}/${message.caseRef.case}`] : [],
    }));
    return { state: 'answered', value: { items, more: false, missing: [] }, asOf: scope.now };
  },
};
