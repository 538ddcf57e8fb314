import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import type { CaseKey } from '../filed-case.ts';

/** @returns how many cases became protected, or are so no longer */
export async function followProtectionOf(tx: Tx, party: PartyId): Promise<number> {
  const { rows } = await sql<{ cases: number }>`select cases.follow_protection(${party}) as cases`.execute(tx);
  return rows[0]?.cases ?? 0;
}

/** Who filed it, for an official who has just been asked whether they may know; null when the case is not there. */
export async function loadProtectedName(tx: Tx, { authority, case: id }: CaseKey): Promise<string | null> {
  const { rows } = await sql<{ name: string | null }>`
    select cases.applicant_name(${authority}, ${id}) as name`.execute(tx);
  return rows[0]?.name ?? null;
}
