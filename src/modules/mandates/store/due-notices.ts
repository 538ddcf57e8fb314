import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { MandateId, PartyId } from '../../../kernel/ids.ts';

/** What the clock tells of by itself. */
export type ClockNotice = 'expiring' | 'expired';
export type DueNotice = {
  readonly mandate: MandateId;
  readonly kind: ClockNotice;
  readonly parties: readonly PartyId[];
};

/** Planned twice, it is told once. */
export async function planNotice(tx: Tx, due: DueNotice, at: Temporal.Instant): Promise<void> {
  await tx
    .insertInto('mandates.due_notice')
    .values({ mandate_id: due.mandate, kind: due.kind, parties: [...due.parties], at })
    .onConflict((conflict) => conflict.columns(['mandate_id', 'kind']).doNothing())
    .execute();
}

/** Of anybody's mandates, the most overdue first: ids only. */
export async function loadDueNotices(tx: Tx, at: Temporal.Instant, most: number): Promise<DueNotice[]> {
  const { rows } = await sql<{ mandate_id: MandateId; kind: ClockNotice; parties: PartyId[] }>`
    select mandate_id, kind, parties from mandates.notices_due(${at}, ${most})`.execute(tx);
  return rows.map(({ mandate_id: mandate, kind, parties }) => ({ mandate, kind, parties }));
}

/** @returns false when somebody else has taken it */
export async function takeNotice(tx: Tx, { mandate, kind }: Pick<DueNotice, 'mandate' | 'kind'>): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('mandates.due_notice')
    .where('mandate_id', '=', mandate)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

/** Those of the scope's parties who read no letters any more: the dead, and organisations that are dissolved. */
export async function loadGone(tx: Tx, parties: readonly PartyId[]): Promise<ReadonlySet<PartyId>> {
  const rows = await tx
    .selectFrom('mandates.party_state')
    .select('party_id')
    .where('party_id', '=', sql<string>`any (${[...parties]}::uuid[])`)
    .where('kind', 'in', ['dead', 'dissolved'])
    .execute();
  return new Set(rows.map(({ party_id }) => party_id as PartyId));
}
