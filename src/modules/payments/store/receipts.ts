import type { Tx } from '../../../kernel/database/connection.ts';
import { onUnique } from '../../../kernel/database/on-conflict.ts';
import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';

/** How many payments of ours a bank's file told of, how many it changed, and how many it names that are not ours. */
export type ReceiptCounts = { readonly told: number; readonly changed: number; readonly unknown: number };

export type Receipt = {
  readonly authority: AuthorityId;
  readonly id: string;
  readonly sha256: string;
  readonly kind: 'pain.002' | 'camt.053' | 'camt.054';
  readonly bankMessageId: string;
  readonly takenAt: Temporal.Instant;
  readonly taker: { readonly party: PartyId | null; readonly name: string };
  readonly counts: ReceiptCounts;
};

/** @throws Refusal conflict when the same file has been taken before */
export async function insertReceipt(tx: Tx, one: Receipt): Promise<void> {
  await tx
    .insertInto('payments.receipt')
    .values({
      authority_id: one.authority,
      receipt_id: one.id,
      file_sha256: one.sha256,
      kind: one.kind,
      bank_message_id: one.bankMessageId,
      taken_at: one.takenAt,
      taken_by: one.taker.party,
      taker_name: one.taker.name,
      counts: JSON.stringify(one.counts),
    })
    .execute()
    .catch(onUnique('payments.answer.taken-before'));
}

/** Latest first. */
export async function loadReceipts(tx: Tx, authorities: readonly AuthorityId[], most: number): Promise<Receipt[]> {
  const rows = await tx
    .selectFrom('payments.receipt')
    .select(['authority_id', 'receipt_id', 'file_sha256', 'kind', 'bank_message_id', 'taken_at', 'taken_by'])
    .select(['taker_name', 'counts'])
    .where('authority_id', 'in', authorities)
    .orderBy('taken_at', 'desc')
    .orderBy('receipt_id', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    authority: row.authority_id as AuthorityId,
    id: row.receipt_id,
    sha256: row.file_sha256,
    kind: row.kind as Receipt['kind'], // the table's check holds the kinds
    bankMessageId: row.bank_message_id,
    takenAt: row.taken_at,
    taker: { party: row.taken_by as PartyId | null, name: row.taker_name },
    counts: row.counts as ReceiptCounts, // only insertReceipt writes it
  }));
}
