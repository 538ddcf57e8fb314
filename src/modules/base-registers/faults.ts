import type { SourceFault } from '../../kernel/source-answer.ts';
import type { Guardianship } from './guardianship.ts';
import type { RegisteredOrganisation, SigningAlternative } from './registered-organisation.ts';
import type { RegisteredPerson } from './registered-person.ts';

/** A day's grace, since a register may live in another time zone. */
function isFuture(day: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, today.add({ days: 1 })) > 0;
}

function isBefore(day: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, other) < 0;
}

function hasTwice(values: readonly string[]): boolean {
  return new Set(values).size !== values.length;
}

/** What is wrong with what the population register said of `number`; null when it holds together. */
export function faultInPerson(person: RegisteredPerson, number: string, today: Temporal.PlainDate): SourceFault | null {
  if (person.number !== number) return 'about-another';
  const { birthDate, diedOn, guardians, children } = person;
  const relatives = [...guardians, ...children].map((one) => one.number);
  const contradictory =
    isFuture(birthDate, today) ||
    (diedOn !== null && (isBefore(diedOn, birthDate) || isFuture(diedOn, today))) ||
    relatives.includes(number) ||
    hasTwice(relatives) || // a guardian twice, or somebody who is both guardian and child
    children.some((child) => !isBefore(birthDate, child.birthDate) || isFuture(child.birthDate, today)) ||
    (person.protectedIdentity && person.address !== null);
  return contradictory ? 'contradictory' : null;
}

/** What is wrong with what the company register said of the organisation `number`. */
export function faultInOrganisation(
  organisation: RegisteredOrganisation,
  number: string,
  today: Temporal.PlainDate,
): SourceFault | null {
  if (organisation.number !== number) return 'about-another';
  const { status, dissolvedOn, signatories, signingRule } = organisation;
  const numbers = new Set(signatories.map((one) => one.number));
  const contradictory =
    (status === 'dissolved') !== (dissolvedOn !== null) ||
    (dissolvedOn !== null && isFuture(dissolvedOn, today)) ||
    hasTwice(signatories.map((one) => `${one.number} ${one.role}`)) ||
    signingRule.some((alternative) => isImpossible(alternative, numbers));
  return contradictory ? 'contradictory' : null;
}

/** An alternative that names nobody, somebody twice, more than there are, or somebody who is no signatory. */
function isImpossible(alternative: SigningAlternative, signatories: ReadonlySet<string>): boolean {
  const numbers = 'count' in alternative ? alternative.anyOf : alternative.everyoneOf;
  const needed = 'count' in alternative ? alternative.count : numbers.length;
  if (!Number.isInteger(needed) || needed < 1 || needed > numbers.length) return true;
  return hasTwice(numbers) || numbers.some((number) => !signatories.has(number));
}

/** What is wrong with the list of organisations that a person may sign for. */
export function faultInOrganisations(
  organisations: readonly RegisteredOrganisation[],
  personNumber: string,
  today: Temporal.PlainDate,
): SourceFault | null {
  if (hasTwice(organisations.map((one) => one.number))) return 'contradictory';
  for (const organisation of organisations) {
    if (!organisation.signatories.some((one) => one.number === personNumber)) return 'about-another';
    const fault = faultInOrganisation(organisation, organisation.number, today);
    if (fault !== null) return fault;
  }
  return null;
}

/** What is wrong with the list of a person's guardianships, in either part. */
export function faultInGuardianships(guardianships: readonly Guardianship[], number: string): SourceFault | null {
  for (const { principal, guardian, scope, from, to } of guardianships) {
    if (principal.number !== number && guardian.number !== number) return 'about-another';
    if (principal.number === guardian.number || scope.length === 0 || hasTwice(scope)) return 'contradictory';
    if (to !== null && isBefore(to, from)) return 'contradictory';
  }
  return null;
}
