import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Language } from '../../../kernel/texts.ts';

export type Feed = { readonly madeAt: Temporal.Instant; readonly readAt: Temporal.Instant | null };

export async function loadFeed(tx: Tx, party: PartyId): Promise<Feed | undefined> {
  const row = await tx
    .selectFrom('overview.calendar_feed')
    .select(['made_at', 'read_at'])
    .where('party_id', '=', party)
    .executeTakeFirst();
  return row && { madeAt: row.made_at, readAt: row.read_at };
}

export type NewFeed = { readonly hash: Buffer; readonly language: Language; readonly at: Temporal.Instant };

/** In the place of the one before, whose address is dead from now on. */
export async function keepFeed(tx: Tx, party: PartyId, { hash, language, at }: NewFeed): Promise<void> {
  await tx
    .insertInto('overview.calendar_feed')
    .values({ party_id: party, token_hash: hash, language, made_at: at, read_at: null })
    .onConflict((conflict) =>
      conflict.columns(['party_id']).doUpdateSet({ token_hash: hash, language, made_at: at, read_at: null }),
    )
    .execute();
}

export async function endFeed(tx: Tx, party: PartyId): Promise<void> {
  await tx.deleteFrom('overview.calendar_feed').where('party_id', '=', party).execute();
}

export async function noteFeedRead(tx: Tx, party: PartyId, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('overview.calendar_feed').set({ read_at: at }).where('party_id', '=', party).execute();
}

export type FeedOwner = { readonly party: PartyId; readonly language: Language };

/** Before anybody is known: by the secret alone. */
export async function loadFeedOwner(tx: Tx, hash: Buffer): Promise<FeedOwner | undefined> {
  const { rows } = await sql<{ party_id: PartyId; language: Language }>`
    select party_id, language from overview.feed_by_token(${hash})`.execute(tx);
  const [row] = rows;
  return row && { party: row.party_id, language: row.language };
}
