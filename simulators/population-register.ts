/** A population register with made-up persons, never in production: see register-program.ts. `POST /person`. */
import list from './population-register.json' with { type: 'json' };
import { serveRegister } from './register-program.ts';
import { testPersons } from './test-persons.ts';

type Entry = {
  number: string;
  name: string;
  birthDate: string;
  address: { street: string; postalCode: string; place: string; country: string } | null;
  protectedIdentity: boolean;
  diedOn: string | null;
  civilStatus: string;
  /** Numbers; children are found by who has whom for a guardian. */
  guardians: string[];
};

/** Those who can sign in stand by their `sub`, with name and number from the list of test persons. */
function fromFile(): Map<string, Entry> {
  const entries = (list.persons as readonly (Partial<Entry> & { sub?: string; birthDate: string })[]).map((one) => {
    const known = testPersons.find((person) => person.sub === one.sub);
    const { sub: _sub, ...rest } = one;
    return {
      number: known?.number ?? '',
      name: known?.name ?? '',
      address: null,
      protectedIdentity: false,
      diedOn: null,
      civilStatus: 'unmarried',
      guardians: [],
      ...rest,
    } satisfies Entry;
  });
  return new Map(entries.map((entry) => [entry.number, entry]));
}

let persons = fromFile();

function named(number: string): object {
  const person = persons.get(number);
  const protectedIdentity = person?.protectedIdentity ?? false;
  return { number, name: protectedIdentity ? null : (person?.name ?? null), protectedIdentity };
}

function answer(number: string): object {
  const person = persons.get(number);
  if (!person) return { person: null };
  const children = [...persons.values()].filter((one) => one.guardians.includes(number));
  return {
    person: {
      ...person,
      address: person.protectedIdentity ? null : person.address,
      guardians: person.guardians.map(named),
      children: children.map((child) => ({ ...named(child.number), birthDate: child.birthDate })),
    },
  };
}

await serveRegister({
  paths: {
    person: {
      answer,
      spoil(good, how) {
        const { person } = good as { person: object | null };
        if (how === 'unknown-type') return { ...good, person: person && { ...person, civilStatus: 'handfasted' } };
        return { ...good, person: person && { ...person, birthDate: '2001-01-01', diedOn: '1999-12-31' } };
      },
    },
  },
  change(number, set) {
    const person = persons.get(number);
    if (person) persons.set(number, { ...person, ...set });
    return person !== undefined;
  },
  reset() {
    persons = fromFile();
  },
});
