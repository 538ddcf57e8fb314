import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { Assurance, RoleGrant } from '../../../kernel/authority.ts';
import { askTogether } from '../../../kernel/database/ask-together.ts';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Language } from '../../../kernel/texts.ts';
import type { OwnSession, SessionLimits } from '../session.ts';

function idle(limits: SessionLimits): string {
  return `${limits.idleMinutes} minutes`;
}

export type FoundSession = {
  readonly session_id: string;
  readonly party_id: PartyId;
  readonly name: string;
  readonly is_protected: boolean;
  readonly assurance: Assurance;
  readonly language: Language | null;
  readonly last_seen_at: Temporal.Instant;
  readonly grants: readonly RoleGrant[];
  readonly acting_for: PartyId | null;
  readonly acting_name: string | null;
};

/**
 * Whose token it is. Asked outside any scope, since it reads through a function only: there is no fence to open before
 * somebody is known.
 */
export async function findSessionRow(
  pool: Pool,
  hash: Buffer,
  now: Temporal.Instant,
  today: Temporal.PlainDate,
  limits: SessionLimits,
): Promise<FoundSession | undefined> {
  const [found] = await askTogether<FoundSession>(pool, {
    text: 'select session_id, party_id, name, is_protected, assurance, language, last_seen_at, grants, acting_for, acting_name from identity.find_session($1, $2, $3, $4)',
    values: [hash, now, idle(limits), today],
  });
  return found;
}

/** Of all sessions that are in use at once, in one statement. */
export async function touchSessions(pool: Pool, hashes: readonly Buffer[], now: Temporal.Instant): Promise<void> {
  await pool.query({
    name: 'identity-touch-sessions',
    text: 'select identity.touch_session(hash, $2) from unnest($1::bytea[]) hash',
    values: [hashes, now.toString()],
  });
}

/** From the next page on. @returns whether the session was there; the party is one of the scope's, or the database refuses */
export async function actFor(tx: Tx, party: PartyId, session: string, principal: PartyId | null): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select identity.act_for(${party}, ${session}, ${principal}) as found`.execute(tx);
  return rows[0]?.found ?? false;
}

export type NewSession = {
  readonly hash: Buffer;
  readonly session: string;
  readonly party: PartyId;
  readonly assurance: Assurance;
  readonly device: string;
  readonly at: Temporal.Instant;
  readonly until: Temporal.Instant;
  /** The browser's session until now; it ends. */
  readonly replaced: Buffer | null;
};

export async function startSession(tx: Tx, s: NewSession): Promise<void> {
  await sql`select identity.start_session(${s.hash}, ${s.session}, ${s.party}, ${s.assurance}, ${s.device}, ${s.at},
    ${s.until}, ${s.replaced})`.execute(tx);
}

export async function endSession(tx: Tx, hash: Buffer): Promise<void> {
  await sql`select identity.end_session(${hash})`.execute(tx);
}

export async function loadSessions(
  tx: Tx,
  party: PartyId,
  now: Temporal.Instant,
  limits: SessionLimits,
): Promise<OwnSession[]> {
  const { rows } = await sql<{
    session_id: string;
    assurance: Assurance;
    device: string;
    created_at: Temporal.Instant;
    last_seen_at: Temporal.Instant;
  }>`select session_id, assurance, device, created_at, last_seen_at
    from identity.sessions_of(${party}, ${now}, ${idle(limits)})`.execute(tx);
  return rows.map((row) => ({
    id: row.session_id,
    assurance: row.assurance,
    device: row.device,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
  }));
}

/** @returns how many ended; the party is one of the scope's, or the database refuses */
export async function endSessions(
  tx: Tx,
  party: PartyId,
  which: { readonly session: string } | { readonly allBut: string | null },
): Promise<number> {
  const [session, kept] = 'session' in which ? [which.session, null] : [null, which.allBut];
  const { rows } = await sql<{ ended: number }>`
    select identity.end_sessions_of(${party}, ${session}, ${kept}) as ended`.execute(tx);
  return rows[0]?.ended ?? 0;
}

/** @param indexes the number's index by each key. @returns how many ended */
export async function endSessionsOfNumber(tx: Tx, indexes: readonly Buffer[]): Promise<number> {
  const { rows } = await sql<{ ended: number }>`
    select identity.end_sessions_of_number(${indexes}) as ended`.execute(tx);
  return rows[0]?.ended ?? 0;
}

export async function forgetExpired(tx: Tx, now: Temporal.Instant, limits: SessionLimits): Promise<void> {
  await sql`select identity.forget_expired(${now}, ${idle(limits)})`.execute(tx);
}

export async function keepAttempt(tx: Tx, hash: Buffer, sealed: string, until: Temporal.Instant): Promise<void> {
  await sql`select identity.begin_sign_in(${hash}, ${sealed}, ${until})`.execute(tx);
}

/** @returns what was kept, once; null when it was taken before, is too old, or never was */
export async function takeAttempt(tx: Tx, hash: Buffer, now: Temporal.Instant): Promise<string | null> {
  const { rows } = await sql<{ sealed: string | null }>`
    select identity.take_sign_in(${hash}, ${now}) as sealed`.execute(tx);
  return rows[0]?.sealed ?? null;
}
