import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { DestinationKey } from '../delivery.ts';
import type { Difference, Reconciled } from '../reconcile.ts';

export type Destination = DestinationKey & {
  readonly name: string;
  /** Null is one that is reached by SFTP. */
  readonly url: string | null;
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly folder: string;
  readonly hostKey: string;
  readonly publicKey: string;
  readonly sealedKey: string;
  readonly collects: boolean;
};

const columns = [
  ...(['authority_id', 'destination_id', 'name', 'host', 'port', 'username', 'folder', 'host_key'] as const),
  ...(['public_key', 'sealed_key', 'collects', 'url'] as const),
] as const;

type Row = {
  authority_id: number;
  destination_id: string;
  name: string;
  host: string;
  port: number;
  username: string;
  folder: string;
  host_key: string;
  public_key: string;
  sealed_key: string;
  collects: boolean;
  url: string | null;
};

function destinationOf(row: Row): Destination {
  const { name, host, port, username, folder, collects } = row;
  return {
    ...{
      authority: row.authority_id as AuthorityId,
      destination: row.destination_id,
      name,
      host,
      port,
      username,
      folder,
    },
    ...{ hostKey: row.host_key, publicKey: row.public_key, sealedKey: row.sealed_key, collects },
    url: row.url,
  };
}

export async function loadDestinations(tx: Tx, authority: AuthorityId): Promise<Destination[]> {
  const rows = await tx
    .selectFrom('exchange.destination')
    .select(columns)
    .where('authority_id', '=', authority)
    .orderBy('name')
    .orderBy('destination_id')
    .execute();
  return rows.map(destinationOf);
}

/** @throws Refusal not-found */
export async function loadDestination(tx: Tx, key: DestinationKey): Promise<Destination> {
  const row = await tx
    .selectFrom('exchange.destination')
    .select(columns)
    .where('authority_id', '=', key.authority)
    .where('destination_id', '=', key.destination)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found', 'exchange.destination.unknown');
  return destinationOf(row);
}

export async function insertDestination(
  tx: Tx,
  one: Destination,
  by: { readonly party: PartyId; readonly name: string; readonly at: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('exchange.destination')
    .values({
      ...{ authority_id: one.authority, destination_id: one.destination, name: one.name },
      ...{ kind: one.url === null ? 'sftp' : 'https', url: one.url },
      ...{ host: one.host, port: one.port, username: one.username, folder: one.folder, host_key: one.hostKey },
      ...{ public_key: one.publicKey, sealed_key: one.sealedKey, collects: one.collects },
      ...{ added_at: by.at, added_by: by.party, added_by_name: by.name },
    })
    .execute();
}

export type Reconciliation = Reconciled & { readonly at: Temporal.Instant; readonly state: 'answered' | 'failed' };

export async function insertReconciliation(tx: Tx, key: DestinationKey, one: Reconciliation): Promise<void> {
  await tx
    .insertInto('exchange.reconciliation')
    .values({
      ...{ authority_id: key.authority, destination_id: key.destination, at: one.at, state: one.state },
      ...{ agreed: one.agreed, differences: JSON.stringify(one.differences) },
    })
    .onConflict((conflict) => conflict.columns(['authority_id', 'destination_id', 'at']).doNothing())
    .execute();
}

/** The latest. */
export async function loadReconciliation(tx: Tx, key: DestinationKey): Promise<Reconciliation | undefined> {
  const row = await tx
    .selectFrom('exchange.reconciliation')
    .select(['at', 'state', 'agreed', 'differences'])
    .where('authority_id', '=', key.authority)
    .where('destination_id', '=', key.destination)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const { at, agreed } = row;
  // checked by the table, and written by `insertReconciliation` only
  return {
    at,
    agreed,
    state: row.state as Reconciliation['state'],
    differences: row.differences as unknown as Difference[],
  };
}
