import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId, FileDigest, PartyId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { KeptMapping, MappingKey } from '../file.ts';
import type { MappingBody } from '../mapping.ts';

const columns = [
  ...(['authority_id', 'mapping_id', 'name', 'target', 'revision', 'body', 'sample_sha256', 'sample_name'] as const),
  ...(['account_to', 'changed_at', 'changed_by_name'] as const),
] as const;

type Row = {
  authority_id: number;
  mapping_id: string;
  name: string;
  target: string;
  revision: number;
  body: unknown;
  sample_sha256: string | null;
  sample_name: string | null;
  account_to: string | null;
  changed_at: Temporal.Instant;
  changed_by_name: string;
};

function mappingOf(row: Row): KeptMapping {
  return {
    authority: row.authority_id as AuthorityId,
    mapping: row.mapping_id,
    name: row.name,
    target: row.target,
    revision: row.revision,
    body: row.body as MappingBody, // written by `insertMapping` and `updateMapping` only
    sample: row.sample_sha256 ? { digest: row.sample_sha256 as FileDigest, name: row.sample_name ?? '' } : null,
    accountTo: row.account_to,
    changedAt: row.changed_at,
    changedByName: row.changed_by_name,
  };
}

/** Of those targets. */
export async function loadMappings(tx: Tx, authority: AuthorityId, targets: readonly string[]): Promise<KeptMapping[]> {
  const rows = await tx
    .selectFrom('intake.mapping')
    .select(columns)
    .where('authority_id', '=', authority)
    .where('target', 'in', [...targets])
    .orderBy('name')
    .orderBy('mapping_id')
    .execute();
  return rows.map(mappingOf);
}

/** @throws Refusal not-found */
export async function loadMapping(tx: Tx, key: MappingKey): Promise<KeptMapping> {
  const row = await tx
    .selectFrom('intake.mapping')
    .select(columns)
    .where('authority_id', '=', key.authority)
    .where('mapping_id', '=', key.mapping)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found', 'intake.mapping.unknown');
  return mappingOf(row);
}

export type MappingFacts = Pick<KeptMapping, 'name' | 'body' | 'sample' | 'accountTo'>;
export type Editor = { readonly party: PartyId; readonly name: string; readonly at: Temporal.Instant };

export async function insertMapping(
  tx: Tx,
  key: MappingKey,
  target: string,
  facts: MappingFacts,
  by: Editor,
): Promise<void> {
  await tx
    .insertInto('intake.mapping')
    .values({ authority_id: key.authority, mapping_id: key.mapping, target, ...written(facts, by) })
    .execute();
}

/** @throws Refusal conflict when somebody else has changed it since that revision */
export async function updateMapping(
  tx: Tx,
  key: MappingKey,
  revision: number,
  facts: MappingFacts,
  by: Editor,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('intake.mapping')
    .set({ ...written(facts, by), revision: revision + 1 })
    .where('authority_id', '=', key.authority)
    .where('mapping_id', '=', key.mapping)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Refusal('conflict', 'intake.mapping.changed-meanwhile');
}

function written({ name, body, sample, accountTo }: MappingFacts, by: Editor) {
  return {
    name,
    body: JSON.stringify(body),
    sample_sha256: sample?.digest ?? null,
    sample_name: sample?.name ?? null,
    account_to: accountTo,
    changed_at: by.at,
    changed_by: by.party,
    changed_by_name: by.name,
  };
}

/** Across all authorities, for the nightly removal of files. */
export async function namedFiles(tx: Tx, digests: readonly FileDigest[]): Promise<FileDigest[]> {
  const { rows } = await sql<{ digest: FileDigest }>`
    select digest from intake.named_files(${`{${digests.join()}}`}::text[]) as digest`.execute(tx);
  return rows.map(({ digest }) => digest);
}
