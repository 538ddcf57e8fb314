import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { ApprovalId, AuthorityId } from '../../../kernel/ids.ts';

/** Requests of any authority whose deadline has passed: their ids and nothing else. */
export async function loadDue(
  tx: Tx,
  at: Temporal.Instant,
  most: number,
): Promise<{ readonly authority: AuthorityId; readonly id: ApprovalId }[]> {
  const { rows } = await sql<{ authority_id: AuthorityId; request_id: ApprovalId }>`
    select authority_id, request_id from approvals.due(${at}, ${most})`.execute(tx);
  return rows.map((row) => ({ authority: row.authority_id, id: row.request_id }));
}
