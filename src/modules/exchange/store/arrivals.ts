import type { Tx } from '../../../kernel/database/connection.ts';
import { onUnique } from '../../../kernel/database/on-conflict.ts';
import type { AuthorityId, FileDigest } from '../../../kernel/ids.ts';
import type { Arrival, Place } from '../arrivals/arrival.ts';

/** @throws Refusal conflict when the name has just been taken */
export async function insertArrival(tx: Tx, one: Arrival): Promise<void> {
  await tx
    .insertInto('exchange.arrival')
    .values({
      ...{ authority_id: one.authority, arrival_id: one.arrival, place_id: one.place, name: one.name },
      ...{ origin: one.origin, origin_name: one.originName, sha256: one.digest, size: BigInt(one.size) },
      ...{ at: one.at, file_id: one.file },
    })
    .execute()
    .catch(onUnique('exchange.arrival.name-taken'));
}

const columns = [
  ...(['authority_id', 'arrival_id', 'place_id', 'name', 'origin', 'origin_name', 'sha256', 'size'] as const),
  ...(['at', 'file_id'] as const),
] as const;

type Row = {
  authority_id: number;
  arrival_id: string;
  place_id: string;
  name: string;
  origin: string;
  origin_name: string;
  sha256: string;
  size: bigint;
  at: Temporal.Instant;
  file_id: string;
};

function arrivalOf(row: Row): Arrival {
  return {
    ...{ authority: row.authority_id as AuthorityId, arrival: row.arrival_id, place: row.place_id, name: row.name },
    origin: row.origin as Arrival['origin'], // checked by the table
    ...{ originName: row.origin_name, digest: row.sha256 as FileDigest, size: Number(row.size) },
    ...{ at: row.at, file: row.file_id },
  };
}

function arrivals(tx: Tx, authority: AuthorityId) {
  return tx.selectFrom('exchange.arrival').select(columns).where('authority_id', '=', authority);
}

export async function arrivalNamed(tx: Tx, { authority, place }: Place, name: string): Promise<Arrival | undefined> {
  const row = await arrivals(tx, authority).where('place_id', '=', place).where('name', '=', name).executeTakeFirst();
  return row && arrivalOf(row);
}

/** What has come to one place, by name: what a sender compares with what it has sent. */
export async function arrivalsAt(tx: Tx, { authority, place }: Place, after: string, most: number): Promise<Arrival[]> {
  const rows = await arrivals(tx, authority)
    .where('place_id', '=', place)
    .where('name', '>', after)
    .orderBy('name')
    .limit(most)
    .execute();
  return rows.map(arrivalOf);
}

/** The latest first. */
export async function latestArrivals(tx: Tx, authority: AuthorityId, most: number): Promise<Arrival[]> {
  const rows = await arrivals(tx, authority).orderBy('at', 'desc').orderBy('arrival_id').limit(most).execute();
  return rows.map(arrivalOf);
}

/** Of what other systems have sent: what was fetched has no description that may have changed. */
export async function arrivalsSince(tx: Tx, authority: AuthorityId, since: Temporal.Instant): Promise<Arrival[]> {
  const rows = await arrivals(tx, authority)
    .where('at', '>=', since)
    .where('origin', '=', 'machine')
    .orderBy('at')
    .orderBy('arrival_id')
    .execute();
  return rows.map(arrivalOf);
}

export async function setReplayed(tx: Tx, one: Arrival, file: string, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('exchange.arrival')
    .set({ file_id: file, replayed_at: at })
    .where('authority_id', '=', one.authority)
    .where('arrival_id', '=', one.arrival)
    .execute();
}
