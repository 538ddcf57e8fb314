import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import { prepared } from '../../../kernel/database/prepared.ts';
import type { PartyId } from '../../../kernel/ids.ts';

export type SealedCopy = { readonly source: string; readonly sealed: string; readonly asOf: Temporal.Instant };

const find = prepared((tx, { party, source }: { readonly party: PartyId; readonly source: string }) =>
  tx
    .selectFrom('overview.last_known')
    .select(['sealed', 'as_of'])
    .where('party_id', '=', party)
    .where('source_id', '=', source),
);

export async function loadLastKnown(tx: Tx, party: PartyId, source: string): Promise<SealedCopy | undefined> {
  const [row] = await find(tx, { party, source });
  return row && { source, sealed: row.sealed, asOf: row.as_of };
}

type Copies = {
  readonly party: PartyId;
  readonly sources: readonly string[];
  readonly sealed: readonly string[];
  readonly asOf: readonly string[];
};

const keep = prepared(
  (_tx, { party, sources, sealed, asOf }: Copies) => sql`
    insert into overview.last_known (party_id, source_id, sealed, as_of)
    select ${party}::uuid, * from unnest(${sources}::text[], ${sealed}::text[], ${asOf}::timestamptz[])
    on conflict (party_id, source_id) do update set sealed = excluded.sealed, as_of = excluded.as_of
    where last_known.as_of < excluded.as_of`,
);

/** An older answer that comes late does not take the place of a newer one. */
export async function keepLastKnown(tx: Tx, party: PartyId, copies: readonly SealedCopy[]): Promise<void> {
  await keep(tx, {
    party,
    sources: copies.map(({ source }) => source),
    sealed: copies.map((copy) => copy.sealed),
    asOf: copies.map((copy) => copy.asOf.toString()),
  });
}

/** @returns how many were forgotten */
export async function forgetLastKnown(tx: Tx, before: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ forgotten: number }>`
    select overview.forget_last_known(${before}) as forgotten`.execute(tx);
  return rows[0]?.forgotten ?? 0;
}
