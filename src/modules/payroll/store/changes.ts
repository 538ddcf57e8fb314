import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { ApprovalId, AuthorityId, PartyId } from '../../../kernel/ids.ts';

/** A change that an employer has been asked to approve. */
export type KeptChange = {
  readonly authority: AuthorityId;
  readonly id: string;
  readonly body: unknown;
  readonly digest: string;
  readonly request: ApprovalId;
  readonly state: 'proposed' | 'approved' | 'refused' | 'done';
};

export async function insertChange(
  tx: Tx,
  one: Omit<KeptChange, 'state'>,
  by: PartyId,
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into payroll.change (authority_id, change_id, body, digest, request_id, proposed_by, proposed_at, state)
    values (${one.authority}, ${one.id}::uuid, ${JSON.stringify(one.body)}::jsonb, ${one.digest}, ${one.request}::uuid,
      ${by}::uuid, ${at.toString()}::timestamptz, 'proposed')`.execute(tx);
}

export async function loadChange(tx: Tx, authority: AuthorityId, id: string): Promise<KeptChange | undefined> {
  const { rows } = await sql<KeptChange>`
    select authority_id as authority, change_id::text as id, body, digest, request_id::text as request, state
    from payroll.change where authority_id = ${authority} and change_id = ${id}::uuid`.execute(tx);
  return rows[0];
}

export async function settleChange(
  tx: Tx,
  { authority, id }: Pick<KeptChange, 'authority' | 'id'>,
  state: KeptChange['state'],
): Promise<void> {
  await sql`
    update payroll.change set state = ${state}
    where authority_id = ${authority} and change_id = ${id}::uuid and state in ('proposed', 'approved')`.execute(tx);
}

/** Some employees of an employer, in the order of their ids; the next ones are after the last of these. */
export async function employeeIdsAfter(
  tx: Tx,
  authority: AuthorityId,
  after: string,
  most: number,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select employee_id::text as id from payroll.employee
    where authority_id = ${authority} and employee_id > ${after}::uuid order by employee_id limit ${most}`.execute(tx);
  return rows.map(({ id }) => id);
}
