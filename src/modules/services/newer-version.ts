import type { AuthorityId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { authorityById } from '../directory/index.ts';
import type { AdoptedService, Adoption } from './adoption.ts';
import { adoptedService, forgetCatalogue } from './catalogue.ts';
import { keepDefinition } from './definitions.ts';
import type { Country, ServiceDefinition } from './format/definition.ts';
import { defaultSettings, settingProblems } from './format/settings.ts';
import { textKeys } from './format/text-keys.ts';
import { recordAdoption } from './record-adoption.ts';
import { loadLatestVersions } from './store/versions.ts';

/** The latest version of a service, when it is newer than the one that the authority has. */
export async function newerVersion(
  scope: Scope,
  { service, version }: Pick<Adoption, 'service' | 'version'>,
): Promise<ServiceDefinition | null> {
  const latest = (await scope.read(loadLatestVersions)).find((one) => one.service === service);
  return latest && latest.version > version ? keepDefinition(latest).definition : null;
}

/**
 * What of an authority's own goes over to another version: each setting and text that the version still has. A setting
 * that is new begins with its default.
 */
function carriedOver(
  own: Pick<AdoptedService, 'settings' | 'texts' | 'definition'>,
  definition: ServiceDefinition,
  country: Country,
): Pick<Adoption, 'settings' | 'texts'> {
  const { required, optional } = textKeys(definition);
  const texts = new Set([...required, ...optional]);
  const has = ({ settings }: ServiceDefinition, name: string) => Object.hasOwn(settings.properties, name);
  const kept = (from: object, wanted: (name: string) => boolean) =>
    Object.fromEntries(Object.entries(from).filter(([name]) => wanted(name)));
  return {
    settings: {
      ...kept(defaultSettings(definition, country), (name) => !has(own.definition, name)),
      ...kept(own.settings, (name) => has(definition, name)),
    },
    texts: Object.fromEntries(
      Object.entries(own.texts).map(([language, words]) => [language, kept(words, (key) => texts.has(key))]),
    ),
  };
}

/**
 * Has the authority's service follow its latest version from now on, with what it had made its own. What is filed stays in
 * the version that it was filed in; a draft goes over when all that is answered in it still fits.
 * @param revision as it was when the version was looked at
 * @throws Refusal not-allowed | not-found; conflict when somebody else has changed it meanwhile, or there is none newer;
 *   invalid when a value of the authority's does not suit the new version
 */
export async function takeNewerVersion(
  scope: Scope,
  authority: AuthorityId,
  slug: string,
  revision: number,
): Promise<void> {
  const permission = await permit(scope, 'authority.administer', { authority });
  forgetCatalogue(authority); // as it is now, not as it was a moment ago
  const adopted = await adoptedService(scope, authority, slug);
  const [definition, { country }] = await Promise.all([newerVersion(scope, adopted), authorityById(scope, authority)]);
  if (adopted.revision !== revision || !definition) {
    throw new Refusal('conflict', 'services.adoption.changed-meanwhile');
  }
  const own = carriedOver(adopted, definition, country);
  const wrong = settingProblems(definition, own.settings);
  if (wrong.length > 0) {
    throw new Refusal('invalid', 'services.adoption.settings', { settings: wrong.map(({ path }) => path || '/') });
  }
  await recordAdoption(scope, permission, adopted, { ...adopted, ...own, version: definition.version });
}
