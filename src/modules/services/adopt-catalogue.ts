import type { AuthorityId } from '../../kernel/ids.ts';
import { on, type Subscription } from '../../kernel/jobs/subscription.ts';
import type { Scope } from '../../kernel/scope.ts';
import { authorityById, markReady } from '../directory/index.ts';
import { slugOf } from './adoption.ts';
import { forgetCatalogue } from './catalogue.ts';
import { keepDefinition } from './definitions.ts';
import { defaultSettings } from './format/settings.ts';
import { insertAdoptions } from './store/adoptions.ts';
import { loadLatestVersions } from './store/versions.ts';

/**
 * Gives an authority that has joined the whole catalogue, with the default settings of its country. What it has adopted
 * already keeps its settings, so that the same event handled twice changes nothing.
 */
export async function adoptCatalogue(scope: Scope, authority: AuthorityId): Promise<void> {
  const [{ country }, versions] = await Promise.all([authorityById(scope, authority), scope.read(loadLatestVersions)]);
  const adoptions = versions.map((stored) => ({
    authority,
    service: stored.service,
    slug: slugOf(stored.service),
    version: stored.version,
    settings: defaultSettings(keepDefinition(stored).definition, country),
  }));
  await scope.write((tx) => insertAdoptions(tx, adoptions, scope.now));
  forgetCatalogue(authority);
  await markReady(scope, authority);
}

export const adoptWhenJoined: Subscription = on('authority.joined', 'services.adopt-catalogue', (scope, event) =>
  adoptCatalogue(scope, event.authority),
);
