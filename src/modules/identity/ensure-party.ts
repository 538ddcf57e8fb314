import { dateIn } from '../../kernel/calendar/format.ts';
import { type Identifier, isPersonNumber } from '../../kernel/identifiers/identifier.ts';
import { parsePersonNumber } from '../../kernel/identifiers/parse.ts';
import { newId, type PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { Language } from '../../kernel/texts.ts';
import { ensurePartyRow } from './store/parties.ts';

export type KnownPerson = {
  readonly country: 'SE' | 'FI';
  readonly number: string;
  readonly name: string;
  readonly language: Language | null;
};

/** What a number is sealed for: moved to another party it does not open. */
export function numberContext(party: PartyId): string {
  return `identity.number:${party}`;
}

/**
 * The party of a person that an e-ID or a register has named; made the first time, and its name kept up.
 * @throws Refusal invalid when the number is no person's number
 */
export async function ensureParty(scope: Scope, secrets: Secrets, person: KnownPerson): Promise<PartyId> {
  const number = parsePersonNumber(person.number, dateIn('SE', scope.now), person.country);
  if (number.kind === 'none') throw new Refusal('invalid', 'identity.number.invalid');
  return ensureNamed(scope, secrets, number, person);
}

/** The same for a number that has been read already, an organisation's too. */
export async function ensureNamed(
  scope: Scope,
  secrets: Secrets,
  number: Identifier,
  { name, language }: Pick<KnownPerson, 'name' | 'language'>,
): Promise<PartyId> {
  const party = newId<PartyId>();
  const { country, value } = number;
  return scope.write((tx) =>
    ensurePartyRow(tx, {
      party,
      kind: isPersonNumber(number) ? 'person' : 'organisation',
      indexes: secrets.indexes(`${country}:${value}`, 'identity.number'),
      ...{ country, sealed: secrets.encrypt(value, numberContext(party)), name, language, at: scope.now },
    }),
  );
}
