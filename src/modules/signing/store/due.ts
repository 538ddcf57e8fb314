import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { PartyId, SigningId } from '../../../kernel/ids.ts';

/** Open signings of anybody whose deadline has passed, the longest ago first. */
export async function loadDue(
  tx: Tx,
  at: Temporal.Instant,
  most: number,
): Promise<{ readonly id: SigningId; readonly parties: readonly PartyId[] }[]> {
  const { rows } = await sql<{ signing_id: SigningId; parties: PartyId[] }>`
    select signing_id, parties from signing.due(${at}, ${most})`.execute(tx);
  return rows.map(({ signing_id, parties }) => ({ id: signing_id, parties }));
}
