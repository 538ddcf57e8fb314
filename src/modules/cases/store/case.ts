import { sql } from 'kysely';
import type { Task } from '../../../kernel/authority.ts';
import type { Tx } from '../../../kernel/database/connection.ts';
import { onUnique } from '../../../kernel/database/on-conflict.ts';
import { prepared } from '../../../kernel/database/prepared.ts';
import type { AuthorityId, CaseId, PartyId, ServiceId, UnitId } from '../../../kernel/ids.ts';
import type { Language } from '../../../kernel/texts.ts';
import type { CaseAction } from '../action.ts';
import { type CaseState, type Phase, stageOf } from '../case.ts';
import type { CaseKey, FiledCase } from '../filed-case.ts';
import { bodyOf } from './action.ts';

export type NewCase = Omit<
  FiledCase,
  'diaryNumber' | 'seq' | 'phase' | 'eraseOn' | 'confidential' | 'applicantName' | 'protected'
> & {
  readonly definitionSha256: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly unitAuthority: AuthorityId | null;
  /** `SOT`, before the number. */
  readonly diaryPrefix: string;
  /** Of the authority's own calendar. */
  readonly diaryYear: number;
};

/** As it is sent: what is kept as JSON is text already. */
type FiledRows = Omit<NewCase, 'answers' | 'settings' | 'diaryPrefix'> &
  Pick<CaseAction, 'seq' | 'at' | 'transaction' | 'to'> & {
    /** `SOT 2026-`, before the number. */
    readonly diaryStart: string;
    readonly answers: string;
    readonly settings: string;
    readonly kind: string;
    readonly body: string;
  };

const insertFiled = prepared(
  (_tx, c: FiledRows) => sql`
    with diary as materialized (
      select cases.next_diary_ordinal(${c.authority}, ${c.diaryYear}) as ordinal
    ), new_case as (
      insert into cases."case" (
        authority_id, case_id, diary_year, diary_ordinal, diary_number, service_id, service_version, definition_sha256,
        task, unit_authority, unit_id, applicant, parties, applicant_name, protected, language, filed_at, seq, phase,
        stage, due_on, changed_at, answers, answers_sha256, settings
      )
      select
        ${c.authority}::int, ${c.case}::uuid, ${c.diaryYear}::int, diary.ordinal,
        ${c.diaryStart}::text || lpad(diary.ordinal::text, greatest(4, length(diary.ordinal::text)), '0'),
        ${c.service}::text, ${c.version}::int, ${c.definitionSha256}::text,
        ${c.task}::text, ${c.unitAuthority}::int, ${c.unit}::uuid, ${c.applicant}::uuid,
        ${c.parties}::uuid[], applicant.shown_name, applicant.is_protected, ${c.language}::text,
        ${c.filedAt}::timestamptz, ${c.seq}::int, 'received', 'open', ${c.dueOn}::date,
        ${c.filedAt}::timestamptz, ${c.answers}::jsonb, ${c.answersSha256}::text, ${c.settings}::jsonb
      from diary, identity.applicant(${c.applicant}) as applicant
      returning authority_id, case_id, diary_number, service_id, service_version, parties, due_on, filed_at
    ), first_action as (
      insert into cases.action (authority_id, case_id, seq, kind, at, transaction_id, to_parties, body)
      select authority_id, case_id, ${c.seq}::int, ${c.kind}::text, ${c.at}::timestamptz,
        ${c.transaction}::uuid, ${c.to}::uuid[], ${c.body}::jsonb
      from new_case
    )
    insert into cases.case_party (
      party_id, authority_id, case_id, role, service_id, service_version, diary_number, state, ball, due_on, filed_at, at
    )
    select party, authority_id, case_id, case when party = ${c.applicant} then 'applicant' else 'cosigner' end, service_id, service_version, diary_number, 'received',
      'authority', due_on, filed_at, filed_at
    from new_case, unnest(parties) as party`,
);

/**
 * A case with its first action and its place in each party's list, in one statement; the diary number is the next of its
 * series, and the applicant is shown by name unless protected at this moment.
 * @throws Refusal conflict `cases.already-filed` when the same draft has become a case
 */
export async function insertFiledCase(tx: Tx, filed: NewCase, first: CaseAction): Promise<void> {
  const { seq, at, transaction, to, act } = first;
  const diaryStart = `${filed.diaryPrefix} ${filed.diaryYear}-`;
  const answers = JSON.stringify(filed.answers);
  const settings = JSON.stringify(filed.settings);
  const body = JSON.stringify(bodyOf(first));
  const rows = { ...filed, diaryStart, answers, settings, seq, at, transaction, to, kind: act.kind, body };
  await insertFiled(tx, rows).catch(onUnique('cases.already-filed'));
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
