import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId, FileDigest, PartyId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { FileKey, FileState, IntakeFile } from '../file.ts';
import type { MappingBody } from '../mapping.ts';
import type { FileFault } from '../read/source-row.ts';

const columns = [
  ...([
    'authority_id',
    'file_id',
    'mapping_id',
    'mapping_revision',
    'target',
    'body',
    'name',
    'sha256',
    'size',
  ] as const),
  ...(['received_at', 'received_by', 'received_by_name', 'account_to', 'state', 'fault'] as const),
] as const;

type Row = {
  authority_id: number;
  file_id: string;
  mapping_id: string;
  mapping_revision: number;
  target: string;
  body: unknown;
  name: string;
  sha256: string;
  size: bigint;
  received_at: Temporal.Instant;
  received_by: string | null;
  received_by_name: string;
  account_to: string | null;
  state: string;
  fault: unknown;
};

function fileOf(row: Row): IntakeFile {
  return {
    authority: row.authority_id as AuthorityId,
    file: row.file_id,
    mapping: row.mapping_id,
    revision: row.mapping_revision,
    target: row.target,
    body: row.body as MappingBody, // as the mapping was
    name: row.name,
    digest: row.sha256 as FileDigest,
    size: Number(row.size),
    receivedAt: row.received_at,
    receivedBy: row.received_by as PartyId | null,
    receivedByName: row.received_by_name,
    accountTo: row.account_to,
    state: row.state as FileState, // checked by the table
    fault: row.fault as FileFault | null, // written by `setFileState` only
  };
}

/** @returns false when the same content has come by the same revision of the mapping before */
export async function insertFile(tx: Tx, file: Omit<IntakeFile, 'fault' | 'state'>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('intake.file')
    .values({
      authority_id: file.authority,
      file_id: file.file,
      mapping_id: file.mapping,
      mapping_revision: file.revision,
      target: file.target,
      body: JSON.stringify(file.body),
      name: file.name,
      sha256: file.digest,
      size: BigInt(file.size),
      received_at: file.receivedAt,
      received_by: file.receivedBy,
      received_by_name: file.receivedByName,
      account_to: file.accountTo,
      state: 'reading',
      changed_at: file.receivedAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'mapping_id', 'mapping_revision', 'sha256']).doNothing(),
    )
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** @throws Refusal not-found */
export async function loadFile(tx: Tx, key: FileKey): Promise<IntakeFile> {
  const row = await tx
    .selectFrom('intake.file')
    .select(columns)
    .where('authority_id', '=', key.authority)
    .where('file_id', '=', key.file)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found', 'intake.file.unknown');
  return fileOf(row);
}

/** Of those targets, the latest first. */
export async function loadFiles(
  tx: Tx,
  authority: AuthorityId,
  targets: readonly string[],
  most: number,
): Promise<IntakeFile[]> {
  const rows = await tx
    .selectFrom('intake.file')
    .select(columns)
    .where('authority_id', '=', authority)
    .where('target', 'in', [...targets])
    .orderBy('received_at', 'desc')
    .orderBy('file_id')
    .limit(most)
    .execute();
  return rows.map(fileOf);
}

/** @returns false when it was not in that state (any longer) */
export async function setFileState(
  tx: Tx,
  key: FileKey,
  from: readonly FileState[],
  state: FileState,
  at: Temporal.Instant,
  fault: FileFault | null = null,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('intake.file')
    .set({ state, fault: fault && JSON.stringify(fault), changed_at: at })
    .where('authority_id', '=', key.authority)
    .where('file_id', '=', key.file)
    .where('state', 'in', [...from])
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}
