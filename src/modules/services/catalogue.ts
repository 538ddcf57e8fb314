import type { AuthorityId } from '../../kernel/ids.ts';
import { keptFor } from '../../kernel/kept.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import { authorityById } from '../directory/index.ts';
import type { AdoptedService, Adoption } from './adoption.ts';
import { publishedDefinition } from './definitions.ts';
import { hindrancesOf } from './offer.ts';
import { loadAdoptions } from './store/adoptions.ts';

const catalogues = keptFor<AuthorityId, readonly AdoptedService[]>(5_000, 1_000);

/** After a change that this process has made. */
export function forgetCatalogue(authority: AuthorityId): void {
  catalogues.forget(authority);
}

/** All services that an authority has adopted, also those that it has closed; public. */
export async function adoptedServices(scope: Scope, authority: AuthorityId): Promise<readonly AdoptedService[]> {
  const known = catalogues.get(authority);
  if (known) return known;
  const adoptions = await scope.read((tx) => loadAdoptions(tx, authority));
  const services = await Promise.all(adoptions.map((adoption) => withDefinition(scope, adoption)));
  return services.length > 0 ? catalogues.keep(authority, services) : services; // its catalogue may be on its way
}

/** @throws Refusal not-found when the authority has adopted no such service */
export async function adoptedService(scope: Scope, authority: AuthorityId, slug: string): Promise<AdoptedService> {
  const found = (await adoptedServices(scope, authority)).find((service) => service.slug === slug);
  if (!found) throw new Refusal('not-found', 'services.service.unknown');
  return found;
}

async function withDefinition(scope: Scope, adoption: Adoption): Promise<AdoptedService> {
  const [published, { country }] = await Promise.all([
    publishedDefinition(scope, adoption.service, adoption.version),
    authorityById(scope, adoption.authority),
  ]);
  return { ...adoption, ...published, withheld: hindrancesOf({ ...adoption, ...published }, country) };
}
