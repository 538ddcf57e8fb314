import type { AuthorityId, PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import { loadNames } from './store/parties.ts';

/** `name` is null for a protected identity. */
export type PartyName = { readonly name: string | null; readonly isProtected: boolean };

/**
 * Names of those who have or had an office at an authority of the scope, or invited somebody to one; of nobody else. A
 * protected identity has none in a list, whatever right the reader has.
 */
export async function officialNames(
  scope: Scope,
  authority: AuthorityId,
  parties: readonly PartyId[],
): Promise<ReadonlyMap<PartyId, PartyName>> {
  if (parties.length === 0) return new Map();
  const names = await scope.read((tx) => loadNames(tx, authority, parties));
  return new Map(names.map((one) => [one.party, { name: one.name, isProtected: one.isProtected }]));
}
