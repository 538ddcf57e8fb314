import type { AuthorityId, UnitId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { adoptedService, forgetCatalogue } from './catalogue.ts';
import type { Settings } from './format/definition.ts';
import { settingProblems } from './format/settings.ts';
import { textKeys } from './format/text-keys.ts';
import type { TextOverlay } from './format/words.ts';
import { updateAdoption } from './store/adoptions.ts';

/** What an authority may make its own; what is left out stays. */
export type AdoptionChange = {
  readonly settings?: Settings;
  readonly texts?: TextOverlay;
  readonly handledBy?: { readonly authority: AuthorityId; readonly unit: UnitId } | null;
  readonly isOpen?: boolean;
};

/**
 * Gives an adopted service the authority's own settings, wording and unit. Cases that are filed keep the settings that
 * they were filed by.
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
  const adopted = await adoptedService(scope, authority, slug);
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
  const saved = await scope.reaching(permission, { authorities: [authority] }).write((tx) =>
    updateAdoption(tx, {
      ...adopted,
      revision,
      settings: change.settings ?? adopted.settings,
      texts: change.texts ?? adopted.texts,
      unitAuthority: handledBy?.authority ?? null,
      unit: handledBy?.unit ?? null,
      isOpen: change.isOpen ?? adopted.isOpen,
    }),
  );
  forgetCatalogue(authority);
  if (!saved) throw new Refusal('conflict', 'services.adoption.changed-meanwhile');
}
