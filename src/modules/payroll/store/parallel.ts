import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import { onUnique } from '../../../kernel/database/on-conflict.ts';
import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';
import type { DifferenceClass, OldLine } from '../parallel/compare.ts';

/** Puts a line of the old system in, or in the place of what it said before. @returns whether it changed anything */
export async function keepOldLine(
  tx: Tx,
  authority: AuthorityId,
  month: string,
  { number, oldCode, amount }: OldLine,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into payroll.old_line as l (authority_id, month, number, old_code, amount, taken_at)
    values (${authority}, ${month}::date, ${number}, ${oldCode}, ${amount}, ${at.toString()}::timestamptz)
    on conflict (authority_id, month, number, old_code) do update set amount = excluded.amount, taken_at = excluded.taken_at
    where l.amount <> excluded.amount`.execute(tx);
  return numAffectedRows === 1n;
}

export async function isEmployeeNumber(tx: Tx, authority: AuthorityId, number: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from payroll.employee where authority_id = ${authority} and number = ${number}`.execute(tx);
  return rows.length > 0;
}

/** The months that the old system's lines are here for, newest first. */
export async function oldMonths(tx: Tx, authority: AuthorityId): Promise<readonly string[]> {
  const { rows } = await sql<{ month: string }>`
    select distinct month::text as month from payroll.old_line where authority_id = ${authority} order by 1 desc`.execute(
    tx,
  );
  return rows.map(({ month }) => month);
}

export async function oldLines(tx: Tx, authority: AuthorityId, month: string): Promise<readonly OldLine[]> {
  const { rows } = await sql<{ number: string; oldCode: string; amount: string }>`
    select number, old_code as "oldCode", amount::text as amount from payroll.old_line
    where authority_id = ${authority} and month = ${month}::date order by number, old_code`.execute(tx);
  return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
}

export type DraftLines = {
  readonly employee: string;
  readonly number: string;
  readonly name: string;
  readonly party: PartyId | null;
  readonly lines: string;
  readonly from: string;
  readonly to: string;
};

/** What we make of a month: the drafts of its regular run. */
export async function draftLines(tx: Tx, authority: AuthorityId, month: string): Promise<readonly DraftLines[]> {
  const { rows } = await sql<DraftLines>`
    select e.employee_id::text as employee, e.number, e.name, e.party_id::text as party, d.lines::text as lines,
      r.earned_from::text as "from", r.earned_to::text as "to"
    from payroll.run r
    join payroll.draft d on d.authority_id = r.authority_id and d.run_id = r.run_id
    join payroll.employee e on e.authority_id = d.authority_id and e.employee_id = d.employee_id
    where r.authority_id = ${authority} and r.kind = 'regular' and r.state <> 'cancelled' and r.earned_from = ${month}::date
    order by e.number`.execute(tx);
  return rows;
}

export async function codeMap(tx: Tx, authority: AuthorityId): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ oldCode: string; code: string }>`
    select old_code as "oldCode", code from payroll.code_map where authority_id = ${authority} order by 1`.execute(tx);
  return new Map(rows.map(({ oldCode, code }) => [oldCode, code]));
}

/** The codes that the old system has used. */
export async function oldCodes(tx: Tx, authority: AuthorityId): Promise<readonly string[]> {
  const { rows } = await sql<{ code: string }>`
    select distinct old_code as code from payroll.old_line where authority_id = ${authority} order by 1`.execute(tx);
  return rows.map(({ code }) => code);
}

export async function mapCode(
  tx: Tx,
  authority: AuthorityId,
  oldCode: string,
  code: string,
  by: { readonly party: PartyId; readonly at: Temporal.Instant },
): Promise<void> {
  await sql`
    insert into payroll.code_map (authority_id, old_code, code, changed_at, changed_by)
    values (${authority}, ${oldCode}, ${code}, ${by.at.toString()}::timestamptz, ${by.party}::uuid)
    on conflict (authority_id, old_code) do update set code = excluded.code, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by`.execute(tx);
}

export type DifferenceAnswer = {
  readonly employee: string;
  readonly code: string;
  readonly old: string;
  readonly now: string;
  readonly class: DifferenceClass;
  readonly reason: string;
  readonly byName: string;
};

/** What differences of a month have been found to be, the last said last. */
export async function differenceAnswers(
  tx: Tx,
  authority: AuthorityId,
  month: string,
): Promise<readonly DifferenceAnswer[]> {
  const { rows } = await sql<DifferenceAnswer>`
    select employee_id::text as employee, code, old_amount::text as old, new_amount::text as now, class, reason,
      by_name as "byName"
    from payroll.difference_answer where authority_id = ${authority} and month = ${month}::date order by at`.execute(
    tx,
  );
  return rows;
}

export async function insertDifferenceAnswer(
  tx: Tx,
  authority: AuthorityId,
  month: string,
  one: Omit<DifferenceAnswer, 'byName'>,
  by: { readonly party: PartyId; readonly name: string; readonly at: Temporal.Instant },
): Promise<void> {
  await sql`
    insert into payroll.difference_answer (authority_id, month, employee_id, code, old_amount, new_amount, class, reason,
      at, by_party, by_name)
    values (${authority}, ${month}::date, ${one.employee}::uuid, ${one.code}, ${one.old}::bigint, ${one.now}::bigint,
      ${one.class}, ${one.reason}, ${by.at.toString()}::timestamptz, ${by.party}::uuid, ${by.name})`
    .execute(tx)
    .catch(onUnique('payroll.finding.answered-meanwhile'));
}

/** Why an employer may pay from here without two months shown right: it has paid before, or somebody has signed. */
export async function isLive(
  tx: Tx,
  authority: AuthorityId,
): Promise<{ readonly paidBefore: boolean; readonly signedBy: string | null }> {
  const { rows } = await sql<{ paid: boolean; signed: string | null }>`
    select exists (select from payroll.payslip where authority_id = ${authority}) as paid,
      (select by_name from payroll.go_live where authority_id = ${authority}) as signed`.execute(tx);
  return { paidBefore: rows[0]?.paid ?? false, signedBy: rows[0]?.signed ?? null };
}

export async function insertGoLive(
  tx: Tx,
  authority: AuthorityId,
  reason: string,
  by: { readonly party: PartyId; readonly name: string; readonly at: Temporal.Instant },
): Promise<void> {
  await sql`
    insert into payroll.go_live (authority_id, signed_at, by_party, by_name, reason)
    values (${authority}, ${by.at.toString()}::timestamptz, ${by.party}::uuid, ${by.name}, ${reason})`
    .execute(tx)
    .catch(onUnique('payroll.parallel.signed-already'));
}
