import { dateIn } from '../../kernel/calendar/format.ts';
import { parsePersonNumber } from '../../kernel/identifiers/parse.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { IdentifiedPerson } from './electronic-id.ts';
import { isNumberOfParty } from './store/parties.ts';

/** Whether the person whom an e-ID has just named is this party of the scope. Makes nobody, and tells nothing of others. */
export async function isNumberOf(
  scope: Scope,
  secrets: Secrets,
  party: PartyId,
  person: Pick<IdentifiedPerson, 'country' | 'number'>,
): Promise<boolean> {
  const number = parsePersonNumber(person.number, dateIn('SE', scope.now), person.country);
  if (number.kind === 'none') return false;
  const indexes = secrets.indexes(`${number.country}:${number.value}`, 'identity.number');
  return scope.read((tx) => isNumberOfParty(tx, party, indexes));
}
