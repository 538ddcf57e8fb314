import type { PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import { loadIsProtected } from './store/parties.ts';

/** Whether a party's personal data is protected; asked by a use case of an office, before it shows or does anything. */
export async function isProtectedParty(scope: Scope, party: PartyId): Promise<boolean> {
  return (await scope.read((tx) => loadIsProtected(tx, party))) ?? false;
}
