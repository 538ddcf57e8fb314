import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { PartyId } from '../../../kernel/ids.ts';

export type SealedCopy = { readonly source: string; readonly sealed: string; readonly asOf: Temporal.Instant };

export async function loadLastKnown(tx: Tx, party: PartyId, source: string): Promise<SealedCopy | undefined> {
  const row = await tx
    .selectFrom('overview.last_known')
    .select(['sealed', 'as_of'])
    .where('party_id', '=', party)
    .where('source_id', '=', source)
    .executeTakeFirst();
  return row && { source, sealed: row.sealed, asOf: row.as_of };
}

/** An older answer that comes late does not take the place of a newer one. */
export async function keepLastKnown(tx: Tx, party: PartyId, copies: readonly SealedCopy[]): Promise<void> {
  await tx
    .insertInto('overview.last_known')
    .values(copies.map(({ source, sealed, asOf }) => ({ party_id: party, source_id: source, sealed, as_of: asOf })))
    .onConflict((conflict) =>
      conflict
        .columns(['party_id', 'source_id'])
        .doUpdateSet({ sealed: sql<string>`excluded.sealed`, as_of: sql<Temporal.Instant>`excluded.as_of` })
        .where('overview.last_known.as_of', '<', sql<Temporal.Instant>`excluded.as_of`),
    )
    .execute();
}

/** @returns how many were forgotten */
export async function forgetLastKnown(tx: Tx, before: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ forgotten: number }>`
    select overview.forget_last_known(${before}) as forgotten`.execute(tx);
  return rows[0]?.forgotten ?? 0;
}
