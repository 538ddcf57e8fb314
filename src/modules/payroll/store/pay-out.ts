import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import { onUnique } from '../../../kernel/database/on-conflict.ts';
import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';

export type UnpaidRow = {
  readonly employee: string;
  readonly number: string;
  readonly name: string;
  readonly party: PartyId | null;
  readonly net: string;
};

/** The payslips of a run with something to pay out that no batch has taken. */
export async function unpaidOf(tx: Tx, authority: AuthorityId, run: string): Promise<readonly UnpaidRow[]> {
  const { rows } = await sql<UnpaidRow>`
    select p.employee_id::text as employee, e.number, e.name, e.party_id::text as party, p.net::text as net
    from payroll.payslip p
    join payroll.employee e on e.authority_id = p.authority_id and e.employee_id = p.employee_id
    where p.authority_id = ${authority} and p.run_id = ${run}::uuid and p.net > 0 and not exists (
      select from payroll.pay_out o
      where o.authority_id = p.authority_id and o.run_id = p.run_id and o.employee_id = p.employee_id)
    order by p.employee_id`.execute(tx);
  return rows;
}

/** @throws Refusal conflict when somebody else has just made a pay-out of the run */
export async function insertPayOuts(
  tx: Tx,
  { authority, run, batch }: { readonly authority: AuthorityId; readonly run: string; readonly batch: string },
  paid: readonly { readonly employee: string; readonly amount: number }[],
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into payroll.pay_out (authority_id, run_id, employee_id, batch_id, amount, made_at)
    select ${authority}, ${run}::uuid, r.employee, ${batch}::uuid, r.amount, ${at.toString()}::timestamptz
    from json_to_recordset(${JSON.stringify(paid)}::json) as r(employee uuid, amount bigint)`
    .execute(tx)
    .catch(onUnique('payroll.run.changed-meanwhile'));
}

export type PaidBatch = { readonly batch: string; readonly payments: number; readonly total: string };

/** The pay-out batches of a run. */
export async function batchesOf(tx: Tx, authority: AuthorityId, run: string): Promise<readonly PaidBatch[]> {
  const { rows } = await sql<PaidBatch>`
    select batch_id::text as batch, count(*)::int as payments, sum(amount)::text as total
    from payroll.pay_out where authority_id = ${authority} and run_id = ${run}::uuid
    group by batch_id order by min(made_at), batch_id`.execute(tx);
  return rows;
}
