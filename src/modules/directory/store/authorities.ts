import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Authority, AuthorityKind, Contact } from '../authority.ts';

const columns = [
  'authority_id',
  'kind',
  'country',
  'code',
  'name',
  'slug',
  'county',
  'population',
  'joined_at',
  'ready_at',
  'accent',
  'host_name',
  'contact',
  'revision',
] as const;

function authorities(tx: Tx) {
  return tx.selectFrom('directory.authority').select(columns);
}

type Row = Awaited<ReturnType<ReturnType<typeof authorities>['execute']>>[number];

/** Kind, country and contact are what the table's checks and our own writes make them. */
function ofRow(row: Row): Authority {
  return {
    id: row.authority_id as AuthorityId,
    kind: row.kind as AuthorityKind,
    country: row.country as Authority['country'],
    code: row.code,
    name: row.name,
    slug: row.slug,
    county: row.county,
    population: row.population,
    joinedAt: row.joined_at,
    readyAt: row.ready_at,
    accent: row.accent,
    hostName: row.host_name,
    contact: row.contact as Contact,
    revision: row.revision,
  };
}

export async function loadAuthority(tx: Tx, id: AuthorityId): Promise<Authority | undefined> {
  const row = await authorities(tx).where('authority_id', '=', id).executeTakeFirst();
  return row && ofRow(row);
}

export async function loadAuthorityBySlug(tx: Tx, slug: string): Promise<Authority | undefined> {
  const row = await authorities(tx).where('slug', '=', slug).executeTakeFirst();
  return row && ofRow(row);
}

export async function loadAuthorities(tx: Tx, ids: readonly AuthorityId[]): Promise<Authority[]> {
  const rows = await authorities(tx)
    .where('authority_id', '=', sql<number>`any (${`{${ids.join()}}`}::int[])`)
    .execute();
  return rows.map(ofRow);
}

/** Every municipality of the table, joined or not: 306, and at most a few hundred more. */
export async function loadMunicipalities(tx: Tx): Promise<Authority[]> {
  const rows = await authorities(tx).where('kind', '=', 'municipality').execute();
  return rows.map(ofRow);
}

/** @returns false when it had joined already */
export async function setJoined(tx: Tx, id: AuthorityId, at: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('directory.authority')
    .set({ joined_at: at })
    .where('authority_id', '=', id)
    .where('joined_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function setReady(tx: Tx, id: AuthorityId, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('directory.authority')
    .set({ ready_at: at })
    .where('authority_id', '=', id)
    .where('joined_at', 'is not', null)
    .where('ready_at', 'is', null)
    .execute();
}

export async function countNotReady(tx: Tx, ids: readonly AuthorityId[]): Promise<number> {
  const { waiting } = await tx
    .selectFrom('directory.authority')
    .select((of) => of.fn.countAll<bigint>().as('waiting'))
    .where('authority_id', '=', sql<number>`any (${`{${ids.join()}}`}::int[])`)
    .where('ready_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(waiting);
}

export type SettingsRow = { readonly contact: Contact; readonly accent: string | null };

/** @throws Refusal conflict when somebody else has changed the settings since `revision` was read */
export async function updateSettings(tx: Tx, id: AuthorityId, revision: number, to: SettingsRow): Promise<void> {
  const { numUpdatedRows } = await tx
    .updateTable('directory.authority')
    .set({ contact: JSON.stringify(to.contact), accent: to.accent, revision: revision + 1 })
    .where('authority_id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new Refusal('conflict', 'directory.settings.changed-meanwhile');
}

/** @throws Refusal conflict when another authority has the host name */
export async function setHostName(tx: Tx, id: AuthorityId, hostName: string | null): Promise<void> {
  const { rows } = await sql<{ set: boolean }>`select directory.set_host_name(${id}::int, ${hostName}) as set`.execute(
    tx,
  );
  if (!rows[0]?.set) throw new Refusal('conflict', 'directory.host-name.taken', { host: hostName ?? '' });
}

export async function loadAuthorityOfHost(tx: Tx, host: string): Promise<AuthorityId | undefined> {
  const { rows } = await sql<{ id: number | null }>`select directory.authority_of_host(${host}) as id`.execute(tx);
  return (rows[0]?.id ?? undefined) as AuthorityId | undefined;
}
