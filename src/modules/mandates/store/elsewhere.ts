import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';
import type { MandateRegisterName } from '../facts.ts';

export type NewLink = {
  readonly holder: PartyId;
  readonly principal: PartyId;
  readonly register: MandateRegisterName;
  readonly authorities: readonly AuthorityId[];
  readonly name: string | null;
  readonly sealed: string;
};

/** Remembers where to ask again, in place of what was remembered of the same holder, principal and register. */
export async function keepLink(tx: Tx, link: NewLink, at: Temporal.Instant): Promise<void> {
  const said = {
    authorities: [...link.authorities],
    principal_name: link.name,
    sealed: link.sealed,
    seen_at: at,
  };
  await tx
    .insertInto('mandates.elsewhere')
    .values({
      ...{ party_id: link.holder, principal: link.principal, register: link.register, first_at: at },
      ...said,
    })
    .onConflict((same) => same.columns(['party_id', 'principal', 'register']).doUpdateSet(said))
    .execute();
}

/** Those whom other registers let the party act for, or once did. */
export async function loadLinked(
  tx: Tx,
  holder: PartyId,
): Promise<{ readonly register: MandateRegisterName; readonly principal: PartyId }[]> {
  const rows = await tx
    .selectFrom('mandates.elsewhere')
    .select(['register', 'principal'])
    .where('party_id', '=', holder)
    .execute();
  // The table's check holds the names.
  return rows.map((row) => ({
    register: row.register as MandateRegisterName,
    principal: row.principal as PartyId,
  }));
}

/** @returns how many */
export async function forgetElsewhere(tx: Tx, seenBefore: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select mandates.forget_elsewhere(${seenBefore}) as gone`.execute(tx);
  return rows[0]?.gone ?? 0;
}
