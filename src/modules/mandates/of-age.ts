import { dateIn } from '../../kernel/calendar/format.ts';
import { isPersonNumber } from '../../kernel/identifiers/identifier.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { Registers } from '../base-registers/index.ts';
import { ownIdentifier } from '../identity/index.ts';

/**
 * From this birthday on one gives mandates (föräldrabalken (1949:381) 9 kap. 1 §; in Finland and on Åland lag 442/1999 om
 * förmyndarverksamhet 2 and 23 §§; where they were read, and which was not, stands in decision 0127).
 */
const OF_AGE = 18;

export function isOfAge(born: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(born.add({ years: OF_AGE }), today) <= 0;
}

export type AgeParts = {
  readonly secrets: Secrets;
  /** The population register may know another day than the number says; absent where none is asked. */
  readonly registers?: Pick<Registers, 'person'>;
};

/**
 * Whoever acts is of age by their number, and by the population register when it answers.
 * @param scope one that reaches who acts
 * @throws Refusal not-allowed
 */
export async function assertOfAge(scope: Scope, { secrets, registers }: AgeParts): Promise<void> {
  const { actor } = scope;
  if (actor.kind !== 'person') return;
  const own = await ownIdentifier(scope, secrets, actor.party);
  if (own === null || !isPersonNumber(own)) return;
  const today = dateIn(own.country, scope.now);
  if (!isOfAge(own.born, today)) throw new Refusal('not-allowed', 'mandates.minor');
  const look = { purpose: 'mandates.purpose.of-age', about: actor.party };
  const said = await registers?.person(scope, own.value, look);
  const isKnown = said?.state === 'answered' || said?.state === 'stale';
  if (isKnown && !isOfAge(said.value.birthDate, today)) throw new Refusal('not-allowed', 'mandates.minor');
}
