import list from './population-register.json' with { type: 'json' };
import { testPersons } from './test-persons.ts';

type Known = {
  readonly sub?: string;
  readonly number?: string;
  readonly name?: string;
  readonly protectedIdentity?: boolean;
};

/** A person as a register beside the population register writes them: without a name when their data is protected. */
export function namesOf(number: string): { number: string; name: string | null; protectedIdentity: boolean } {
  const signsIn = testPersons.find((one) => one.number === number);
  const persons: readonly Known[] = list.persons;
  const found = persons.find((one) => one.number === number || (signsIn && one.sub === signsIn.sub));
  const protectedIdentity = found?.protectedIdentity ?? false;
  const name = found?.name ?? signsIn?.name ?? 'Okänd Person';
  return { number, name: protectedIdentity ? null : name, protectedIdentity };
}
