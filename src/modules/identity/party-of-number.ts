import { dateIn } from '../../kernel/calendar/format.ts';
import { parsePersonNumber } from '../../kernel/identifiers/parse.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { findPartyOfNumber } from './store/parties.ts';

/** Whose Swedish number it is, for another system that has it already; null when nobody here has it. */
export type PartyOfNumber = (scope: Scope, number: string) => Promise<PartyId | null>;

export function partyOfNumberFinder(secrets: Pick<Secrets, 'indexes'>): PartyOfNumber {
  return async function partyOfNumber(scope, given) {
    const number = parsePersonNumber(given, dateIn('SE', scope.now), 'SE');
    if (number.kind === 'none') return null;
    const indexes = secrets.indexes(`${number.country}:${number.value}`, 'identity.number');
    return scope.read((tx) => findPartyOfNumber(tx, indexes));
  };
}
