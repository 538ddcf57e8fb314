import type { Task } from '../../kernel/authority.ts';
import type { AuthorityId, UnitId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { authorityById } from '../directory/index.ts';
import { adoptedService, forgetCatalogue } from './catalogue.ts';
import type { Settings } from './format/definition.ts';
import { settingProblems } from './format/settings.ts';
import { textKeys } from './format/text-keys.ts';
import type { TextOverlay } from './format/words.ts';
import { possibleHandlers } from './handlers.ts';
import type { OwnRetention } from './offer.ts';
import { recordAdoption } from './record-adoption.ts';

/** What an authority may make its own; what is left out stays. */
export type AdoptionChange = {
  readonly settings?: Settings;
  readonly texts?: TextOverlay;
  readonly handledBy?: { readonly authority: AuthorityId; readonly unit: UnitId } | null;
  readonly isOpen?: boolean;
  /** Can be decided again, never taken back. */
  readonly retention?: OwnRetention;
};

/**
 * Gives an adopted service the authority's own settings, wording, unit and time of keeping; who changed what is kept
 * beside it. Cases that are filed keep the settings that they were filed by.
 * @param revision as it was when the change was thought of
 * @throws Refusal not-allowed | not-found, invalid for a setting or text that the service does not have, conflict when
 *   somebody else has changed it meanwhile
 */
export async function changeAdoption(
  scope: Scope,
  authority: AuthorityId,
  slug: string,
  revision: number,
  change: AdoptionChange,
): Promise<void> {
  const permission = await permit(scope, 'authority.administer', { authority });
  forgetCatalogue(authority); // as it is now, not as it was a moment ago
  const adopted = await adoptedService(scope, authority, slug);
  if (adopted.revision !== revision) throw new Refusal('conflict', 'services.adoption.changed-meanwhile');
  const wrong = change.settings ? settingProblems(adopted.definition, change.settings) : [];
  if (wrong.length > 0) {
    throw new Refusal('invalid', 'services.adoption.settings', { settings: wrong.map(({ path }) => path || '/') });
  }
  const { required, optional } = textKeys(adopted.definition);
  const known = new Set([...required, ...optional]);
  const unknown = Object.values(change.texts ?? {}).flatMap((texts) => Object.keys(texts).filter((k) => !known.has(k)));
  if (unknown.length > 0) throw new Refusal('invalid', 'services.adoption.texts', { keys: unknown });

  const {
    handledBy = adopted.unit && adopted.unitAuthority && { authority: adopted.unitAuthority, unit: adopted.unit },
  } = change;
  if (change.handledBy) await refuseUnable(scope, authority, adopted.definition.task, change.handledBy);
  const changed = {
    ...adopted,
    settings: change.settings ?? adopted.settings,
    texts: change.texts ?? adopted.texts,
    unitAuthority: handledBy?.authority ?? null,
    unit: handledBy?.unit ?? null,
    isOpen: change.isOpen ?? adopted.isOpen,
    retention: change.retention ?? adopted.retention,
  };
  await recordAdoption(scope, permission, adopted, changed);
}

async function refuseUnable(
  scope: Scope,
  id: AuthorityId,
  task: Task,
  { authority, unit }: NonNullable<AdoptionChange['handledBy']>,
): Promise<void> {
  const able = await possibleHandlers(scope, await authorityById(scope, id), task);
  if (able.some((one) => one.authority === authority && one.unit === unit)) return;
  throw new Refusal('invalid', 'services.adoption.unit');
}
