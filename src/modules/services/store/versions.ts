import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { ServiceId } from '../../../kernel/ids.ts';

export type StoredVersion = {
  readonly service: ServiceId;
  readonly version: number;
  readonly sha256: string;
  readonly definition: unknown;
};

const columns = ['service_id', 'version', 'sha256', 'definition'] as const;

type Row = { service_id: string; version: number; sha256: string; definition: unknown };

function stored(row: Row): StoredVersion {
  return { ...row, service: row.service_id as ServiceId };
}

export async function loadVersion(tx: Tx, service: ServiceId, version: number): Promise<StoredVersion | undefined> {
  const row = await tx
    .selectFrom('services.version')
    .select(columns)
    .where('service_id', '=', service)
    .where('version', '=', version)
    .executeTakeFirst();
  return row && stored(row);
}

/** The newest version of each service. */
export async function loadLatestVersions(tx: Tx): Promise<readonly StoredVersion[]> {
  const rows = await tx
    .selectFrom('services.service')
    .innerJoin('services.version', (join) =>
      join
        .onRef('services.version.service_id', '=', 'services.service.service_id')
        .onRef('services.version.version', '=', 'services.service.latest_version'),
    )
    .select(columns.map((column) => `services.version.${column}` as const))
    .orderBy('services.version.service_id')
    .execute();
  return rows.map(stored);
}

/** Whether production has used this installation. */
export async function loadIsStrict(tx: Tx): Promise<boolean> {
  const row = await tx
    .selectFrom('kernel.installation')
    .select(sql<boolean>`production_since is not null`.as('is_strict'))
    .executeTakeFirst();
  return row?.is_strict ?? true;
}
