import type { Tx } from '../../kernel/database/connection.ts';
import type { Identifier } from '../../kernel/identifiers/identifier.ts';
import { isPersonNumber } from '../../kernel/identifiers/identifier.ts';
import { newId, type PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { numberContext } from './ensure-party.ts';
import { findOrMakeParty } from './store/parties.ts';

/**
 * Whose number somebody has typed. The answer is an id alone, and the same for who is known here and who is not: a number
 * that is tried tells nothing of its owner, not even whether they have ever signed in.
 */
export async function partyByNumber(scope: Scope, secrets: Secrets, number: Identifier): Promise<PartyId> {
  return scope.write((tx) => partyByNumberIn(tx, secrets, number, scope.now));
}

/** The same in the transaction of what leads to it. */
export function partyByNumberIn(tx: Tx, secrets: Secrets, number: Identifier, at: Temporal.Instant): Promise<PartyId> {
  const party = newId<PartyId>();
  const { country, value } = number;
  return findOrMakeParty(tx, {
    party,
    kind: isPersonNumber(number) ? 'person' : 'organisation',
    indexes: secrets.indexes(`${country}:${value}`, 'identity.number'),
    country,
    sealed: secrets.encrypt(value, numberContext(party)),
    at,
  });
}
