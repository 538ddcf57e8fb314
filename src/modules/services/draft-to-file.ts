import type { Task } from '../../kernel/authority.ts';
import { dateIn } from '../../kernel/calendar/format.ts';
import type { Tx } from '../../kernel/database/connection.ts';
import { type DraftId, isUuid, type PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Authority } from '../directory/index.ts';
import type { AdoptedService } from './adoption.ts';
import { type Waiting, waitingAt } from './cosigning.ts';
import { definitionWithin } from './definitions.ts';
import type { Answers } from './format/answers.ts';
import { evaluate, settingsExpression } from './format/evaluate.ts';
import { inAdoptedVersion } from './move-draft.ts';
import { hindrancesOf } from './offer.ts';
import { firstPageToMend } from './page-errors.ts';
import { loadDraft, setFiled, setWaiting } from './store/drafts.ts';

/** All that a case begins with. `answers` are only those asked for, with what is calculated. */
export type Filing = {
  readonly draft: DraftId;
  /** The draft as it was read: `markFiled` refuses another. */
  readonly seq: number;
  readonly adopted: AdoptedService;
  readonly task: Task;
  readonly answers: Answers;
  /** Ids of the parties that the answers call for. */
  readonly parties: readonly string[];
  /** Within how many days somebody answers. */
  readonly replyDays: number;
};

export type DraftToFile =
  | { readonly state: 'ready'; readonly filing: Filing }
  /** Sent before: the same form again. */
  | { readonly state: 'filed'; readonly at: Temporal.Instant }
  /** Sent before, and waits for others to sign it. */
  | { readonly state: 'waiting' }
  /** The page where something is missing; null is the summary, which was looked at before another change. */
  | { readonly state: 'not-ready'; readonly page: string | null };

/**
 * The person's draft as a filing, checked again as a whole by its own version of the definition. One statement: the
 * definition has usually been seen by this process, and `adopted` comes from `adoptedService`.
 * @param seq of the summary that the person looked at; a draft that was changed after it is shown again
 * @throws Refusal not-found alike for another's, another service's and none; unavailable when it is not offered
 */
export async function draftToFile(
  tx: Tx,
  scope: Pick<Scope, 'now' | 'principal'>,
  authority: Pick<Authority, 'id' | 'country'>,
  adopted: AdoptedService,
  id: string,
  seq: number,
): Promise<DraftToFile> {
  const { principal } = scope;
  const begun = principal !== null && isUuid(id) ? await loadDraft(tx, principal, id as DraftId) : undefined;
  if (begun?.authority !== authority.id || begun.service !== adopted.service) {
    throw new Refusal('not-found', 'services.draft.unknown');
  }
  const draft = await inAdoptedVersion(begun, adopted, (version) => definitionWithin(tx, begun.service, version));
  if (draft.filedAt) return { state: 'filed', at: draft.filedAt };
  if (waitingAt(draft.cosigning, scope.now)) return { state: 'waiting' };
  const { definition, sha256 } = await definitionWithin(tx, draft.service, draft.version);
  if (hindrancesOf({ ...adopted, definition }, authority.country).length > 0) {
    throw new Refusal('unavailable', 'services.service.withheld');
  }
  const today = dateIn(authority.country, scope.now).toString();
  const evaluation = evaluate(definition, adopted.settings, draft.answers, today);
  const page = firstPageToMend(draft, evaluation, definition.pages);
  if (page !== undefined) return { state: 'not-ready', page };
  if (draft.seq !== seq) return { state: 'not-ready', page: null };
  const days = settingsExpression(definition.case.replyDays, adopted.settings, today);
  return {
    state: 'ready',
    filing: {
      draft: draft.id,
      seq,
      adopted: { ...adopted, version: draft.version, definition, sha256 },
      task: definition.task,
      answers: evaluation.answers,
      parties: evaluation.parties,
      replyDays: typeof days === 'number' ? days : 0,
    },
  };
}

/**
 * In the transaction that makes the case: the draft is emptied, since the case holds the answers now.
 * @throws Refusal conflict, and the transaction is undone, when the draft was changed or sent since it was read
 */
export async function markFiled(tx: Tx, party: PartyId, filing: Filing, at: Temporal.Instant): Promise<void> {
  return setFiled(tx, party, filing.draft, filing.seq, at);
}

/**
 * In the transaction that asks others to sign it.
 * @throws Refusal conflict, and the transaction is undone, when the draft was changed or sent since it was read
 */
export async function markWaiting(
  tx: Tx,
  party: PartyId,
  { draft, seq }: Filing,
  waiting: Waiting,
  at: Temporal.Instant,
): Promise<void> {
  if (!(await setWaiting(tx, { party, id: draft, seq }, waiting, at))) {
    throw new Refusal('conflict', 'services.draft.busy');
  }
}
