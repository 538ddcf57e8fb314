import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import { onUnique } from '../../../kernel/database/on-conflict.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';
import type { Ball } from '../item.ts';
import type { Code, CodeKind, Said } from '../meanings/meaning.ts';

/** As it is kept: with who said it. */
export type KeptMeaning = Said & { readonly madeAt: Temporal.Instant; readonly madeBy: string };

const columns = ['source_id', 'kind', 'code', 'seq', 'valid_from', 'body', 'made_at', 'made_by'] as const;

type Row = {
  readonly source_id: string;
  readonly kind: string;
  readonly code: string;
  readonly seq: number;
  readonly valid_from: Temporal.PlainDate;
  readonly body: unknown;
  readonly made_at: Temporal.Instant;
  readonly made_by: string;
};

/** The table's checks hold the kinds; only this module writes it. */
function keptFrom(row: Row): KeptMeaning {
  return {
    ...{ source: row.source_id, kind: row.kind as CodeKind, code: row.code, seq: row.seq, from: row.valid_from },
    meaning: row.body as Said['meaning'],
    ...{ madeAt: row.made_at, madeBy: row.made_by },
  };
}

/** All that has been said of any source's codes; open to all, who are told in these words. */
export async function listAllMeanings(tx: Tx): Promise<KeptMeaning[]> {
  return (await tx.selectFrom('overview.meaning').select(columns).execute()).map(keptFrom);
}

/** What one authority has said of a source's codes. */
export async function listMeanings(tx: Tx, authority: AuthorityId, source: string): Promise<KeptMeaning[]> {
  const rows = await tx
    .selectFrom('overview.meaning')
    .select(columns)
    .where('authority_id', '=', authority)
    .where('source_id', '=', source)
    .orderBy('seq', 'desc')
    .execute();
  return rows.map(keptFrom);
}

/** @throws Refusal conflict when somebody else has said something of the code first */
export async function insertMeaning(tx: Tx, authority: AuthorityId, said: KeptMeaning): Promise<void> {
  await tx
    .insertInto('overview.meaning')
    .values({
      ...{ authority_id: authority, source_id: said.source, kind: said.kind, code: said.code, seq: said.seq },
      valid_from: said.from,
      body: said.meaning === null ? null : JSON.stringify(said.meaning),
      ...{ made_at: said.madeAt, made_by: said.madeBy },
    })
    .execute()
    .catch(onUnique('overview.meanings.changed-meanwhile'));
}

/** A combination of codes that a source has answered with, and how it was told by itself. */
export type CodeSeen = {
  readonly source: string;
  readonly status: string;
  readonly type: string;
  readonly ball: Ball;
  readonly words: string;
  readonly times: number;
};

/** Distinct combinations of one source; more are not kept. */
const MOST = 1_000;
const KEPT_DAYS = 90;

/** Adds to what has been counted; what has not been seen for a quarter of a year is forgotten. */
export async function noteCodes(
  tx: Tx,
  authority: AuthorityId,
  seen: readonly CodeSeen[],
  at: Temporal.Instant,
): Promise<void> {
  const of = <K extends keyof CodeSeen>(key: K) => seen.map((one) => one[key]);
  await sql`
    delete from overview.code_seen
    where authority_id = ${authority} and last_at < ${at.subtract({ hours: 24 * KEPT_DAYS })}`.execute(tx);
  await sql`
    insert into overview.code_seen as c (authority_id, source_id, status_code, type_code, ball, words, times, first_at, last_at)
    select ${authority}::int, n.source, n.status, n.type, n.ball, n.words, n.times, ${at}::timestamptz, ${at}::timestamptz
    from unnest(${of('source')}::text[], ${of('status')}::text[], ${of('type')}::text[], ${of('ball')}::text[],
      ${of('words')}::text[], ${of('times')}::int[]) n(source, status, type, ball, words, times)
    where (select count(*) from overview.code_seen o
      where o.authority_id = ${authority} and o.source_id = n.source) < ${MOST}
    on conflict (authority_id, source_id, status_code, type_code, ball) do update
      set times = c.times + excluded.times, words = excluded.words, last_at = excluded.last_at`.execute(tx);
}

export type CountedCodes = CodeSeen & { readonly firstAt: Temporal.Instant; readonly lastAt: Temporal.Instant };

export async function listCodesSeen(tx: Tx, authority: AuthorityId, source: string): Promise<CountedCodes[]> {
  const rows = await tx
    .selectFrom('overview.code_seen')
    .select(['status_code', 'type_code', 'ball', 'words', 'times', 'first_at', 'last_at'])
    .where('authority_id', '=', authority)
    .where('source_id', '=', source)
    .orderBy('times', 'desc')
    .orderBy('status_code')
    .orderBy('type_code')
    .execute();
  return rows.map((row) => ({
    ...{ source, status: row.status_code, type: row.type_code, ball: row.ball as Ball, words: row.words },
    ...{ times: row.times, firstAt: row.first_at, lastAt: row.last_at },
  }));
}

export type UnmappedCode = Code & { readonly times: number; readonly lastAt: Temporal.Instant };

/** Codes that nobody has said anything of, whoever keeps the source: for the operator. */
export async function loadUnmapped(tx: Tx, on: Temporal.PlainDate): Promise<UnmappedCode[]> {
  type Found = { source_id: string; kind: CodeKind; code: string; times: number; last_at: Temporal.Instant };
  const { rows } = await sql<Found>`
    select source_id, kind, code, times, last_at from overview.unmapped_codes(${on})`.execute(tx);
  return rows.map((row) => ({
    ...{ source: row.source_id, kind: row.kind, code: row.code, times: row.times, lastAt: row.last_at },
  }));
}
