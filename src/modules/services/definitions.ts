import type { Tx } from '../../kernel/database/connection.ts';
import type { ServiceId } from '../../kernel/ids.ts';
import { keptFor } from '../../kernel/kept.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { ServiceDefinition } from './format/definition.ts';
import { upgraded } from './format/upgrade.ts';
import { loadVersion, type StoredVersion } from './store/versions.ts';

/** A published definition: checked when it was published, never changed since. */
export type PublishedDefinition = { readonly definition: ServiceDefinition; readonly sha256: string };

// Immutable, so kept as long as the process lives: parsed once, its fields placed once.
const published = keptFor<string, PublishedDefinition>(Number.POSITIVE_INFINITY, 10_000);

function keyOf(service: string, version: number): string {
  return `${service}@${version}`;
}

export function keepDefinition(stored: StoredVersion): PublishedDefinition {
  const key = keyOf(stored.service, stored.version);
  const before = published.get(key);
  if (before) return before;
  const definition = upgraded(stored.definition) as ServiceDefinition; // it passed every check when it was published
  return published.keep(key, { definition, sha256: stored.sha256 });
}

/**
 * The definition that a draft or case was made by; no statement when this process has seen it.
 * @throws TypeError for a version that was never published: the row that names it is broken
 */
export async function publishedDefinition(
  scope: Scope,
  service: ServiceId,
  version: number,
): Promise<PublishedDefinition> {
  return published.get(keyOf(service, version)) ?? scope.read((tx) => definitionWithin(tx, service, version));
}

/** As `publishedDefinition`, inside a transaction that is open. */
export async function definitionWithin(tx: Tx, service: ServiceId, version: number): Promise<PublishedDefinition> {
  const known = published.get(keyOf(service, version));
  if (known) return known;
  const stored = await loadVersion(tx, service, version);
  if (!stored) throw new TypeError(`${service} version ${version} was never published`);
  return keepDefinition(stored);
}
