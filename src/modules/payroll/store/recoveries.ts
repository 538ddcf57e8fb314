import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import { onUnique } from '../../../kernel/database/on-conflict.ts';
import type { ApprovalId, AuthorityId, PartyId } from '../../../kernel/ids.ts';

/** What an employer has been asked to approve of an overpayment. */
export type KeptRecovery = {
  readonly authority: AuthorityId;
  readonly id: string;
  readonly employee: string;
  readonly claim: string;
  readonly body: unknown;
  readonly digest: string;
  readonly request: ApprovalId;
  readonly state: 'proposed' | 'refused' | 'done';
};

const columns = sql`authority_id as authority, recovery_id::text as id, employee_id::text as employee,
  claim_id::text as claim, body, digest, request_id::text as request, state`;

/** @throws Refusal conflict when something of the same person waits already */
export async function insertRecovery(
  tx: Tx,
  one: Omit<KeptRecovery, 'state'>,
  by: PartyId,
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into payroll.recovery_request (authority_id, recovery_id, employee_id, claim_id, body, digest, request_id,
      proposed_by, proposed_at, state)
    values (${one.authority}, ${one.id}::uuid, ${one.employee}::uuid, ${one.claim}::uuid, ${JSON.stringify(one.body)}::jsonb,
      ${one.digest}, ${one.request}::uuid, ${by}::uuid, ${at.toString()}::timestamptz, 'proposed')`
    .execute(tx)
    .catch(onUnique('payroll.recovery.waits'));
}

export async function loadRecovery(tx: Tx, authority: AuthorityId, id: string): Promise<KeptRecovery | undefined> {
  const { rows } = await sql<KeptRecovery>`
    select ${columns} from payroll.recovery_request
    where authority_id = ${authority} and recovery_id = ${id}::uuid`.execute(tx);
  return rows[0];
}

/** What waits for an approver, of one person. */
export async function openRecovery(
  tx: Tx,
  authority: AuthorityId,
  employee: string,
): Promise<KeptRecovery | undefined> {
  const { rows } = await sql<KeptRecovery>`
    select ${columns} from payroll.recovery_request
    where authority_id = ${authority} and employee_id = ${employee}::uuid and state = 'proposed'`.execute(tx);
  return rows[0];
}

export async function settleRecovery(
  tx: Tx,
  { authority, id }: Pick<KeptRecovery, 'authority' | 'id'>,
  state: KeptRecovery['state'],
): Promise<void> {
  await sql`
    update payroll.recovery_request set state = ${state}
    where authority_id = ${authority} and recovery_id = ${id}::uuid and state = 'proposed'`.execute(tx);
}

/** The last month whose own run has been checked or more: nothing recorded now comes into it. */
export async function lastSettledMonth(tx: Tx, authority: AuthorityId): Promise<string | null> {
  const { rows } = await sql<{ month: string | null }>`
    select max(earned_from)::text as month from payroll.run
    where authority_id = ${authority} and kind = 'regular' and state in ('checked', 'released', 'posted', 'closed')`.execute(
    tx,
  );
  return rows[0]?.month ?? null;
}
