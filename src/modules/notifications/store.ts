import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connection.ts';
import type { AuthorityId, EventId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { MailOutcome } from './mail-transport.ts';
import type { Attempt, Outcome, Tip, TipState } from './tip.ts';

export type TipKey = Pick<Tip, 'authority' | 'tip'>;

/** Makes the tip known; nothing when it is already. */
export async function insertTip(tx: Tx, tip: Tip, at: Temporal.Instant): Promise<void> {
  await tx
    .insertInto('notifications.tip')
    .values({
      authority_id: tip.authority,
      tip_id: tip.tip,
      at,
      kind: tip.kind,
      channel: tip.channel,
      language: tip.language,
      sender_name: tip.senderName,
      state: 'under-way',
      changed_at: at,
    })
    .onConflict((conflict) => conflict.columns(['authority_id', 'tip_id']).doNothing())
    .execute();
}

export async function loadAttempts(tx: Tx, { authority, tip }: TipKey): Promise<Attempt[]> {
  const rows = await tx
    .selectFrom('notifications.attempt')
    .select(['number', 'outcome'])
    .where('authority_id', '=', authority)
    .where('tip_id', '=', tip)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({ number: row.number, outcome: row.outcome as Outcome | null })); // checked by the table
}

/** @throws Refusal conflict when another process makes the same attempt */
export async function insertAttempt(tx: Tx, key: TipKey, number: number, at: Temporal.Instant): Promise<void> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('notifications.attempt')
    .values({ authority_id: key.authority, tip_id: key.tip, number, started_at: at })
    .onConflict((conflict) => conflict.columns(['authority_id', 'tip_id', 'number']).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) throw new Refusal('conflict', 'notifications.tip.under-way');
}

export async function endAttempt(
  tx: Tx,
  key: TipKey,
  number: number,
  { outcome, detail }: MailOutcome,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('notifications.attempt')
    .set({ outcome, detail, ended_at: at })
    .where('authority_id', '=', key.authority)
    .where('tip_id', '=', key.tip)
    .where('number', '=', number)
    .where('outcome', 'is', null)
    .execute();
}

export async function setTipState(tx: Tx, key: TipKey, state: TipState, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('notifications.tip')
    .set({ state, changed_at: at })
    .where('authority_id', '=', key.authority)
    .where('tip_id', '=', key.tip)
    .execute();
}

/** A tip as the operator sees it. */
export type TroubledTip = {
  readonly authority: AuthorityId;
  readonly tip: EventId;
  readonly at: Temporal.Instant;
  readonly kind: Tip['kind'];
  readonly senderName: string;
  readonly state: TipState;
  readonly changedAt: Temporal.Instant;
  readonly attempts: number;
  readonly detail: string | null;
};

type TroubledRow = {
  authority_id: AuthorityId;
  tip_id: EventId;
  at: Temporal.Instant;
  kind: Tip['kind'];
  sender_name: string;
  state: TipState;
  changed_at: Temporal.Instant;
  attempts: number;
  detail: string | null;
};

/** Across all authorities; only for the operator. */
export async function loadTroubledTips(tx: Tx, before: Temporal.Instant, most: number): Promise<TroubledTip[]> {
  const { rows } = await sql<TroubledRow>`
    select authority_id, tip_id, at, kind, sender_name, state, changed_at, attempts, detail
    from notifications.troubled_tips(${before}, ${most})`.execute(tx);
  return rows.map((row) => ({
    authority: row.authority_id,
    tip: row.tip_id,
    at: row.at,
    kind: row.kind,
    senderName: row.sender_name,
    state: row.state,
    changedAt: row.changed_at,
    attempts: row.attempts,
    detail: row.detail,
  }));
}
