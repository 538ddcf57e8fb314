import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Push, PushKey, PushKind, PushOutcome, SubscriberKey } from '../webhooks/push.ts';

export type Subscriber = SubscriberKey & {
  readonly name: string;
  readonly url: string;
  readonly sealedSecret: string;
  readonly kinds: readonly PushKind[];
  readonly addedAt: Temporal.Instant;
  readonly addedByName: string;
  readonly endedAt: Temporal.Instant | null;
};

export type PushState = 'waiting' | PushOutcome['outcome'];
export type KeptPush = Push & {
  readonly state: PushState;
  /** The last attempt's code, and how many there were. */
  readonly detail: string | null;
  readonly attempts: number;
};

const columns = [
  ...(['authority_id', 'subscriber_id', 'name', 'url', 'sealed_secret', 'kinds'] as const),
  ...(['added_at', 'added_by_name', 'ended_at'] as const),
] as const;

type Row = {
  authority_id: number;
  subscriber_id: string;
  name: string;
  url: string;
  sealed_secret: string;
  kinds: string[];
  added_at: Temporal.Instant;
  added_by_name: string;
  ended_at: Temporal.Instant | null;
};

function subscriberOf(row: Row): Subscriber {
  return {
    ...{ authority: row.authority_id as AuthorityId, subscriber: row.subscriber_id, name: row.name, url: row.url },
    ...{ sealedSecret: row.sealed_secret, kinds: row.kinds as PushKind[] }, // written by `insertSubscriber` only
    ...{ addedAt: row.added_at, addedByName: row.added_by_name, endedAt: row.ended_at },
  };
}

export async function loadSubscribers(tx: Tx, authority: AuthorityId): Promise<Subscriber[]> {
  const rows = await tx
    .selectFrom('exchange.subscriber')
    .select(columns)
    .where('authority_id', '=', authority)
    .orderBy('added_at', 'desc')
    .orderBy('subscriber_id', 'desc')
    .limit(100)
    .execute();
  return rows.map(subscriberOf);
}

/** @throws Refusal not-found */
export async function loadSubscriber(tx: Tx, { authority, subscriber }: SubscriberKey): Promise<Subscriber> {
  const row = await tx
    .selectFrom('exchange.subscriber')
    .select(columns)
    .where('authority_id', '=', authority)
    .where('subscriber_id', '=', subscriber)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found', 'exchange.subscriber.unknown');
  return subscriberOf(row);
}

export async function insertSubscriber(
  tx: Tx,
  one: Pick<Subscriber, 'authority' | 'subscriber' | 'name' | 'url' | 'sealedSecret' | 'kinds'>,
  by: { readonly party: PartyId; readonly name: string; readonly at: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('exchange.subscriber')
    .values({
      ...{ authority_id: one.authority, subscriber_id: one.subscriber, name: one.name, url: one.url },
      ...{ sealed_secret: one.sealedSecret, kinds: [...one.kinds] },
      ...{ added_at: by.at, added_by: by.party, added_by_name: by.name },
    })
    .execute();
}

export async function endSubscriber(
  tx: Tx,
  { authority, subscriber }: SubscriberKey,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('exchange.subscriber')
    .set({ ended_at: at })
    .where('authority_id', '=', authority)
    .where('subscriber_id', '=', subscriber)
    .where('ended_at', 'is', null)
    .execute();
}

/** @returns false when it is there already */
export async function insertPush(tx: Tx, push: Push): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('exchange.push')
    .values({
      ...{ authority_id: push.authority, push_id: push.push, subscriber_id: push.subscriber, kind: push.kind },
      ...{ subject: push.subject, seq: push.seq, at: push.at, state: 'waiting', changed_at: push.at },
    })
    .onConflict((conflict) => conflict.columns(['authority_id', 'push_id']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** @throws Refusal not-found */
export async function loadPush(tx: Tx, { authority, push }: PushKey): Promise<Push & { readonly state: PushState }> {
  const row = await tx
    .selectFrom('exchange.push')
    .select(['subscriber_id', 'kind', 'subject', 'seq', 'at', 'state'])
    .where('authority_id', '=', authority)
    .where('push_id', '=', push)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found', 'exchange.push.unknown');
  const { subject, seq, at } = row;
  const state = row.state as PushState; // checked by the table
  return { authority, push, subscriber: row.subscriber_id, kind: row.kind as PushKind, subject, seq, at, state };
}

/** What a subscriber has been told of, the latest first. */
export async function loadPushes(tx: Tx, { authority, subscriber }: SubscriberKey, most: number): Promise<KeptPush[]> {
  type Found = {
    push_id: string;
    kind: PushKind;
    subject: string;
    seq: number;
    at: Temporal.Instant;
    state: PushState;
    detail: string | null;
    attempts: number;
  };
  const { rows } = await sql<Found>`
    select p.push_id, p.kind, p.subject, p.seq, p.at, p.state, l.detail, coalesce(l.number, 0) as attempts
    from exchange.push p
    left join lateral (
      select a.number, a.detail from exchange.push_attempt a
      where a.authority_id = p.authority_id and a.push_id = p.push_id order by a.number desc limit 1
    ) l on true
    where p.authority_id = ${authority} and p.subscriber_id = ${subscriber}
    order by p.at desc, p.push_id limit ${most}`.execute(tx);
  return rows.map(({ push_id, ...row }) => ({ ...row, authority, subscriber, push: push_id }));
}

/** @returns those that are told once more */
export async function setPushesWaiting(
  tx: Tx,
  { authority, subscriber }: SubscriberKey,
  { since, at, most }: { readonly since: Temporal.Instant; readonly at: Temporal.Instant; readonly most: number },
): Promise<string[]> {
  const { rows } = await sql<{ push_id: string }>`
    update exchange.push set state = 'waiting', changed_at = ${at}
    where authority_id = ${authority} and push_id in (
      select p.push_id from exchange.push p
      where p.authority_id = ${authority} and p.subscriber_id = ${subscriber} and p.at >= ${since}
      order by p.at limit ${most})
    returning push_id`.execute(tx);
  return rows.map(({ push_id }) => push_id);
}

export async function setPushState(
  tx: Tx,
  { authority, push }: PushKey,
  state: PushState,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('exchange.push')
    .set({ state, changed_at: at })
    .where('authority_id', '=', authority)
    .where('push_id', '=', push)
    .execute();
}

/** @returns its number */
export async function insertPushAttempt(tx: Tx, { authority, push }: PushKey, at: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    insert into exchange.push_attempt (authority_id, push_id, number, started_at)
    select ${authority}::int, ${push}::uuid, coalesce(max(a.number), 0) + 1, ${at}::timestamptz
    from exchange.push_attempt a where a.authority_id = ${authority} and a.push_id = ${push}
    returning number`.execute(tx);
  return rows[0]?.number ?? 1;
}

export async function endPushAttempt(
  tx: Tx,
  { authority, push }: PushKey,
  number: number,
  { outcome, detail }: PushOutcome,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('exchange.push_attempt')
    .set({ ended_at: at, outcome, detail })
    .where('authority_id', '=', authority)
    .where('push_id', '=', push)
    .where('number', '=', number)
    .execute();
}
