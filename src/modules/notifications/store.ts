import { sql } from 'kysely';
import type { Tx } from '../../kernel/database/connection.ts';
import type { AuthorityId, EventId, PartyId } from '../../kernel/ids.ts';
import type { EventBody } from '../../kernel/outbox.ts';
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
      event: JSON.stringify(tip.event),
    })
    .onConflict((conflict) => conflict.columns(['authority_id', 'tip_id']).doNothing())
    .execute();
}

/** What is kept of a tip beside its attempts. */
export type KnownTip = {
  readonly state: TipState;
  readonly againAfter: number;
  /** Null for a tip from before events were kept with them. */
  readonly event: EventBody | null;
};

export async function loadTip(tx: Tx, { authority, tip }: TipKey): Promise<KnownTip | undefined> {
  const row = await tx
    .selectFrom('notifications.tip')
    .select(['state', 'again_after', 'event'])
    .where('authority_id', '=', authority)
    .where('tip_id', '=', tip)
    .executeTakeFirst();
  // the table's check and `insertTip` see to what these two hold
  return row && { state: row.state as TipState, againAfter: row.again_after, event: row.event as EventBody | null };
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

/** Who asks for one more attempt. */
export type Asker = { readonly party: PartyId; readonly name: string };

/**
 * Allows one more attempt and notes who asked for it.
 * @returns the event to handle anew; null when the tip is not refused or unknown (any longer)
 */
export async function askAgain(tx: Tx, key: TipKey, by: Asker, at: Temporal.Instant): Promise<EventBody | null> {
  const { rows } = await sql<{ event: EventBody | null }>`
    select notifications.ask_again(${key.authority}, ${key.tip}, ${by.party}, ${by.name}, ${at}) as event`.execute(tx);
  return rows[0]?.event ?? null;
}

/** Across all authorities, for the schedule; with their attempts. @returns how many */
export async function eraseTips(tx: Tx, before: Temporal.Instant, most: number): Promise<number> {
  const { rows } = await sql<{ erased: number }>`
    select notifications.erase_tips(${before}, ${most}) as erased`.execute(tx);
  return rows[0]?.erased ?? 0;
}

/** A tip as the operator sees it. */
export type TroubledTip = TipKey & {
  readonly kind: Tip['kind'];
  readonly senderName: string;
  readonly state: TipState;
  readonly changedAt: Temporal.Instant;
  readonly canAgain: boolean;
  readonly attempts: readonly LedgerLine[];
  readonly asked: readonly Asked[];
};

/** One attempt. */
export type LedgerLine = Attempt & { readonly at: Temporal.Instant; readonly detail: string | null };
/** That an operator wanted one more attempt after that one. */
export type Asked = { readonly after: number; readonly at: Temporal.Instant; readonly by: string };

type InJson<T extends { readonly at: Temporal.Instant }> = Omit<T, 'at'> & { readonly at: string };
type TroubledRow = {
  authority_id: AuthorityId;
  tip_id: EventId;
  kind: Tip['kind'];
  sender_name: string;
  state: TipState;
  changed_at: Temporal.Instant;
  can_again: boolean;
  attempts: readonly InJson<LedgerLine>[];
  asked: readonly InJson<Asked>[];
};

/** Across all authorities; only for the operator. */
export async function loadTroubledTips(tx: Tx, before: Temporal.Instant, most: number): Promise<TroubledTip[]> {
  const { rows } = await sql<TroubledRow>`
    select authority_id, tip_id, kind, sender_name, state, changed_at, can_again, attempts, asked
    from notifications.troubled_tips(${before}, ${most})`.execute(tx);
  return rows.map((row) => ({
    authority: row.authority_id,
    tip: row.tip_id,
    kind: row.kind,
    senderName: row.sender_name,
    state: row.state,
    changedAt: row.changed_at,
    canAgain: row.can_again,
    attempts: row.attempts.map((one) => ({ ...one, at: Temporal.Instant.from(one.at) })),
    asked: row.asked.map((one) => ({ ...one, at: Temporal.Instant.from(one.at) })),
  }));
}
