import type { Tx } from '../../../kernel/database/connection.ts';
import { onUnique } from '../../../kernel/database/on-conflict.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Succession } from '../succession.ts';

/** All of them: reforms are few. */
export async function loadSuccessions(tx: Tx): Promise<Succession[]> {
  const rows = await tx
    .selectFrom('directory.succession')
    .select(['succession_id', 'predecessor_id', 'successor_id', 'in_force_on', 'withdrawn_at', 'source'])
    .orderBy('succession_id')
    .execute();
  return rows.map((row) => ({
    id: row.succession_id,
    predecessor: row.predecessor_id as AuthorityId,
    successor: row.successor_id as AuthorityId,
    inForceOn: row.in_force_on,
    withdrawnAt: row.withdrawn_at,
    source: row.source,
  }));
}

/** @throws Refusal conflict when somebody else has announced it meanwhile */
export async function insertSuccession(tx: Tx, succession: Succession, at: Temporal.Instant): Promise<void> {
  await tx
    .insertInto('directory.succession')
    .values({
      succession_id: succession.id,
      predecessor_id: succession.predecessor,
      successor_id: succession.successor,
      in_force_on: succession.inForceOn,
      announced_at: at,
      source: succession.source,
    })
    .execute()
    .catch(onUnique('directory.succession.known'));
}

/** @throws Refusal gone when somebody else has withdrawn it meanwhile */
export async function setWithdrawn(tx: Tx, succession: Succession): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('directory.succession')
    .set({ withdrawn_at: succession.withdrawnAt })
    .where('succession_id', '=', succession.id)
    .where('successor_id', '=', succession.successor)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Refusal('gone', 'directory.succession.withdrawn');
}
