import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import { onUnique } from '../../../kernel/database/on-conflict.ts';
import type { AuthorityId, FileDigest, PartyId } from '../../../kernel/ids.ts';
import type { EarlierEntry, Entry, KeptReport, Problem, ReportKind } from '../reports/report.ts';
import type { ReportTerms } from '../reports/terms.ts';

export type ReportKey = { readonly authority: AuthorityId; readonly report: string };

export type KeptTerms = {
  readonly seq: number;
  readonly terms: ReportTerms;
  readonly at: Temporal.Instant;
  readonly byName: string;
};

/** What an employer has said that it reports under, the last first. */
export async function loadTerms(tx: Tx, authority: AuthorityId, most: number): Promise<readonly KeptTerms[]> {
  const { rows } = await sql<KeptTerms>`
    select seq, body as terms, at, by_name as "byName" from payroll.report_terms
    where authority_id = ${authority} order by seq desc limit ${most}`.execute(tx);
  return rows;
}

/** @throws Refusal conflict when somebody else changed it first */
export async function appendTerms(
  tx: Tx,
  authority: AuthorityId,
  { seq, terms, at, byName }: KeptTerms,
  by: PartyId,
): Promise<void> {
  await sql`
    insert into payroll.report_terms (authority_id, seq, body, at, by_party, by_name)
    values (${authority}, ${seq}, ${JSON.stringify(terms)}::jsonb, ${at.toString()}::timestamptz, ${by}::uuid, ${byName})`
    .execute(tx)
    .catch(onUnique('payroll.report.changed-meanwhile'));
}

export type NewReport = ReportKey & {
  readonly kind: ReportKind;
  readonly run: string | null;
  readonly employee: string | null;
  readonly reason: string | null;
  readonly period: string;
  readonly at: Temporal.Instant;
  readonly by: PartyId;
  readonly byName: string;
};

/** @throws Refusal conflict when somebody else asked for the same at once */
export async function insertReport(tx: Tx, report: NewReport): Promise<void> {
  const { authority, kind, run, employee, reason, period, at, by, byName } = report;
  await sql`
    insert into payroll.report (authority_id, report_id, kind, run_id, period, version, asked_at, asked_by, asked_by_name, state,
      employee_id, reason)
    select ${authority}, ${report.report}::uuid, ${kind}, ${run}::uuid, ${period}::date, coalesce(max(r.version), 0) + 1,
      ${at.toString()}::timestamptz, ${by}::uuid, ${byName}, 'asked', ${employee}::uuid, ${reason}
    from payroll.report r
    where r.authority_id = ${authority} and r.kind = ${kind} and r.period = ${period}::date
      and r.run_id is not distinct from ${run}::uuid`
    .execute(tx)
    .catch(onUnique('payroll.report.changed-meanwhile'));
}

const columns = sql`report_id::text as id, kind, run_id::text as run, period::text as period, version,
  employee_id::text as employee, reason, asked_at as "askedAt",
  asked_by_name as "askedByName", state, name, sha256, size::float8 as size, rows, total::float8 as total,
  names_protected as "namesProtected", problems, destination_id::text as destination, delivery_id::text as delivery,
  handed_at as "handedAt", handed_by_name as "handedByName"`;

export async function loadReport(tx: Tx, { authority, report }: ReportKey): Promise<KeptReport | undefined> {
  const { rows } = await sql<KeptReport>`
    select ${columns} from payroll.report where authority_id = ${authority} and report_id = ${report}::uuid`.execute(
    tx,
  );
  return rows[0];
}

/** Those of a run and of the month that it paid in, the latest first. */
export async function reportsOf(
  tx: Tx,
  authority: AuthorityId,
  run: string,
  period: string,
): Promise<readonly KeptReport[]> {
  const { rows } = await sql<KeptReport>`
    select ${columns} from payroll.report
    where authority_id = ${authority} and period = ${period}::date and (run_id is null or run_id = ${run}::uuid)
    order by asked_at desc, report_id limit 100`.execute(tx);
  return rows;
}

/** The latest of an employer. */
export async function latestReports(tx: Tx, authority: AuthorityId, most: number): Promise<readonly KeptReport[]> {
  const { rows } = await sql<KeptReport>`
    select ${columns} from payroll.report where authority_id = ${authority}
    order by asked_at desc, report_id limit ${most}`.execute(tx);
  return rows;
}

export type Ending = {
  readonly state: 'made' | 'refused';
  readonly name: string | null;
  readonly sha256: string | null;
  readonly size: number | null;
  readonly rows: number;
  readonly total: number;
  readonly namesProtected: boolean;
  readonly problems: readonly Problem[];
};

/** How a report that was asked for went. A second time it changes nothing. @returns whether it was the first */
export async function endReport(tx: Tx, { authority, report }: ReportKey, ending: Ending): Promise<boolean> {
  const { state, name, sha256, size, rows, total, namesProtected, problems } = ending;
  const { numAffectedRows } = await sql`
    update payroll.report set state = ${state}, name = ${name}, sha256 = ${sha256}, size = ${size}::bigint, rows = ${rows},
      total = ${total}::bigint, names_protected = ${namesProtected}, problems = ${JSON.stringify(problems)}::jsonb
    where authority_id = ${authority} and report_id = ${report}::uuid and state = 'asked'`.execute(tx);
  return numAffectedRows === 1n;
}

export type HandedOver = {
  readonly at: Temporal.Instant;
  readonly byName: string;
  readonly destination: string | null;
  readonly delivery: string | null;
};

/** @returns false when it had been handed over before, or is not made */
export async function setHandedOver(tx: Tx, { authority, report }: ReportKey, handed: HandedOver): Promise<boolean> {
  const { at, byName, destination, delivery } = handed;
  const { numAffectedRows } = await sql`
    update payroll.report set handed_at = ${at.toString()}::timestamptz, handed_by_name = ${byName},
      destination_id = ${destination}::uuid, delivery_id = ${delivery}::uuid
    where authority_id = ${authority} and report_id = ${report}::uuid and state = 'made' and handed_at is null`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}

export async function insertEntries(
  tx: Tx,
  { authority, report }: ReportKey,
  entries: readonly Entry[],
): Promise<void> {
  await sql`
    insert into payroll.reported (authority_id, report_id, employee_id, about, entry_id, version, digest, removed)
    select ${authority}, ${report}::uuid, r.employee, r.about, r.entry, r.version, r.digest, r.removed
    from json_to_recordset(${JSON.stringify(entries)}::json) as r(employee uuid, about text, entry text, version int,
      digest text, removed boolean)`.execute(tx);
}

/** What has been handed over of each person about the same, the last version of each. */
export async function entriesAbout(tx: Tx, authority: AuthorityId, about: string): Promise<readonly EarlierEntry[]> {
  const { rows } = await sql<EarlierEntry>`
    select distinct on (e.employee_id) e.employee_id::text as employee, e.entry_id as entry, e.version, e.digest, e.removed
    from payroll.reported e
    join payroll.report r on r.authority_id = e.authority_id and r.report_id = e.report_id
    where e.authority_id = ${authority} and e.about = ${about} and r.handed_at is not null
    order by e.employee_id, e.version desc, r.handed_at desc`.execute(tx);
  return rows;
}

/** The specification numbers of these employees; those who have none get the next ones, for good. */
export async function specificationNumbers(
  tx: Tx,
  authority: AuthorityId,
  employees: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  await sql`
    insert into payroll.specification_number (authority_id, employee_id, number)
    select ${authority}, e.id, coalesce((select max(n.number) from payroll.specification_number n where n.authority_id = ${authority}), 0)
      + row_number() over (order by e.id)
    from unnest(${`{${employees.join()}}`}::uuid[]) as e(id)
    where not exists (
      select from payroll.specification_number n where n.authority_id = ${authority} and n.employee_id = e.id
    )`
    .execute(tx)
    .catch(onUnique('payroll.report.changed-meanwhile'));
  const { rows } = await sql<{ employee: string; number: number }>`
    select employee_id::text as employee, number from payroll.specification_number
    where authority_id = ${authority} and employee_id = any (${`{${employees.join()}}`}::uuid[])`.execute(tx);
  return new Map(rows.map(({ employee, number }) => [employee, number]));
}

/** Across all authorities, for the nightly removal of files. */
export async function namedFiles(tx: Tx, digests: readonly FileDigest[]): Promise<FileDigest[]> {
  const { rows } = await sql<{ digest: FileDigest }>`
    select digest from payroll.named_files(${`{${digests.join()}}`}::text[]) as digest`.execute(tx);
  return rows.map(({ digest }) => digest);
}
