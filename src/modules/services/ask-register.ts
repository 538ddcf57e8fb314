import { dateIn } from '../../kernel/calendar/format.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { SourceAnswer } from '../../kernel/source-answer.ts';
import type { RegisteredPerson, Registers } from '../base-registers/index.ts';
import type { FindOwnNumber } from '../identity/index.ts';
import type { Country } from './format/definition.ts';
import type { SaidOfApplicant } from './prefill.ts';

export type AsksRegister = { readonly registers: Pick<Registers, 'person'>; readonly ownNumber: FindOwnNumber };

/**
 * What the population register says of who applies for themselves. Who acts for another is not shown the other's family:
 * the right to file is no right to look.
 */
export async function askOfApplicant(
  scope: Scope,
  { registers, ownNumber }: AsksRegister,
): Promise<SourceAnswer<RegisteredPerson>> {
  const { actor, principal } = scope;
  if (actor.kind !== 'person' || principal !== actor.party) return { state: 'not-allowed', source: 'population' };
  const number = await ownNumber(scope, principal);
  if (number === null) return { state: 'not-asked' };
  return registers.person(scope, number, { purpose: 'services.purpose.prefill', about: principal });
}

/** Null when it said nothing that can be used. */
export function saidIn(answer: SourceAnswer<RegisteredPerson>, country: Country): SaidOfApplicant | null {
  if (answer.state !== 'answered' && answer.state !== 'stale') return null;
  return { person: answer.value, on: dateIn(country, answer.asOf) };
}
