import type { PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import { loadIsProtected, loadProtectedAmong } from './store/parties.ts';

/** Whether a party's personal data is protected; asked by a use case of an office, before it shows or does anything. */
export async function isProtectedParty(scope: Scope, party: PartyId): Promise<boolean> {
  return (await scope.read((tx) => loadIsProtected(tx, party))) ?? false;
}

/** The same of all whom a list would name. */
export async function protectedAmong(
  scope: Scope,
  parties: readonly (PartyId | null)[],
): Promise<ReadonlySet<PartyId | null>> {
  const known = [...new Set(parties.flatMap((party) => party ?? []))];
  return new Set(known.length === 0 ? [] : await scope.read((tx) => loadProtectedAmong(tx, known)));
}
