import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { PartyId, SigningId } from '../../../kernel/ids.ts';

export type Attempt = {
  readonly party: PartyId;
  readonly stateHash: Buffer;
  readonly signing: SigningId;
  readonly session: string;
  readonly sealed: string;
  readonly until: Temporal.Instant;
};

export async function keepAttempt(tx: Tx, attempt: Attempt): Promise<void> {
  await tx
    .insertInto('signing.attempt')
    .values({
      party_id: attempt.party,
      state_hash: attempt.stateHash,
      signing_id: attempt.signing,
      session_id: attempt.session,
      sealed: attempt.sealed,
      expires_at: attempt.until,
    })
    .execute();
}

/** Hands it out once. */
export async function takeAttempt(
  tx: Tx,
  party: PartyId,
  stateHash: Buffer,
): Promise<Omit<Attempt, 'party' | 'stateHash'> | undefined> {
  const row = await tx
    .deleteFrom('signing.attempt')
    .where('party_id', '=', party)
    .where('state_hash', '=', stateHash)
    .returning(['signing_id', 'session_id', 'sealed', 'expires_at'])
    .executeTakeFirst();
  return (
    row && {
      signing: row.signing_id as SigningId,
      session: row.session_id,
      sealed: row.sealed,
      until: row.expires_at,
    }
  );
}

export async function forgetAttempts(tx: Tx, at: Temporal.Instant): Promise<void> {
  await sql`select signing.forget_attempts(${at})`.execute(tx);
}
