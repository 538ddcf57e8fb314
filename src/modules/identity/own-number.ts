import { dateIn } from '../../kernel/calendar/format.ts';
import type { Identifier } from '../../kernel/identifiers/identifier.ts';
import { parseWritten } from '../../kernel/identifiers/parse.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { numberContext } from './ensure-party.ts';
import { loadOwnNumber } from './store/parties.ts';

/**
 * The number of a party of the scope, to ask another authority about themselves with; never shown. Null when there is
 * none: with 12 digits for a Swedish number, with its sign in the middle for a Finnish one.
 */
export type FindOwnNumber = (scope: Scope, party: PartyId) => Promise<string | null>;

/** Asked once for a request, however many sources need it. */
export function ownNumberFinder(secrets: Pick<Secrets, 'decrypt'>): FindOwnNumber {
  const asked = new WeakMap<Scope, Map<PartyId, Promise<string | null>>>();

  async function load(scope: Scope, party: PartyId): Promise<string | null> {
    const own = await scope.read((tx) => loadOwnNumber(tx, party));
    return own ? secrets.decrypt(own.sealed, numberContext(party)) : null;
  }
  return function ownNumber(scope, party) {
    const known = asked.get(scope) ?? new Map<PartyId, Promise<string | null>>();
    asked.set(scope, known);
    const found = known.get(party) ?? load(scope, party);
    known.set(party, found);
    return found;
  };
}

/** The same, read: an organisation's too. Null when there is none. */
export async function ownIdentifier(
  scope: Scope,
  secrets: Pick<Secrets, 'decrypt'>,
  party: PartyId,
): Promise<Identifier | null> {
  const own = await scope.read((tx) => loadOwnNumber(tx, party));
  const number = own && parseWritten(secrets.decrypt(own.sealed, numberContext(party)), dateIn('FI', scope.now));
  return number && number.kind !== 'none' ? number : null;
}
