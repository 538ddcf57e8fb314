import type { SourceAnswer } from '../../kernel/source-answer.ts';
import type { NamedPerson, RegisteredChild, RegisteredPerson } from '../base-registers/index.ts';

/** A child as the applicant has written it. */
export type WrittenChild = { readonly name: string; readonly born: string };

/**
 * What the population register says of the custody of one child in an application: `not-own` is a child that it does not
 * know as the applicant's, `silent` that it could not be asked.
 */
export type CustodySaid = 'alone' | 'shared' | 'not-own' | 'silent' | 'protected';

/** By each child, in their order; `asOf` is the oldest answer that it rests on, an instant. */
export type Custody = { readonly children: readonly CustodySaid[]; readonly asOf: string | null };

export type WhoMustSign = Custody & { readonly signers: readonly (NamedPerson & { readonly name: string })[] };

/**
 * Which of the applicant's own children a written one can be: by birth date, and by name when one of them is called so.
 * A name that is written otherwise does not make another child of it.
 */
export function childrenMeant(person: RegisteredPerson, { name, born }: WrittenChild): readonly RegisteredChild[] {
  const sameDay = person.children.filter(({ birthDate }) => birthDate.toString() === born);
  const called = sameDay.filter((child) => child.name !== null && plain(child.name) === plain(name));
  return called.length > 0 ? called : sameDay;
}

function plain(name: string): string {
  return name.trim().normalize('NFC').toLocaleLowerCase('sv');
}

/**
 * Who must sign beside the applicant: everybody else who has the custody of a child in the application. Where anybody has
 * a protected identity nobody is asked, since the asking itself would tell; where the register is silent or does not know
 * the child nobody can be named. Both are told to the officer.
 * @param childOf what the register says of one of the applicant's children, by number
 */
export function whoMustSign(
  applicant: SourceAnswer<RegisteredPerson>,
  written: readonly WrittenChild[],
  childOf: (number: string) => SourceAnswer<RegisteredPerson>,
): WhoMustSign {
  if (applicant.state === 'nothing') return nobody(written, 'not-own', applicant.asOf.toString());
  if (applicant.state !== 'answered' && applicant.state !== 'stale') return nobody(written, 'silent', null);
  const { value: person } = applicant;
  let asOf = applicant.asOf;
  if (person.protectedIdentity) return nobody(written, 'protected', asOf.toString());
  const signers = new Map<string, NamedPerson & { readonly name: string }>();
  const children = written.map((one): CustodySaid => {
    const found = childrenMeant(person, one).map((child) => {
      const said = childOf(child.number);
      if (said.state !== 'answered' && said.state !== 'stale') return 'silent';
      if (Temporal.Instant.compare(said.asOf, asOf) < 0) asOf = said.asOf;
      const { guardians, protectedIdentity } = said.value;
      const others = guardians.filter(({ number }) => number !== person.number);
      if (protectedIdentity || others.some(({ name }) => name === null)) return 'protected';
      if (others.length === guardians.length) return 'not-own';
      for (const { number, name } of others) if (name !== null) signers.set(number, { number, name });
      return others.length > 0 ? 'shared' : 'alone';
    });
    return gravest.find((said) => found.includes(said)) ?? 'not-own';
  });
  const isTold = children.includes('protected');
  return { children, asOf: asOf.toString(), signers: isTold ? [] : [...signers.values()] };
}

const gravest = ['protected', 'silent', 'not-own', 'shared', 'alone'] as const satisfies readonly CustodySaid[];

function nobody(written: readonly WrittenChild[], said: CustodySaid, asOf: string | null): WhoMustSign {
  return { children: written.map(() => said), asOf, signers: [] };
}
