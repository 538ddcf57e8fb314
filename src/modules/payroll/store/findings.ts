import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import { onUnique } from '../../../kernel/database/on-conflict.ts';
import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';
import type { FindingDetail, FindingKind } from '../run/checks.ts';

export type FoundRow = {
  readonly employee: string;
  readonly number: string;
  readonly name: string;
  readonly party: PartyId | null;
  readonly kind: FindingKind;
  readonly risk: number;
  readonly detail: FindingDetail;
  readonly digest: string;
  readonly held: string | null;
  readonly gross: string;
  readonly net: string;
};

/** What is left to an officer: unexplained and not answered, the most dangerous first. */
export async function openFindings(
  tx: Tx,
  authority: AuthorityId,
  run: string,
  risk: { readonly from: number; readonly to: number },
  most: number,
): Promise<readonly FoundRow[]> {
  return openFindingsOf(tx, [{ authority, id: run }], risk, most);
}

/** The same over one run of each of some employers, in one statement. */
export async function openFindingsOf(
  tx: Tx,
  runs: readonly { readonly authority: AuthorityId; readonly id: string }[],
  risk: { readonly from: number; readonly to: number },
  most: number,
): Promise<readonly (FoundRow & { readonly authority: AuthorityId; readonly run: string })[]> {
  const { rows } = await sql<FoundRow & { authority: AuthorityId; run: string }>`
    select r.authority, r.run::text as run, left_to_answer.* from
      unnest(${runs.map(({ authority }) => authority)}::int[], ${runs.map(({ id }) => id)}::uuid[]) as r(authority, run)
    cross join lateral (
      select f.employee_id::text as employee, e.number, e.name, e.party_id::text as party, f.kind, f.risk, f.detail,
        f.digest, d.held, d.gross::text as gross, d.net::text as net
      from payroll.finding f
      join payroll.employee e on e.authority_id = f.authority_id and e.employee_id = f.employee_id
      join payroll.draft d on d.authority_id = f.authority_id and d.run_id = f.run_id and d.employee_id = f.employee_id
      where f.authority_id = r.authority and f.run_id = r.run and f.cause is null
        and f.risk between ${risk.from} and ${risk.to}
        and not exists (
          select from payroll.finding_answer a where a.authority_id = f.authority_id and a.run_id = f.run_id
            and a.employee_id = f.employee_id and a.kind = f.kind and a.digest = f.digest)
      order by f.risk desc, f.kind, e.name, f.employee_id limit ${most}
    ) left_to_answer
    order by risk desc, kind, name, employee limit ${most}`.execute(tx);
  return rows;
}

export type FindingCounts = {
  readonly explained: number;
  readonly left: number;
  readonly answered: number;
  readonly notices: number;
};

export async function countFindings(tx: Tx, authority: AuthorityId, run: string): Promise<FindingCounts> {
  const counts = await countsOfRuns(tx, [{ authority, id: run }]);
  return counts.get(authority) ?? { explained: 0, left: 0, answered: 0, notices: 0 };
}

/** The same of one run of each employer, in one statement. */
export async function countsOfRuns(
  tx: Tx,
  runs: readonly { readonly authority: AuthorityId; readonly id: string }[],
): Promise<ReadonlyMap<AuthorityId, FindingCounts>> {
  const { rows } = await sql<FindingCounts & { authority: AuthorityId }>`
    select r.authority, counts.* from unnest(${runs.map(({ authority }) => authority)}::int[], ${runs.map(({ id }) => id)}::uuid[])
      as r(authority, run)
    cross join lateral (
      select count(*) filter (where cause is not null)::int as explained,
        count(*) filter (where cause is null and risk >= 5 and not answered)::int as left,
        count(*) filter (where cause is null and risk >= 5 and answered)::int as answered,
        count(*) filter (where cause is null and risk < 5)::int as notices
      from (
        select f.cause, f.risk, exists (
          select from payroll.finding_answer a where a.authority_id = f.authority_id and a.run_id = f.run_id
            and a.employee_id = f.employee_id and a.kind = f.kind and a.digest = f.digest) as answered
        from payroll.finding f where f.authority_id = r.authority and f.run_id = r.run
      ) f
    ) counts`.execute(tx);
  return new Map(rows.map(({ authority, ...counts }) => [authority, counts]));
}

/** What was found on one payslip, explained or not. */
export async function findingsOn(
  tx: Tx,
  authority: AuthorityId,
  run: string,
  employee: string,
): Promise<
  readonly { kind: FindingKind; cause: string | null; detail: FindingDetail; digest: string; risk: number }[]
> {
  const { rows } = await sql<{
    kind: FindingKind;
    cause: string | null;
    detail: FindingDetail;
    digest: string;
    risk: number;
  }>`
    select kind, cause, detail, digest, risk from payroll.finding
    where authority_id = ${authority} and run_id = ${run}::uuid and employee_id = ${employee}::uuid
    order by risk desc, kind`.execute(tx);
  return rows;
}

export type FindingAnswer = {
  readonly authority: AuthorityId;
  readonly run: string;
  readonly employee: string;
  readonly kind: string;
  readonly digest: string;
  readonly answer: 'accepted' | 'held';
  readonly note: string;
  readonly by: PartyId;
  readonly byName: string;
  readonly at: Temporal.Instant;
};

/** @throws Refusal conflict when it has just been answered */
export async function insertAnswer(tx: Tx, one: FindingAnswer): Promise<void> {
  await sql`
    insert into payroll.finding_answer (authority_id, run_id, employee_id, kind, digest, answer, note, at, by_party, by_name)
    values (${one.authority}, ${one.run}::uuid, ${one.employee}::uuid, ${one.kind}, ${one.digest}, ${one.answer}, ${one.note},
      ${one.at.toString()}::timestamptz, ${one.by}::uuid, ${one.byName})`
    .execute(tx)
    .catch(onUnique('payroll.finding.answered-meanwhile'));
}

/** Whose payslip of the run an officer holds back, by the last answers. */
export async function heldByOfficer(tx: Tx, authority: AuthorityId, run: string): Promise<void> {
  await sql`
    update payroll.draft d set held = 'held-by-officer'
    where d.authority_id = ${authority} and d.run_id = ${run}::uuid and d.held is null and exists (
      select from payroll.finding f join payroll.finding_answer a on a.authority_id = f.authority_id and a.run_id = f.run_id
        and a.employee_id = f.employee_id and a.kind = f.kind and a.digest = f.digest and a.answer = 'held'
      where f.authority_id = d.authority_id and f.run_id = d.run_id and f.employee_id = d.employee_id)`.execute(tx);
}
