import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { PartyId } from '../../../kernel/ids.ts';

/** Of two who write for the same person at once, one waits until the other is done. */
export async function lockAsker(tx: Tx, party: PartyId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`mandates.asker:${party}`}, 0))`.execute(tx);
}

export type Asked = {
  readonly grantors: readonly PartyId[];
  readonly isOpen: boolean;
  readonly isRequest: boolean;
  /** The one who was asked said no. */
  readonly isRefused: boolean;
};

/** What somebody has written since then, of those that the scope reaches. */
export async function loadAsked(tx: Tx, party: PartyId, since: Temporal.Instant): Promise<Asked[]> {
  const rows = await tx
    .selectFrom('mandates.mandate')
    .select(['grantors', 'registered_at', 'ended_at', 'ended_how', 'requested_by'])
    .where('drafted_by', '=', party)
    .where('drafted_at', '>', since)
    .execute();
  return rows.map((row) => ({
    grantors: row.grantors as PartyId[],
    isOpen: row.registered_at === null && row.ended_at === null,
    isRequest: row.requested_by !== null,
    isRefused: row.ended_how === 'refused',
  }));
}
