import type { Identifier } from '../../kernel/identifiers/identifier.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { endSessions, endSessionsOfNumber } from './store/sessions.ts';

/** Ends every session of whoever has the number: nobody is there any more who could have opened the next page. */
export async function endSessionsOfTheDead(
  scope: Scope,
  secrets: Pick<Secrets, 'indexes'>,
  { country, value }: Pick<Identifier, 'country' | 'value'>,
): Promise<void> {
  await scope.write((tx) => endSessionsOfNumber(tx, secrets.indexes(`${country}:${value}`, 'identity.number')));
}

/** The same for a party of the scope, when another question to a register has brought it out. */
export async function endSessionsOfDeceased(scope: Scope, party: PartyId): Promise<void> {
  await scope.write((tx) => endSessions(tx, party, { allBut: null }));
}
