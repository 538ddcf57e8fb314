import { sql } from 'kysely';
import type { Task } from '../../../kernel/authority.ts';
import type { Tx } from '../../../kernel/database/connection.ts';
import { onUnique } from '../../../kernel/database/on-unique.ts';
import type { AuthorityId, CaseId, PartyId, ServiceId, UnitId } from '../../../kernel/ids.ts';
import type { Language } from '../../../kernel/texts.ts';
import type { CaseAction } from '../action.ts';
import { type CaseState, type Phase, stageOf } from '../case.ts';
import type { CaseKey, FiledCase } from '../filed-case.ts';
import { bodyOf } from './action.ts';

export type NewCase = Omit<FiledCase, 'diaryNumber' | 'seq' | 'phase' | 'eraseOn' | 'confidential'> & {
  readonly definitionSha256: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly unitAuthority: AuthorityId | null;
  /** `SOT`, before the number. */
  readonly diaryPrefix: string;
  /** Of the authority's own calendar. */
  readonly diaryYear: number;
};

/**
 * A case with its first action and its place in each party's list, in one statement; the diary number is the next of its
 * series.
 * @throws Refusal conflict `cases.already-filed` when the same draft has become a case
 */
export async function insertFiledCase(tx: Tx, filed: NewCase, first: CaseAction): Promise<void> {
  await sql`
    with diary as materialized (
      select cases.next_diary_ordinal(${filed.authority}, ${filed.diaryYear}) as ordinal
    ), new_case as (
      insert into cases."case" (
        authority_id, case_id, diary_year, diary_ordinal, diary_number, service_id, service_version, definition_sha256,
        task, unit_authority, unit_id, applicant, parties, applicant_name, protected, language, filed_at, seq, phase,
        stage, due_on, changed_at, answers, answers_sha256, settings
      )
      select
        ${filed.authority}::int, ${filed.case}::uuid, ${filed.diaryYear}::int, diary.ordinal,
        cases.diary_text(${filed.diaryPrefix}, ${filed.diaryYear}, diary.ordinal),
        ${filed.service}::text, ${filed.version}::int, ${filed.definitionSha256}::text,
        ${filed.task}::text, ${filed.unitAuthority}::int, ${filed.unit}::uuid, ${filed.applicant}::uuid,
        ${filed.parties}::uuid[], ${filed.applicantName}::text, ${filed.protected}::boolean, ${filed.language}::text,
        ${filed.filedAt}::timestamptz, ${first.seq}::int, 'received', 'open', ${filed.dueOn}::date,
        ${filed.filedAt}::timestamptz, ${JSON.stringify(filed.answers)}::jsonb, ${filed.answersSha256}::text,
        ${JSON.stringify(filed.settings)}::jsonb
      from diary
      returning authority_id, case_id, diary_number, service_id, service_version, parties, due_on, filed_at
    ), first_action as (
      insert into cases.action (authority_id, case_id, seq, kind, at, transaction_id, to_parties, body)
      select authority_id, case_id, ${first.seq}::int, ${first.act.kind}::text, ${first.at}::timestamptz,
        ${first.transaction}::uuid, ${first.to}::uuid[], ${JSON.stringify(bodyOf(first))}::jsonb
      from new_case
    )
    insert into cases.case_party (
      party_id, authority_id, case_id, role, service_id, service_version, diary_number, state, ball, due_on, filed_at, at
    )
    select unnest(parties), authority_id, case_id, 'applicant', service_id, service_version, diary_number, 'received',
      'authority', due_on, filed_at, filed_at
    from new_case`
    .execute(tx)
    .catch(onUnique('cases.already-filed'));
}

/** Undefined when there is none, or none that the scope reaches: the two look the same. */
export async function findCase(tx: Tx, key: CaseKey): Promise<FiledCase | undefined> {
  const row = await tx
    .selectFrom('cases.case')
    .select([
      'authority_id',
      'case_id',
      'diary_number',
      'service_id',
      'service_version',
      'task',
      'unit_id',
      'applicant',
      'parties',
      'applicant_name',
      'protected',
      'confidential',
      'language',
      'filed_at',
      'seq',
      'phase',
      'answers',
      'answers_sha256',
      'due_on',
      'erase_on',
    ])
    .where('authority_id', '=', key.authority)
    .where('case_id', '=', key.case)
    .executeTakeFirst();
  if (!row) return undefined;
  // The table's checks hold the unions; only this module writes it.
  return {
    authority: row.authority_id as AuthorityId,
    case: row.case_id as CaseId,
    diaryNumber: row.diary_number,
    service: row.service_id as ServiceId,
    version: row.service_version,
    task: row.task as Task,
    unit: row.unit_id as UnitId | null,
    applicant: row.applicant as PartyId,
    parties: row.parties as PartyId[],
    applicantName: row.applicant_name,
    protected: row.protected,
    confidential: row.confidential,
    language: row.language as Language,
    filedAt: row.filed_at,
    seq: row.seq,
    phase: row.phase as Phase,
    answers: row.answers as FiledCase['answers'],
    answersSha256: row.answers_sha256,
    dueOn: row.due_on,
    eraseOn: row.erase_on,
  };
}

/** What follows from the stream, kept to be searched. Written with the action that changed it. */
export async function updateCase(tx: Tx, key: CaseKey, state: CaseState, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('cases.case')
    .set({
      seq: state.seq,
      phase: state.phase,
      stage: stageOf[state.phase],
      assignee: state.assignee?.party ?? null,
      assignee_name: state.assignee?.name ?? null,
      confidential: state.confidential !== null,
      due_on: state.dueOn,
      changed_at: at,
      closed_at: state.closedAt,
      erase_on: state.eraseOn,
      archive: state.archive,
    })
    .where('authority_id', '=', key.authority)
    .where('case_id', '=', key.case)
    .execute();
}

/** The same for an act of a party, who may not touch what only the office sees. */
export async function updateCaseByParty(tx: Tx, key: CaseKey, state: CaseState, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('cases.case')
    .set({
      seq: state.seq,
      phase: state.phase,
      stage: stageOf[state.phase],
      due_on: state.dueOn,
      changed_at: at,
    })
    .where('authority_id', '=', key.authority)
    .where('case_id', '=', key.case)
    .execute();
}
