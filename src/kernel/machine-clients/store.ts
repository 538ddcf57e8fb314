import { sql } from 'kysely';
import type { Tx } from '../database/connection.ts';
import type { AuthorityId } from '../ids.ts';

/** What a machine may be let do; each is given by itself, and none holds another. */
export const machineRights = [
  'cases.read',
  'mandates.check',
  'mandates.search',
  'mandates.revoke',
  'payroll.facts',
] as const;
export type MachineRight = (typeof machineRights)[number];

export type MachineClient = {
  readonly id: string;
  readonly authority: AuthorityId;
  readonly name: string;
  readonly rights: readonly MachineRight[];
};

export type ListedClient = MachineClient & {
  readonly madeAt: Temporal.Instant;
  readonly madeBy: string;
  readonly expiresAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | null;
};

export async function findByKey(tx: Tx, hash: Buffer, at: Temporal.Instant): Promise<MachineClient | null> {
  const { rows } = await sql<{ client_id: string; authority_id: number; name: string; rights: string[] }>`
    select client_id, authority_id, name, rights from kernel.machine_client_by_key(${hash}, ${at})`.execute(tx);
  const [row] = rows;
  if (!row) return null;
  const rights = machineRights.filter((right) => row.rights.includes(right));
  return { id: row.client_id, authority: row.authority_id as AuthorityId, name: row.name, rights };
}

export async function listClients(tx: Tx, authority: AuthorityId): Promise<ListedClient[]> {
  const rows = await tx
    .selectFrom('kernel.machine_client')
    .select(['client_id', 'name', 'rights', 'made_at', 'made_by', 'expires_at', 'ended_at'])
    .where('authority_id', '=', authority)
    .orderBy('made_at', 'desc')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    ...{ id: row.client_id, authority, name: row.name, madeBy: row.made_by },
    rights: machineRights.filter((right) => row.rights.includes(right)),
    ...{ madeAt: row.made_at, expiresAt: row.expires_at, endedAt: row.ended_at },
  }));
}

export type NewClient = Omit<ListedClient, 'endedAt'> & { readonly keyHash: Buffer };

export async function insertClient(tx: Tx, client: NewClient): Promise<void> {
  await tx
    .insertInto('kernel.machine_client')
    .values({
      authority_id: client.authority,
      client_id: client.id,
      name: client.name,
      key_hash: client.keyHash,
      rights: [...client.rights],
      made_at: client.madeAt,
      made_by: client.madeBy,
      expires_at: client.expiresAt,
    })
    .execute();
}

/** @returns whether there was one to end */
export async function endClient(tx: Tx, authority: AuthorityId, id: string, at: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('kernel.machine_client')
    .set({ ended_at: at })
    .where('authority_id', '=', authority)
    .where('client_id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
