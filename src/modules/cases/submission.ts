import type { Basis, Task } from '../../kernel/authority.ts';
import { canonicalSha256, type Json } from '../../kernel/canonical-json.ts';
import type { Tx } from '../../kernel/database/connection.ts';
import { pipelined } from '../../kernel/database/pipelined.ts';
import {
  type AuthorityId,
  type CaseId,
  type DraftId,
  derivedId,
  type PartyId,
  type ServiceId,
} from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Language } from '../../kernel/texts.ts';
import type { Authority } from '../directory/index.ts';
import type { AdoptedService, Custody, Filing, Settings } from '../services/index.ts';
import type { By, CaseAction, SignedApplication } from './action.ts';
import { diaryPrefix } from './diary.ts';
import { insertFiledCase, type NewCase } from './store/case.ts';
import { whoActs } from './who-acts.ts';
import { dayAt } from './zone.ts';

/** All that a case is made of, as it was sent in: plain JSON, so that it is also what others sign. */
export type Submission = {
  readonly draft: DraftId;
  readonly authority: AuthorityId;
  readonly service: ServiceId;
  readonly version: number;
  readonly definitionSha256: string;
  readonly task: Task;
  readonly settings: Settings;
  readonly replyDays: number;
  readonly applicant: PartyId;
  readonly by: By;
  /** Why who sent it in was allowed to. */
  readonly basis: readonly Basis[];
  readonly language: Language;
  readonly answers: Readonly<Record<string, Json>>;
  /** Null where nobody else signs, whatever the answers are. */
  readonly custody: Custody | null;
};

/** A draft becomes one case, however often it is sent. */
export function caseOfDraft(draft: DraftId): CaseId {
  return derivedId<CaseId>('cases.case', draft);
}

export function submissionOf(
  scope: Scope,
  filing: Filing,
  authority: Authority,
  by: { readonly applicant: PartyId; readonly basis: readonly Basis[]; readonly custody: Custody | null },
): Submission {
  const { adopted, draft, task, replyDays, answers } = filing;
  return {
    ...{ draft, authority: authority.id, service: adopted.service, version: adopted.version },
    ...{ definitionSha256: adopted.sha256, task, settings: adopted.settings, replyDays },
    ...{ ...by, by: whoActs(scope, by.applicant), language: scope.language },
    answers: answers as Submission['answers'], // they came as JSON
  };
}

export type Storing = {
  readonly authority: Authority;
  readonly handler: Pick<AdoptedService, 'unitAuthority' | 'unit'>;
  /** Who has signed it beside the applicant, with the evidence. */
  readonly signers: readonly PartyId[];
  readonly signed: SignedApplication | null;
};

/**
 * The case with its first action, its parties' lists and logs, and the event; for a transaction that empties the draft too.
 * @throws Refusal conflict when the draft has become a case already
 */
export async function storeCase(
  scope: Scope,
  tx: Tx,
  submission: Submission,
  { authority, handler, signers, signed }: Storing,
): Promise<void> {
  const { applicant, custody, basis, draft, service, by, replyDays, ...rest } = submission;
  const { now } = scope;
  const today = dayAt(authority, now);
  const dueOn = today.add({ days: replyDays });
  const parties = [...new Set([applicant, ...signers])];
  const first: CaseAction = {
    ...{ seq: 1, at: now, by, basis, transaction: draft, to: parties },
    act: { kind: 'filed', dueOn: dueOn.toString(), ...(custody && { custody }), ...(signed && { signed }) },
  };
  const id = caseOfDraft(draft);
  const filed: NewCase = {
    ...rest,
    ...{ case: id, service, unitAuthority: handler.unitAuthority, unit: handler.unit, applicant, parties, dueOn },
    filedAt: now,
    answersSha256: canonicalSha256(submission.answers),
    diaryPrefix: diaryPrefix(authority.slug),
    diaryYear: today.year,
  };
  await pipelined([
    insertFiledCase(tx, filed, first),
    ...parties.map((about) =>
      scope.audit(tx, {
        ...{ about, action: 'service.file', purpose: 'cases.purpose.filed', basis },
        ...{ authority: authority.id, resource: { case: id, service } },
      }),
    ),
    scope.publish(tx, {
      ...{ kind: 'case.filed', authorities: [authority.id], parties },
      ...{ authority: authority.id, case: id, seq: first.seq },
    }),
  ]);
}
