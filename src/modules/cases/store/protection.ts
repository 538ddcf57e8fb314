import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { PartyId } from '../../../kernel/ids.ts';

/** @returns how many cases had not been protected until now */
export async function protectCasesOf(tx: Tx, party: PartyId): Promise<number> {
  const { rows } = await sql<{ cases: number }>`select cases.protect_applicant(${party}) as cases`.execute(tx);
  return rows[0]?.cases ?? 0;
}
