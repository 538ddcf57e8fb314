import { dateIn } from '../../kernel/calendar/format.ts';
import type { Identifier } from '../../kernel/identifiers/identifier.ts';
import { parsePersonNumber } from '../../kernel/identifiers/parse.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { findPartyOfNumber } from './store/parties.ts';

/** Whose number it is, a Swedish person's when it is a text, for another system that has it already; null when nobody's. */
export type PartyOfNumber = (scope: Scope, number: string | Identifier) => Promise<PartyId | null>;

export function partyOfNumberFinder(secrets: Pick<Secrets, 'indexes'>): PartyOfNumber {
  return async function partyOfNumber(scope, given) {
    const number = typeof given === 'string' ? parsePersonNumber(given, dateIn('SE', scope.now), 'SE') : given;
    if (number.kind === 'none') return null;
    const indexes = secrets.indexes(`${number.country}:${number.value}`, 'identity.number');
    return scope.read((tx) => findPartyOfNumber(tx, indexes));
  };
}
