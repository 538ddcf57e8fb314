import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId, CaseId, FileDigest, ServiceId } from '../../../kernel/ids.ts';
import type { CaseKey } from '../filed-case.ts';
import type { Reach } from '../reach.ts';

export type DueCase = CaseKey & {
  readonly diaryNumber: string;
  readonly service: ServiceId;
  readonly version: number;
  readonly eraseOn: Temporal.PlainDate;
  readonly archive: boolean;
};

/** Closed cases of an official's own part that are due by that day, soonest first. */
export async function listDue(
  tx: Tx,
  reach: readonly Reach[],
  by: Temporal.PlainDate,
  most: number,
): Promise<DueCase[]> {
  const { rows } = await sql<{
    authority_id: number;
    case_id: string;
    diary_number: string;
    service_id: string;
    service_version: number;
    erase_on: Temporal.PlainDate;
    archive: boolean;
  }>`
    select c.*
    from unnest(${reach.map((r) => r.authority)}::int[], ${reach.map((r) => r.task)}::text[], ${reach.map((r) => r.unit)}::uuid[])
      as reach(authority_id, task, unit_id)
    cross join lateral (
      select c.authority_id, c.case_id, c.diary_number, c.service_id, c.service_version, c.erase_on, c.archive
      from cases."case" c
      where c.authority_id = reach.authority_id and c.task = reach.task and c.erase_on <= ${by}::date
        and case when reach.unit_id is null then true else c.unit_id = reach.unit_id end
      order by c.erase_on, c.case_id
      limit ${most}
    ) c
    order by c.erase_on, c.case_id
    limit ${most}`.execute(tx);
  return rows.map((row) => ({
    authority: row.authority_id as AuthorityId,
    case: row.case_id as CaseId,
    diaryNumber: row.diary_number,
    service: row.service_id as ServiceId,
    version: row.service_version,
    eraseOn: row.erase_on,
    archive: row.archive,
  }));
}

/** Over all authorities, for the job: ids only. */
export async function dueForErasure(tx: Tx, today: Temporal.PlainDate, most: number): Promise<CaseKey[]> {
  const { rows } = await sql<{ authority_id: number; case_id: string }>`
    select authority_id, case_id from cases.due_for_erasure(${today}::date, ${most}::int)`.execute(tx);
  return rows.map((row) => ({ authority: row.authority_id as AuthorityId, case: row.case_id as CaseId }));
}

/** What stays: what kind of case, when it was closed and erased, and by which rule. Nothing when it is there already. */
export async function insertTombstone(
  tx: Tx,
  key: CaseKey,
  closedOn: Temporal.PlainDate,
  rule: string,
  at: Temporal.Instant,
) {
  await sql`
    insert into cases.tombstone (
      authority_id, case_id, service_id, diary_year, diary_ordinal, diary_number, closed_on, erased_at, rule
    )
    select c.authority_id, c.case_id, c.service_id, c.diary_year, c.diary_ordinal, c.diary_number, ${closedOn}::date,
      ${at}::timestamptz, ${rule}::text
    from cases."case" c
    where c.authority_id = ${key.authority} and c.case_id = ${key.case}`.execute(tx);
}

/** The whole stream, never a part of it; with it what its parties found in their lists. */
export async function deleteCase(tx: Tx, key: CaseKey, parties: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('cases.case_party')
    .where('party_id', '=', sql<string>`any (${[...parties]}::uuid[])`)
    .where('authority_id', '=', key.authority)
    .where('case_id', '=', key.case)
    .execute();
  await tx
    .deleteFrom('cases.action')
    .where('authority_id', '=', key.authority)
    .where('case_id', '=', key.case)
    .execute();
  await tx.deleteFrom('cases.case').where('authority_id', '=', key.authority).where('case_id', '=', key.case).execute();
}

/** Which of these contents a case names, in its answers or in what was added later, whoever's it is. */
export async function namedFiles(tx: Tx, digests: readonly FileDigest[]): Promise<FileDigest[]> {
  const { rows } = await sql<{ file: FileDigest }>`
    select file from cases.named_files(${[...digests]}::text[]) as file`.execute(tx);
  return rows.map(({ file }) => file);
}
