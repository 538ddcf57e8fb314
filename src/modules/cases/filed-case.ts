import type { Resource, Task } from '../../kernel/authority.ts';
import type { AuthorityId, CaseId, PartyId, ServiceId, UnitId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/texts.ts';
import type { Phase } from './case.ts';

/** Where a case is kept. */
export type CaseKey = { readonly authority: AuthorityId; readonly case: CaseId };

/** A case as it was filed, with the columns that follow from what has happened since. */
export type FiledCase = CaseKey & {
  readonly diaryNumber: string;
  readonly service: ServiceId;
  readonly version: number;
  readonly task: Task;
  /** Whose official handles it, when that is not whoever has the task. */
  readonly unit: UnitId | null;
  readonly applicant: PartyId;
  readonly parties: readonly PartyId[];
  /** Null for a protected identity. */
  readonly applicantName: string | null;
  readonly protected: boolean;
  readonly confidential: boolean;
  /** The applicant's: questions and decisions are written in it. */
  readonly language: Language;
  readonly filedAt: Temporal.Instant;
  readonly seq: number;
  readonly phase: Phase;
  readonly answers: Readonly<Record<string, unknown>>;
  /** Of the answers' canonical JSON. */
  readonly answersSha256: string;
  readonly dueOn: Temporal.PlainDate;
  readonly eraseOn: Temporal.PlainDate | null;
};

/** What is asked about when somebody wants to do something to a case. */
export function resourceOf(filed: Omit<FiledCase, 'answers'>): Resource {
  return {
    authority: filed.authority,
    service: filed.service,
    task: filed.task,
    case: filed.case,
    unit: filed.unit,
    protected: filed.protected,
    parties: filed.parties,
  };
}
