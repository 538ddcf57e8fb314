import type { Tx } from '../../kernel/database/connection.ts';
import type { AuthorityId } from '../../kernel/ids.ts';
import { keptFor } from '../../kernel/kept.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Agreement } from './agreement.ts';
import type { Authority, Unit } from './authority.ts';
import { loadAgreementsOf, loadUnits } from './store/agreements.ts';
import { loadAuthorities, loadAuthority, loadAuthorityBySlug, loadMunicipalities } from './store/authorities.ts';

/**
 * Public facts that every page asks for: another process's change is seen here within five seconds, a change of this
 * process at once. Only what was found is kept.
 */
const KEPT_MS = 5_000;
const byId = keptFor<AuthorityId, Authority>(KEPT_MS, 5_000);
const idOfSlug = keptFor<string, AuthorityId>(KEPT_MS, 5_000);
const municipalities = keptFor<'all', readonly Authority[]>(KEPT_MS, 1);

function keep(authority: Authority): Authority {
  idOfSlug.keep(authority.slug, authority.id);
  return byId.keep(authority.id, authority);
}

function kept(id: AuthorityId | undefined): Authority | undefined {
  return id === undefined ? undefined : byId.get(id);
}

/** After a change that this process has made. */
export function forget(id: AuthorityId): void {
  byId.forget(id);
  municipalities.forget('all');
}

/** @throws Refusal not-found when there is none */
export async function authorityById(scope: Scope, id: AuthorityId): Promise<Authority> {
  const known = kept(id);
  if (known) return known;
  const found = await scope.read((tx) => loadAuthority(tx, id));
  if (!found) throw new Refusal('not-found', 'directory.authority.unknown');
  return keep(found);
}

/**
 * The authority whose pages begin with `/slug`.
 * @throws Refusal not-found when there is none, or it has not joined
 */
export async function authorityBySlug(scope: Scope, slug: string): Promise<Authority> {
  const known = kept(idOfSlug.get(slug));
  if (known?.joinedAt) return known;
  const found = await scope.read((tx) => loadAuthorityBySlug(tx, slug));
  if (!found?.joinedAt) throw new Refusal('not-found', 'directory.authority.not-joined');
  return keep(found);
}

/** Each that exists, once; for the names in a list. */
export async function authoritiesByIds(
  scope: Scope,
  ids: readonly AuthorityId[],
): Promise<ReadonlyMap<AuthorityId, Authority>> {
  const wanted = [...new Set(ids)];
  const missing = wanted.filter((id) => !kept(id));
  if (missing.length > 0) (await scope.read((tx) => loadAuthorities(tx, missing))).forEach(keep);
  return new Map(wanted.flatMap((id) => kept(id) ?? []).map((authority) => [authority.id, authority]));
}

/** As `authorityById`, inside a transaction that is open, and never from what is kept. */
export async function authorityWithin(tx: Tx, id: AuthorityId): Promise<Authority> {
  const found = await loadAuthority(tx, id);
  if (!found) throw new Refusal('not-found', 'directory.authority.unknown');
  return found;
}

/** All municipalities, joined or not, in Swedish order. */
export async function allMunicipalities(scope: Scope): Promise<readonly Authority[]> {
  const known = municipalities.get('all');
  if (known) return known;
  const { compare } = new Intl.Collator('sv');
  const all = await scope.read(loadMunicipalities);
  return municipalities.keep(
    'all',
    all.sort((a, b) => compare(a.name, b.name)),
  );
}

/** Its units, past and coming ones too; `isInForce` says which are now. */
export async function unitsOf(scope: Scope, authority: AuthorityId): Promise<readonly Unit[]> {
  return scope.read((tx) => loadUnits(tx, authority));
}

/** The agreements in which it takes part, as the one who does or as one for whom it is done; all their days. */
export async function agreementsOf(scope: Scope, authority: AuthorityId): Promise<readonly Agreement[]> {
  return scope.read((tx) => loadAgreementsOf(tx, authority));
}
