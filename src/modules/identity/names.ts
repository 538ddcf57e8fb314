import type { Task } from '../../kernel/authority.ts';
import type { AuthorityId, PartyId, UnitId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import { loadNames, loadOwnParty, loadProtectedName, type ShownName } from './store/parties.ts';

/** `name` is null for a protected identity that the reader may not see. */
export type PartyName = { readonly name: string | null; readonly isProtected: boolean };

/** The matter in which the name is read. */
export type Matter = { readonly authority: AuthorityId; readonly task: Task; readonly unit: UnitId | null };

/**
 * One party's name: one's own on residents' pages, another's in the office. A protected identity's name is given only in
 * a matter that the official has that right for; the page that shows it leaves its own audit line.
 * @throws Refusal not-found
 */
export async function partyName(scope: Scope, party: PartyId, matter?: Matter): Promise<PartyName> {
  if (scope.room === 'resident') {
    const own = await scope.read((tx) => loadOwnParty(tx, party));
    if (!own) throw new Refusal('not-found', 'identity.party.not-found');
    return { name: own.name, isProtected: own.isProtected };
  }
  const [known] = await scope.read((tx) => loadNames(tx, [party]));
  if (!known) throw new Refusal('not-found', 'identity.party.not-found');
  if (!known.isProtected || !matter) return known;
  const answer = await scope.mayAct('case.read', { ...matter, protected: true });
  if (answer.decision !== 'yes') return known;
  return { name: await scope.read((tx) => loadProtectedName(tx, party)), isProtected: true };
}

/** Names for a list of an office: a protected identity has none there, whatever right the reader has. */
export async function partyNames(scope: Scope, parties: readonly PartyId[]): Promise<ReadonlyMap<PartyId, PartyName>> {
  if (parties.length === 0) return new Map();
  const names: readonly ShownName[] = await scope.read((tx) => loadNames(tx, parties));
  return new Map(names.map((one) => [one.party, { name: one.name, isProtected: one.isProtected }]));
}
