import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';
import type { Country } from '../engine/codes.ts';
import type { RunRow } from './run.ts';

/**
 * Drafts of other runs to those whom a run has just paid: they were made without knowing of it, so they must be made
 * again before they can be checked or released.
 */
export async function dropDraftsBeside(tx: Tx, run: Pick<RunRow, 'authority' | 'id'>): Promise<void> {
  await sql`
    delete from payroll.draft d using payroll.payslip p, payroll.run r
    where p.authority_id = ${run.authority} and p.run_id = ${run.id}::uuid
      and d.authority_id = p.authority_id and d.employee_id = p.employee_id and d.run_id <> p.run_id
      and r.authority_id = d.authority_id and r.run_id = d.run_id and r.state in ('stopped', 'calculated', 'checked')`.execute(
    tx,
  );
}

/** Whether an employee's month is in the ledger, by anything but an advance. */
export async function isMonthPaid(tx: Tx, authority: AuthorityId, employee: string, month: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from payroll.payslip p
    join payroll.run r on r.authority_id = p.authority_id and r.run_id = p.run_id
    where p.authority_id = ${authority} and p.employee_id = ${employee}::uuid and p.earned_from = ${month}::date
      and r.kind <> 'advance' limit 1`.execute(tx);
  return rows.length > 0;
}

/** Some employees by the employer's numbers. */
export async function employeesByNumber(
  tx: Tx,
  authority: AuthorityId,
  numbers: readonly string[],
): Promise<readonly { readonly id: string; readonly country: Country }[]> {
  const { rows } = await sql<{ id: string; country: Country }>`
    select employee_id::text as id, country from payroll.employee
    where authority_id = ${authority} and number = any (${[...numbers]}::text[]) order by number`.execute(tx);
  return rows;
}

/** Those of an employer's people who are some persons. */
export async function employeesOfParties(
  tx: Tx,
  authority: AuthorityId,
  parties: readonly PartyId[],
): Promise<
  readonly { readonly id: string; readonly number: string; readonly name: string; readonly party: PartyId }[]
> {
  const { rows } = await sql<{ id: string; number: string; name: string; party: PartyId }>`
    select employee_id::text as id, number, name, party_id::text as party from payroll.employee
    where authority_id = ${authority} and party_id = any (${`{${parties.join()}}`}::uuid[])`.execute(tx);
  return rows;
}
