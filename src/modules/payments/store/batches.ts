import { sql } from 'kysely';
import type { Task } from '../../../kernel/authority.ts';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { ApprovalId, AuthorityId, PartyId } from '../../../kernel/ids.ts';
import type { Currency } from '../../../kernel/money.ts';
import type { Scheme } from '../account.ts';
import type { Batch, Debtor, PainFormat, Purpose } from '../batch.ts';

/** A batch without its payments, with what has become of it. */
export type KeptBatch = Omit<Batch, 'payments'> & {
  readonly count: number;
  /** In minor units. */
  readonly total: number;
  readonly digest: string;
  readonly fileSha256: string;
  readonly madeBy: PartyId | null;
  readonly makerName: string;
  readonly request: ApprovalId | null;
  readonly state: 'open' | 'proposed' | 'released';
  /** By which it went to the bank. */
  readonly delivery: string | null;
  readonly released: { readonly at: Temporal.Instant; readonly by: string } | null;
};

const columns = [
  ...(['authority_id', 'batch_id', 'message_id', 'task', 'purpose', 'scheme', 'format', 'currency', 'debtor'] as const),
  ...(['execution_date', 'payments', 'total_minor', 'digest', 'file_sha256', 'made_by', 'maker_name'] as const),
  ...(['made_at', 'request_id', 'released_at', 'releaser_name', 'state', 'delivery_id'] as const),
] as const;

export async function insertBatch(tx: Tx, one: KeptBatch): Promise<void> {
  await tx
    .insertInto('payments.batch')
    .values({
      authority_id: one.authority,
      batch_id: one.id,
      message_id: one.messageId,
      task: one.task,
      purpose: one.purpose,
      scheme: one.scheme,
      format: one.format,
      currency: one.currency,
      debtor: JSON.stringify(one.debtor),
      execution_date: one.executionDate,
      payments: one.count,
      total_minor: BigInt(one.total),
      digest: one.digest,
      file_sha256: one.fileSha256,
      made_by: one.madeBy,
      maker_name: one.makerName,
      made_at: one.madeAt,
      state: 'open',
    })
    .execute();
}

export async function loadBatch(tx: Tx, authority: AuthorityId, id: string): Promise<KeptBatch | undefined> {
  const row = await tx
    .selectFrom('payments.batch')
    .select(columns)
    .where('authority_id', '=', authority)
    .where('batch_id', '=', id)
    .executeTakeFirst();
  return row && batchOf(row);
}

/** Held until the transaction ends: a batch is released once. */
export async function lockBatch(tx: Tx, authority: AuthorityId, id: string): Promise<KeptBatch | undefined> {
  const row = await tx
    .selectFrom('payments.batch')
    .select(columns)
    .where('authority_id', '=', authority)
    .where('batch_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && batchOf(row);
}

/** Those of several authorities, latest first. */
export async function loadBatches(tx: Tx, authorities: readonly AuthorityId[], most: number): Promise<KeptBatch[]> {
  const rows = await tx
    .selectFrom('payments.batch')
    .select(columns)
    .where('authority_id', 'in', authorities)
    .orderBy('made_at', 'desc')
    .orderBy('batch_id', 'desc')
    .limit(most)
    .execute();
  return rows.map(batchOf);
}

/** The batch that a bank's answer is about. */
export async function loadBatchIdsByMessage(
  tx: Tx,
  authority: AuthorityId,
  messages: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (messages.length === 0) return new Map();
  const rows = await tx
    .selectFrom('payments.batch')
    .select(['message_id', 'batch_id'])
    .where('authority_id', '=', authority)
    .where('message_id', '=', sql<string>`any(${messages})`)
    .execute();
  return new Map(rows.map((row) => [row.message_id, row.batch_id]));
}

export async function markProposed(
  tx: Tx,
  { authority, id }: Pick<Batch, 'authority' | 'id'>,
  request: ApprovalId,
): Promise<void> {
  await tx
    .updateTable('payments.batch')
    .set({ request_id: request, state: 'proposed' })
    .where('authority_id', '=', authority)
    .where('batch_id', '=', id)
    .where('state', '<>', 'released')
    .execute();
}

export async function markReleased(
  tx: Tx,
  { authority, id }: Pick<Batch, 'authority' | 'id'>,
  by: { readonly party: PartyId; readonly name: string },
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('payments.batch')
    .set({ state: 'released', released_at: at, released_by: by.party, releaser_name: by.name })
    .where('authority_id', '=', authority)
    .where('batch_id', '=', id)
    .where('state', '=', 'proposed')
    .execute();
}

/** @returns false when it has been sent before, or has not been released */
export async function markSent(
  tx: Tx,
  { authority, id }: Pick<Batch, 'authority' | 'id'>,
  delivery: string,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('payments.batch')
    .set({ delivery_id: delivery })
    .where('authority_id', '=', authority)
    .where('batch_id', '=', id)
    .where('state', '=', 'released')
    .where('delivery_id', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

type Row = {
  authority_id: number;
  batch_id: string;
  message_id: string;
  task: string;
  purpose: string;
  scheme: string;
  format: string;
  currency: string;
  debtor: unknown;
  execution_date: Temporal.PlainDate;
  payments: number;
  total_minor: bigint;
  digest: string;
  file_sha256: string;
  made_by: string | null;
  maker_name: string;
  made_at: Temporal.Instant;
  request_id: string | null;
  released_at: Temporal.Instant | null;
  releaser_name: string | null;
  delivery_id: string | null;
  state: string;
};

// The columns' own types are wider than the table's checks, and only insertBatch writes them.
function batchOf(row: Row): KeptBatch {
  return {
    authority: row.authority_id as AuthorityId,
    id: row.batch_id,
    messageId: row.message_id,
    task: row.task as Task,
    purpose: row.purpose as Purpose,
    scheme: row.scheme as Scheme,
    format: row.format as PainFormat,
    currency: row.currency as Currency,
    debtor: row.debtor as Debtor,
    executionDate: row.execution_date,
    count: row.payments,
    total: Number(row.total_minor),
    digest: row.digest,
    fileSha256: row.file_sha256,
    madeBy: row.made_by as PartyId | null,
    makerName: row.maker_name,
    madeAt: row.made_at,
    request: row.request_id as ApprovalId | null,
    state: row.state as KeptBatch['state'],
    delivery: row.delivery_id,
    released: row.released_at && { at: row.released_at, by: row.releaser_name ?? '' },
  };
}
