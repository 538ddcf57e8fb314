import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';

/** Those whom a run in the ledger pays and who can be told of it, in order. */
export async function payeesOf(tx: Tx, authority: AuthorityId, run: string): Promise<readonly PartyId[]> {
  const { rows } = await sql<{ party: PartyId }>`
    select distinct party_id::text as party from payroll.payslip
    where authority_id = ${authority} and run_id = ${run}::uuid and party_id is not null order by party`.execute(tx);
  return rows.map(({ party }) => party);
}

/** Which employees of the employer a person is in a run; more than one only when somebody was taken in twice. */
export async function employeesPaidAs(
  tx: Tx,
  authority: AuthorityId,
  run: string,
  party: PartyId,
): Promise<readonly string[]> {
  const { rows } = await sql<{ employee: string }>`
    select employee_id::text as employee from payroll.payslip
    where authority_id = ${authority} and run_id = ${run}::uuid and party_id = ${party}::uuid order by employee_id`.execute(
    tx,
  );
  return rows.map(({ employee }) => employee);
}
