import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId, PartyId, ServiceId, UnitId } from '../../../kernel/ids.ts';
import type { Adoption } from '../adoption.ts';
import type { AdoptionEdit, AdoptionEvent } from '../adoption-history.ts';
import type { Settings } from '../format/definition.ts';
import type { TextOverlay } from '../format/words.ts';
import type { OwnRetention } from '../offer.ts';

const columns = [
  'authority_id',
  'service_id',
  'slug',
  'version',
  'settings',
  'texts',
  'unit_authority',
  'unit_id',
  'is_open',
  'retention',
  'revision',
] as const;

type Row = {
  authority_id: number;
  service_id: string;
  slug: string;
  version: number;
  settings: unknown;
  texts: unknown;
  unit_authority: number | null;
  unit_id: string | null;
  is_open: boolean;
  retention: unknown;
  is_strict: boolean | null;
  revision: number;
};

function adoptionOf(row: Row): Adoption {
  return {
    authority: row.authority_id as AuthorityId,
    service: row.service_id as ServiceId,
    slug: row.slug,
    version: row.version,
    settings: row.settings as Settings, // written by this module, checked then
    texts: row.texts as TextOverlay,
    unitAuthority: row.unit_authority as AuthorityId | null,
    unit: row.unit_id as UnitId | null,
    isOpen: row.is_open,
    retention: row.retention as OwnRetention | null,
    isStrict: row.is_strict ?? true,
    revision: row.revision,
  };
}

export async function loadAdoptions(tx: Tx, authority: AuthorityId): Promise<readonly Adoption[]> {
  const rows = await tx
    .selectFrom('services.adoption')
    .select(columns)
    .select(sql<boolean | null>`(select production_since is not null from kernel.installation)`.as('is_strict'))
    .where('authority_id', '=', authority)
    .orderBy('slug')
    .execute();
  return rows.map(adoptionOf);
}

/** Leaves those that are there as they are: an authority's own settings are never overwritten. */
export async function insertAdoptions(
  tx: Tx,
  adoptions: readonly Omit<Adoption, 'isOpen' | 'isStrict' | 'retention' | 'revision' | 'texts'>[],
  at: Temporal.Instant,
): Promise<void> {
  if (adoptions.length === 0) return;
  await tx
    .insertInto('services.adoption')
    .values(
      adoptions.map((adoption) => ({
        authority_id: adoption.authority,
        service_id: adoption.service,
        slug: adoption.slug,
        version: adoption.version,
        settings: JSON.stringify(adoption.settings),
        unit_authority: adoption.unitAuthority,
        unit_id: adoption.unit,
        adopted_at: at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** @returns whether it was still at that revision */
export async function updateAdoption(tx: Tx, adoption: Omit<Adoption, 'isStrict'>): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('services.adoption')
    .set({
      version: adoption.version,
      settings: JSON.stringify(adoption.settings),
      texts: JSON.stringify(adoption.texts),
      unit_authority: adoption.unitAuthority,
      unit_id: adoption.unit,
      is_open: adoption.isOpen,
      retention: adoption.retention && JSON.stringify(adoption.retention),
      revision: sql`revision + 1`,
    })
    .where('authority_id', '=', adoption.authority)
    .where('service_id', '=', adoption.service)
    .where('revision', '=', adoption.revision)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Who changed what: written with the change, never again. */
export async function insertAdoptionEvent(
  tx: Tx,
  { authority, service }: Pick<Adoption, 'authority' | 'service'>,
  event: AdoptionEvent,
): Promise<void> {
  await tx
    .insertInto('services.adoption_change')
    .values({
      authority_id: authority,
      service_id: service,
      revision: event.revision,
      at: event.at,
      actor_party: event.actor.party,
      actor_name: event.actor.name,
      basis: JSON.stringify(event.basis),
      changes: JSON.stringify(event.edits),
    })
    .execute();
}

/** The latest first. */
export async function loadAdoptionEvents(
  tx: Tx,
  { authority, service }: Pick<Adoption, 'authority' | 'service'>,
  most: number,
): Promise<readonly AdoptionEvent[]> {
  const rows = await tx
    .selectFrom('services.adoption_change')
    .select(['revision', 'at', 'actor_party', 'actor_name', 'basis', 'changes'])
    .where('authority_id', '=', authority)
    .where('service_id', '=', service)
    .orderBy('revision', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ({
    revision: row.revision,
    at: row.at,
    actor: { party: row.actor_party as PartyId | null, name: row.actor_name },
    basis: row.basis as unknown as AdoptionEvent['basis'], // written by this module only
    edits: row.changes as unknown as readonly AdoptionEdit[],
  }));
}
