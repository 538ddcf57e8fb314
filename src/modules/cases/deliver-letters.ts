import { renderDocument } from '../../kernel/documents/index.ts';
import { type FileStore, safeFileName } from '../../kernel/files/index.ts';
import { dayText } from '../../kernel/html/index.ts';
import { derivedId, type MessageId, type PartyId } from '../../kernel/ids.ts';
import { type EventOf, on, type Subscription } from '../../kernel/jobs/subscription.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import { type Authority, authorityById } from '../directory/index.ts';
import { deliver, type Letter } from '../mailbox/index.ts';
import type { CaseAct, CaseAction } from './action.ts';
import { append } from './append.ts';
import { caseFrom } from './case.ts';
import { decisionDocument, decisionText } from './decision-letter.ts';
import type { CaseEvent } from './events.ts';
import type { FiledCase } from './filed-case.ts';
import { titleOf } from './service-of.ts';
import { listActions } from './store/action.ts';
import { findCase } from './store/case.ts';
import { texts } from './texts/index.ts';

export type LetterParts = { readonly files: Pick<FileStore, 'put'> };

type Told = {
  readonly filed: FiledCase;
  readonly action: CaseAction;
  readonly authority: Authority;
  readonly title: string;
};

/** What the event tells of; undefined when the case has been erased since. */
async function whatHappened(scope: Scope, event: CaseEvent): Promise<Told | undefined> {
  const [filed, actions] = await scope.read((tx) => Promise.all([findCase(tx, event), listActions(tx, event)]));
  const action = actions.find(({ seq }) => seq === event.seq);
  if (!filed || !action) return undefined;
  const [authority, title] = await Promise.all([
    authorityById(scope, filed.authority),
    titleOf(scope, filed, filed.language),
  ]);
  return { filed, action, authority, title };
}

/** The act, if it is of the kind that the event says. */
function actOf<K extends CaseAct['kind']>(told: Told | undefined, kind: K): Extract<CaseAct, { kind: K }> | undefined {
  const act = told?.action.act;
  return act?.kind === kind ? (act as Extract<CaseAct, { kind: K }>) : undefined; // the kind has just been compared
}

type Content = Pick<Letter, 'kind' | 'subject' | 'body' | 'attachments'>;

/** One message to each party, by an id that follows from the act: told twice, it is delivered once. */
async function send(scope: Scope, { filed, action }: Told, content: Content): Promise<void> {
  for (const party of filed.parties) {
    await deliver(scope, {
      message: messageOf(filed, action.seq, party),
      party,
      authority: filed.authority,
      language: filed.language,
      caseRef: { authority: filed.authority, case: filed.case, number: filed.diaryNumber },
      ...content,
      subject: content.subject.slice(0, 200),
    });
  }
}

/** The message that tells a party of an act. */
export function messageOf(key: Pick<CaseEvent, 'authority' | 'case'>, seq: number, party: PartyId): MessageId {
  return derivedId<MessageId>('cases.message', String(key.authority), key.case, String(seq), party);
}

async function tellFiled(scope: Scope, event: EventOf<'case.filed'>): Promise<void> {
  const told = await whatHappened(scope, event);
  if (!told || !actOf(told, 'filed')) return;
  const { filed, authority, title } = told;
  const t = texts[filed.language].letter;
  await send(scope, told, {
    kind: 'information',
    subject: t.received(title),
    body: t.receivedBody(title, authority.name, filed.diaryNumber, dayText(filed.dueOn, filed.language)),
  });
}

async function tellQuestion(scope: Scope, event: EventOf<'case.question-asked'>): Promise<void> {
  const told = await whatHappened(scope, event);
  const act = actOf(told, 'question-asked');
  if (!told || !act) return;
  const { language } = told.filed;
  const t = texts[language].letter;
  const answerBy = dayText(Temporal.PlainDate.from(act.answerBy), language);
  await send(scope, told, {
    kind: 'question',
    subject: t.question(told.title),
    body: t.questionBody(act.text, answerBy),
  });
}

async function tellDecision(scope: Scope, event: EventOf<'case.decided'>, { files }: LetterParts): Promise<void> {
  const told = await whatHappened(scope, event);
  const act = actOf(told, 'decided');
  if (!told || !act) return;
  const { filed, action, authority, title } = told;
  const t = texts[act.decision.language].letter;
  const content = await renderDocument(
    decisionDocument({ filed, decision: act.decision, title, authority, at: action.at }),
  );
  const { digest, mediaType } = await files.put(content, 'application/pdf');
  await send(scope, told, {
    kind: 'decision',
    subject: t.decision(title),
    body: decisionText(act.decision),
    attachments: [
      { file: digest, name: safeFileName(`${t.decisionFile} ${filed.diaryNumber}.pdf`, mediaType), mediaType },
    ],
  });
  await markAvailable(scope, event);
}

const TRIES = 5;

/** The mailbox has it: from now on the case may be closed. Officials may be at work in the case meanwhile. */
async function markAvailable(scope: Scope, event: CaseEvent): Promise<void> {
  const transaction = derivedId<string>(
    'cases.decision-available',
    String(event.authority),
    event.case,
    String(event.seq),
  );
  for (let tried = 1; ; tried++) {
    try {
      await scope.write(async (tx) => {
        const [filed, actions] = await Promise.all([findCase(tx, event), listActions(tx, event)]);
        if (!filed || actions.some((action) => action.transaction === transaction)) return;
        await append(tx, scope, filed, caseFrom(actions), {
          act: { kind: 'decision-available' },
          by: { kind: 'system', name: 'cases' },
          basis: [{ kind: 'system', id: 'cases.deliver-decision', source: 'job', checkedAt: scope.now.toString() }],
          transaction,
        });
      });
      return;
    } catch (error) {
      if (tried === TRIES || !isRefusal(error, 'conflict')) throw error;
    }
  }
}

/** When something has happened in a case, the parties are told in their mailboxes. */
export function letterSubscriptions(parts: LetterParts): readonly Subscription[] {
  return [
    on('case.filed', 'cases.deliver-receipt', tellFiled),
    on('case.question-asked', 'cases.deliver-question', tellQuestion),
    on('case.decided', 'cases.deliver-decision', (scope, event) => tellDecision(scope, event, parts)),
  ];
}
