import type { Tx } from '../../../kernel/database/connection.ts';
import { onUnique } from '../../../kernel/database/on-conflict.ts';
import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Announced, By, Succession } from '../succession.ts';

/** All of them: reforms are few. */
export async function loadSuccessions(tx: Tx): Promise<Announced[]> {
  const rows = await tx
    .selectFrom('directory.succession')
    .select([
      'succession_id',
      'predecessor_id',
      'successor_id',
      'in_force_on',
      'source',
      'announced_at',
      'withdrawn_at',
    ])
    .select(['announced_by', 'announced_by_name', 'withdrawn_by', 'withdrawn_by_name'])
    .orderBy('succession_id')
    .execute();
  return rows.map((row) => ({
    id: row.succession_id,
    predecessor: row.predecessor_id as AuthorityId,
    successor: row.successor_id as AuthorityId,
    inForceOn: row.in_force_on,
    withdrawnAt: row.withdrawn_at,
    source: row.source,
    announcedAt: row.announced_at,
    announcedBy: byOf(row.announced_by, row.announced_by_name),
    withdrawnBy: byOf(row.withdrawn_by, row.withdrawn_by_name),
  }));
}

function byOf(party: string | null, name: string | null): By {
  return party === null || name === null ? null : { party: party as PartyId, name };
}

/** @throws Refusal conflict when somebody else has announced it meanwhile */
export async function insertSuccession(tx: Tx, succession: Succession, by: By, at: Temporal.Instant): Promise<void> {
  await tx
    .insertInto('directory.succession')
    .values({
      succession_id: succession.id,
      predecessor_id: succession.predecessor,
      successor_id: succession.successor,
      in_force_on: succession.inForceOn,
      announced_at: at,
      announced_by: by?.party ?? null,
      announced_by_name: by?.name ?? null,
      source: succession.source,
    })
    .execute()
    .catch(onUnique('directory.succession.known'));
}

/** @throws Refusal gone when somebody else has withdrawn it meanwhile */
export async function setWithdrawn(tx: Tx, succession: Succession, by: By): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('directory.succession')
    .set({
      withdrawn_at: succession.withdrawnAt,
      withdrawn_by: by?.party ?? null,
      withdrawn_by_name: by?.name ?? null,
    })
    .where('succession_id', '=', succession.id)
    .where('successor_id', '=', succession.successor)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Refusal('gone', 'directory.succession.withdrawn');
}
