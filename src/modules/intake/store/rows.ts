import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import type { Reason } from '../check-row.ts';
import type { FileKey, RowState } from '../file.ts';

/** A row as it is kept; its cells are sealed by `row-secrets.ts`. */
export type KeptRow = {
  readonly number: number;
  readonly state: RowState;
  readonly keyIndex: Buffer | null;
  readonly digest: Buffer | null;
  readonly sealed: string | null;
  readonly reasons: readonly Reason[];
  readonly mendedBy?: PartyId | null;
};

type InJson = { n: number; state: RowState; key: string | null; digest: string | null; sealed: string | null };

/** Rows that have been read; one that is there already stays as it is. */
export async function insertRows(tx: Tx, key: FileKey, rows: readonly KeptRow[]): Promise<void> {
  const body: (InJson & { reasons: readonly Reason[] })[] = rows.map((row) => ({
    ...{ n: row.number, state: row.state, sealed: row.sealed, reasons: row.reasons },
    ...{ key: row.keyIndex?.toString('hex') ?? null, digest: row.digest?.toString('hex') ?? null },
  }));
  await sql`
    insert into intake.row (authority_id, file_id, row_number, state, key_index, digest, sealed, reasons)
    select ${key.authority}::int, ${key.file}::uuid, n, state, decode(key, 'hex'), decode(digest, 'hex'), sealed, reasons
    from jsonb_to_recordset(${JSON.stringify(body)}::jsonb)
      as read (n int, state text, key text, digest text, sealed text, reasons jsonb)
    on conflict (authority_id, file_id, row_number) do nothing`.execute(tx);
}

/** The number of the last row that has been read; 0 when none has. */
export async function lastRowRead(tx: Tx, key: FileKey): Promise<number> {
  const row = await tx
    .selectFrom('intake.row')
    .select((of) => of.fn.max('row_number').as('last'))
    .where('authority_id', '=', key.authority)
    .where('file_id', '=', key.file)
    .executeTakeFirst();
  return row?.last ?? 0;
}

/** Waiting rows that say something else than another row of the file about the same: a person says which is right. */
export async function quarantineContradictions(tx: Tx, key: FileKey): Promise<void> {
  const reasons: readonly Reason[] = [{ reason: 'contradicts' }];
  await sql`
    update intake.row r set state = 'quarantined', reasons = ${JSON.stringify(reasons)}::jsonb
    where r.authority_id = ${key.authority} and r.file_id = ${key.file} and r.state = 'waiting' and exists (
      select from intake.row other
      where other.authority_id = ${key.authority} and other.file_id = ${key.file}
        and other.key_index = r.key_index and other.digest <> r.digest and other.state <> 'quarantined'
    )`.execute(tx);
}

const kept = ['row_number', 'state', 'key_index', 'digest', 'sealed', 'reasons', 'mended_by'] as const;
type Row = {
  row_number: number;
  state: string;
  key_index: Buffer | null;
  digest: Buffer | null;
  sealed: string | null;
  reasons: unknown;
  mended_by: string | null;
};

function rowOf(row: Row): KeptRow {
  return {
    number: row.row_number,
    state: row.state as RowState, // checked by the table
    keyIndex: row.key_index,
    digest: row.digest,
    sealed: row.sealed,
    reasons: row.reasons as readonly Reason[], // written by this module only
    mendedBy: row.mended_by as PartyId | null,
  };
}

/** The next rows to take, held until the transaction ends: nobody else takes them meanwhile. */
export async function holdWaiting(tx: Tx, key: FileKey, most: number): Promise<KeptRow[]> {
  const rows = await tx
    .selectFrom('intake.row')
    .select(kept)
    .where('authority_id', '=', key.authority)
    .where('file_id', '=', key.file)
    .where('state', '=', 'waiting')
    .orderBy('row_number')
    .limit(most)
    .forUpdate()
    .execute();
  return rows.map(rowOf);
}

export async function loadRows(tx: Tx, key: FileKey, state: RowState, after: number, most: number): Promise<KeptRow[]> {
  const rows = await tx
    .selectFrom('intake.row')
    .select(kept)
    .where('authority_id', '=', key.authority)
    .where('file_id', '=', key.file)
    .where('state', '=', state)
    .where('row_number', '>', after)
    .orderBy('row_number')
    .limit(most)
    .execute();
  return rows.map(rowOf);
}

/** All rows in their order, as the account tells of them. */
export async function loadOutcomes(tx: Tx, key: FileKey, after: number, most: number): Promise<KeptRow[]> {
  const rows = await tx
    .selectFrom('intake.row')
    .select(kept)
    .where('authority_id', '=', key.authority)
    .where('file_id', '=', key.file)
    .where('row_number', '>', after)
    .orderBy('row_number')
    .limit(most)
    .execute();
  return rows.map(rowOf);
}

export type Outcome = { readonly number: number; readonly state: RowState; readonly reasons: readonly Reason[] };

/** What has become of waiting rows; their cells are kept only for those that a person is to mend. */
export async function setOutcomes(tx: Tx, key: FileKey, outcomes: readonly Outcome[]): Promise<void> {
  await sql`
    update intake.row r set state = o.state, reasons = o.reasons,
      sealed = case when o.state = 'quarantined' then r.sealed end
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o (number int, state text, reasons jsonb)
    where r.authority_id = ${key.authority} and r.file_id = ${key.file} and r.row_number = o.number
      and r.state = 'waiting'`.execute(tx);
}

/** @returns false when the row is not in quarantine (any longer) */
export async function mendRow(
  tx: Tx,
  key: FileKey,
  row: Omit<KeptRow, 'state' | 'reasons' | 'mendedBy'>,
  by: { readonly party: PartyId; readonly name: string; readonly at: Temporal.Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('intake.row')
    .set({
      ...{ state: 'waiting', key_index: row.keyIndex, digest: row.digest, sealed: row.sealed, reasons: '[]' },
      ...{ mended_at: by.at, mended_by: by.party, mended_by_name: by.name },
    })
    .where('authority_id', '=', key.authority)
    .where('file_id', '=', key.file)
    .where('row_number', '=', row.number)
    .where('state', '=', 'quarantined')
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** How many are in each state that some are in; `countsOf` makes it whole. */
export async function countRows(tx: Tx, { authority, file }: FileKey): Promise<[RowState, number][]> {
  const rows = await tx
    .selectFrom('intake.row')
    .select(['state', (of) => of.fn.countAll<bigint>().as('count')])
    .where('authority_id', '=', authority)
    .where('file_id', '=', file)
    .groupBy('state')
    .execute();
  return rows.map(({ state, count }) => [state as RowState, Number(count)]); // checked by the table
}
