import type { Task } from '../../kernel/authority.ts';
import { dateIn } from '../../kernel/calendar/format.ts';
import type { AuthorityId } from '../../kernel/ids.ts';
import { on, type Subscription } from '../../kernel/jobs/subscription.ts';
import type { Scope } from '../../kernel/scope.ts';
import { agreementsOf, authorityById, isInForce, markReady, providersFor, unitsOf } from '../directory/index.ts';
import { type Adoption, slugOf } from './adoption.ts';
import { forgetCatalogue } from './catalogue.ts';
import { keepDefinition } from './definitions.ts';
import { defaultSettings } from './format/settings.ts';
import { insertAdoptions } from './store/adoptions.ts';
import { loadLatestVersions } from './store/versions.ts';

type Handler = Pick<Adoption, 'unitAuthority' | 'unit'>;

/**
 * Who handles a task for an authority from the first day: the one provider that an agreement names, in its unit for that
 * task. Nobody is named when there is no such agreement, or when several do it: the authority's own officers handle it,
 * until its administrator says otherwise.
 */
async function handlersOf(
  scope: Scope,
  authority: AuthorityId,
  country: 'SE' | 'AX',
): Promise<(task: Task) => Handler> {
  const agreements = await agreementsOf(scope, authority);
  const providers = [...new Set(agreements.map(({ provider }) => provider))].filter((one) => one !== authority);
  const units = await Promise.all(providers.map((provider) => unitsOf(scope, provider)));
  const today = dateIn(country, scope.now);
  return (task) => {
    const [agreement, ...others] = providersFor(agreements, authority, task, today);
    if (!agreement || others.length > 0) return { unitAuthority: null, unit: null };
    const found = units.flat().filter((unit) => unit.authority === agreement.provider && unit.tasks.includes(task));
    const [unit, ...more] = found.filter((one) => isInForce(one, today));
    return unit && more.length === 0
      ? { unitAuthority: agreement.provider, unit: unit.id }
      : { unitAuthority: null, unit: null };
  };
}

/**
 * Gives an authority that has joined the whole catalogue, with the default settings of its country. What it has adopted
 * already keeps its settings, so that the same event handled twice changes nothing.
 */
export async function adoptCatalogue(scope: Scope, authority: AuthorityId): Promise<void> {
  const [{ country }, versions] = await Promise.all([authorityById(scope, authority), scope.read(loadLatestVersions)]);
  const handlerOf = await handlersOf(scope, authority, country);
  const adoptions = versions.map((stored) => {
    const { definition } = keepDefinition(stored);
    return {
      authority,
      service: stored.service,
      slug: slugOf(stored.service),
      version: stored.version,
      settings: defaultSettings(definition, country),
      ...handlerOf(definition.task),
    };
  });
  await scope.write((tx) => insertAdoptions(tx, adoptions, scope.now));
  forgetCatalogue(authority);
  await markReady(scope, authority);
}

export const adoptWhenJoined: Subscription = on('authority.joined', 'services.adopt-catalogue', (scope, event) =>
  adoptCatalogue(scope, event.authority),
);
