import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId, FileDigest } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Attempt, DeliveryKey, DeliveryState, DestinationKey, Outcome, Receipt } from '../delivery.ts';
import type { Ours } from '../reconcile.ts';

/** What is to be somewhere else. */
export type Order = DeliveryKey &
  DestinationKey & {
    readonly name: string;
    readonly kind: string;
    readonly subject: string;
    readonly content: FileDigest;
    readonly size: number;
  };

export type KeptDelivery = Order & {
  readonly at: Temporal.Instant;
  readonly state: DeliveryState;
  readonly againAfter: number;
  readonly receipt: Receipt | null;
};

/** @returns false when it is there already */
export async function insertDelivery(tx: Tx, order: Order, at: Temporal.Instant): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('exchange.delivery')
    .values({
      ...{ authority_id: order.authority, delivery_id: order.delivery, destination_id: order.destination },
      ...{ name: order.name, kind: order.kind, subject: order.subject, sha256: order.content },
      ...{ size: BigInt(order.size), at, state: 'waiting', changed_at: at },
    })
    .onConflict((conflict) => conflict.columns(['authority_id', 'delivery_id']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

const columns = [
  ...(['authority_id', 'delivery_id', 'destination_id', 'name', 'kind', 'subject', 'sha256', 'size'] as const),
  ...(['at', 'state', 'again_after', 'receipt'] as const),
] as const;

type Row = {
  authority_id: number;
  delivery_id: string;
  destination_id: string;
  name: string;
  kind: string;
  subject: string;
  sha256: string;
  size: bigint;
  at: Temporal.Instant;
  state: string;
  again_after: number;
  receipt: unknown;
};

function deliveryOf(row: Row): KeptDelivery {
  const { name, kind, subject, at } = row;
  return {
    ...{ authority: row.authority_id as AuthorityId, delivery: row.delivery_id, destination: row.destination_id },
    ...{ name, kind, subject, at, content: row.sha256 as FileDigest, size: Number(row.size) },
    state: row.state as DeliveryState, // checked by the table
    againAfter: row.again_after,
    receipt: row.receipt as Receipt | null, // written by `setDelivered` only
  };
}

/** @throws Refusal not-found */
export async function loadDelivery(tx: Tx, key: DeliveryKey): Promise<KeptDelivery> {
  const row = await tx
    .selectFrom('exchange.delivery')
    .select(columns)
    .where('authority_id', '=', key.authority)
    .where('delivery_id', '=', key.delivery)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found', 'exchange.delivery.unknown');
  return deliveryOf(row);
}

/** The latest first. */
export async function loadDeliveries(tx: Tx, authority: AuthorityId, most: number): Promise<KeptDelivery[]> {
  const rows = await tx
    .selectFrom('exchange.delivery')
    .select(columns)
    .where('authority_id', '=', authority)
    .orderBy('at', 'desc')
    .orderBy('delivery_id')
    .limit(most)
    .execute();
  return rows.map(deliveryOf);
}

/** What we think that they have. */
export async function loadDelivered(tx: Tx, key: DestinationKey): Promise<Ours[]> {
  const rows = await tx
    .selectFrom('exchange.delivery')
    .select(['name', 'size', 'sha256'])
    .where('authority_id', '=', key.authority)
    .where('destination_id', '=', key.destination)
    .where('state', '=', 'delivered')
    .orderBy('name')
    .execute();
  return rows.map(({ name, size, sha256 }) => ({ name, sha256, size: Number(size) }));
}

/** Asks for all that was sent there since, once more. @returns which */
export async function setWaitingSince(
  tx: Tx,
  key: DestinationKey,
  since: Temporal.Instant,
  at: Temporal.Instant,
): Promise<string[]> {
  const { rows } = await sql<{ delivery_id: string }>`
    update exchange.delivery d set state = 'waiting', changed_at = ${at}, again_after = (
      select coalesce(max(a.number), 0) from exchange.attempt a
      where a.authority_id = d.authority_id and a.delivery_id = d.delivery_id
    )
    where d.authority_id = ${key.authority} and d.destination_id = ${key.destination} and d.at >= ${since}
    returning d.delivery_id`.execute(tx);
  return rows.map((row) => row.delivery_id);
}

export async function loadAttempts(tx: Tx, key: DeliveryKey): Promise<Attempt[]> {
  const rows = await tx
    .selectFrom('exchange.attempt')
    .select(['number', 'outcome'])
    .where('authority_id', '=', key.authority)
    .where('delivery_id', '=', key.delivery)
    .orderBy('number')
    .execute();
  return rows.map(({ number, outcome }) => ({ number, outcome: outcome as Attempt['outcome'] })); // checked by the table
}

/** @throws Refusal conflict when another process makes the same attempt */
export async function insertAttempt(tx: Tx, key: DeliveryKey, number: number, at: Temporal.Instant): Promise<void> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('exchange.attempt')
    .values({ authority_id: key.authority, delivery_id: key.delivery, number, started_at: at })
    .onConflict((conflict) => conflict.columns(['authority_id', 'delivery_id', 'number']).doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) throw new Refusal('conflict', 'exchange.delivery.under-way');
}

export async function endAttempt(
  tx: Tx,
  key: DeliveryKey,
  number: number,
  { outcome, detail }: Outcome,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('exchange.attempt')
    .set({ outcome, detail, ended_at: at })
    .where('authority_id', '=', key.authority)
    .where('delivery_id', '=', key.delivery)
    .where('number', '=', number)
    .where('outcome', 'is', null)
    .execute();
}

export async function setState(
  tx: Tx,
  key: DeliveryKey,
  state: DeliveryState,
  receipt: Receipt | null,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('exchange.delivery')
    .set({ state, changed_at: at, ...(receipt ? { receipt: JSON.stringify(receipt) } : {}) })
    .where('authority_id', '=', key.authority)
    .where('delivery_id', '=', key.delivery)
    .execute();
}

/** As the operator sees it. */
export type TroubledDelivery = DeliveryKey & {
  readonly destination: string;
  readonly name: string;
  readonly state: DeliveryState;
  readonly changedAt: Temporal.Instant;
  readonly attempts: number;
  readonly detail: string | null;
};

type TroubledRow = {
  authority_id: AuthorityId;
  delivery_id: string;
  destination: string;
  name: string;
  state: DeliveryState;
  changed_at: Temporal.Instant;
  attempts: number;
  detail: string | null;
};

/** Across all authorities; only for the operator. */
export async function loadTroubled(tx: Tx, before: Temporal.Instant, most: number): Promise<TroubledDelivery[]> {
  const { rows } = await sql<TroubledRow>`
    select authority_id, delivery_id, destination, name, state, changed_at, attempts, detail
    from exchange.troubled_deliveries(${before}, ${most})`.execute(tx);
  return rows.map(({ authority_id, delivery_id, changed_at, destination, name, state, attempts, detail }) => ({
    ...{ authority: authority_id, delivery: delivery_id, changedAt: changed_at },
    ...{ destination, name, state, attempts, detail },
  }));
}

/** Across all authorities, for the nightly removal of files. */
export async function namedFiles(tx: Tx, digests: readonly FileDigest[]): Promise<FileDigest[]> {
  const { rows } = await sql<{ digest: FileDigest }>`
    select digest from exchange.named_files(${`{${digests.join()}}`}::text[]) as digest`.execute(tx);
  return rows.map(({ digest }) => digest);
}
