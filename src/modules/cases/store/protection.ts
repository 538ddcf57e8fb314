import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { PartyId } from '../../../kernel/ids.ts';

/** @returns how many cases became protected, or are so no longer */
export async function followProtectionOf(tx: Tx, party: PartyId): Promise<number> {
  const { rows } = await sql<{ cases: number }>`select cases.follow_protection(${party}) as cases`.execute(tx);
  return rows[0]?.cases ?? 0;
}
