import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import { onUnique } from '../../../kernel/database/on-conflict.ts';
import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { DestinationKey } from '../delivery.ts';
import type { KnownFile, LookOutcome, SourceKind } from '../fetching/source.ts';

export type SourceKey = { readonly authority: AuthorityId; readonly source: string };

/** A folder of a destination that files are fetched from. */
export type Source = SourceKey &
  DestinationKey & {
    readonly kind: SourceKind;
    readonly folder: string;
    readonly doneFolder: string | null;
    readonly ended: boolean;
    readonly lookedAt: Temporal.Instant | null;
    readonly outcome: LookOutcome | null;
    readonly detail: string | null;
    readonly files: readonly KnownFile[];
  };

const columns = sql`authority_id as authority, source_id::text as source, destination_id::text as destination, kind, folder,
  done_folder as "doneFolder", ended_at is not null as ended, looked_at as "lookedAt", outcome, detail, files`;

/** @throws Refusal conflict when files are fetched from the folder already */
export async function insertSource(
  tx: Tx,
  one: Pick<Source, 'authority' | 'source' | 'destination' | 'kind' | 'folder' | 'doneFolder'>,
  by: { readonly party: PartyId; readonly name: string; readonly at: Temporal.Instant },
): Promise<void> {
  await sql`
    insert into exchange.source (authority_id, source_id, destination_id, kind, folder, done_folder, added_at, added_by,
      added_by_name)
    values (${one.authority}, ${one.source}::uuid, ${one.destination}::uuid, ${one.kind}, ${one.folder}, ${one.doneFolder},
      ${by.at.toString()}::timestamptz, ${by.party}::uuid, ${by.name})`
    .execute(tx)
    .catch(onUnique('exchange.source.folder-taken'));
}

/** @throws Refusal not-found */
export async function loadSource(tx: Tx, { authority, source }: SourceKey): Promise<Source> {
  const { rows } = await sql<Source>`
    select ${columns} from exchange.source where authority_id = ${authority} and source_id = ${source}::uuid`.execute(
    tx,
  );
  const [found] = rows;
  if (!found) throw new Refusal('not-found', 'exchange.source.unknown');
  return found;
}

/** What files are fetched from at a destination. */
export async function loadSources(tx: Tx, { authority, destination }: DestinationKey): Promise<readonly Source[]> {
  const { rows } = await sql<Source>`
    select ${columns} from exchange.source
    where authority_id = ${authority} and destination_id = ${destination}::uuid and ended_at is null
    order by folder, source_id`.execute(tx);
  return rows;
}

export async function setLooked(
  tx: Tx,
  { authority, source }: SourceKey,
  look: { readonly at: Temporal.Instant } & Pick<Source, 'outcome' | 'detail' | 'files'>,
): Promise<void> {
  await sql`
    update exchange.source set looked_at = ${look.at.toString()}::timestamptz, outcome = ${look.outcome},
      detail = ${look.detail}, files = ${JSON.stringify(look.files)}::jsonb
    where authority_id = ${authority} and source_id = ${source}::uuid`.execute(tx);
}

export async function endSource(tx: Tx, { authority, source }: SourceKey, at: Temporal.Instant): Promise<void> {
  await sql`
    update exchange.source set ended_at = ${at.toString()}::timestamptz
    where authority_id = ${authority} and source_id = ${source}::uuid and ended_at is null`.execute(tx);
}

/** Of all authorities, longest not looked in first. */
export async function sourcesToLookIn(tx: Tx, most: number): Promise<readonly SourceKey[]> {
  const { rows } = await sql<SourceKey>`
    select authority_id as authority, source_id::text as source from exchange.sources_to_look_in(${most})`.execute(tx);
  return rows;
}

export type TroubledSource = SourceKey & {
  readonly destination: string;
  readonly folder: string;
  readonly outcome: Exclude<LookOutcome, 'answered'>;
  readonly detail: string | null;
  readonly lookedAt: Temporal.Instant;
};

/** Of all authorities, for the operator. */
export async function loadTroubledSources(tx: Tx, most: number): Promise<readonly TroubledSource[]> {
  const { rows } = await sql<TroubledSource>`
    select authority_id as authority, source_id::text as source, destination, folder, outcome, detail,
      looked_at as "lookedAt"
    from exchange.troubled_sources(${most})`.execute(tx);
  return rows;
}
