import { civilStatuses, type PopulationRegister, type RegisteredPerson } from '../../modules/base-registers/index.ts';
import { answerTo, dayOf, kindOf, maybeDayOf, namedPerson, reading } from './read-answer.ts';
import { PersonAnswer } from './shapes.ts';
import { transport } from './transport.ts';

/** @param url where the register answers, `https://…` */
export function populationRegister(url: string, patience?: number): PopulationRegister {
  const post = transport(url, patience);
  return { person: (number) => answerTo({ source: 'population', post, path: 'person', number }, readPerson) };
}

export const readPerson = reading(PersonAnswer)(({ person }): RegisteredPerson | null => {
  if (person === null) return null;
  const { number, name, address, protectedIdentity, birthDate, diedOn, civilStatus, guardians, children } = person;
  return {
    ...{ number, name, protectedIdentity },
    address: protectedIdentity || address === null ? null : pick(address),
    birthDate: dayOf(birthDate),
    diedOn: maybeDayOf(diedOn),
    civilStatus: kindOf(civilStatuses, civilStatus),
    guardians: guardians.map(namedPerson),
    children: children.map((child) => ({ ...namedPerson(child), birthDate: dayOf(child.birthDate) })),
  };
});

/** What we know of, and nothing that was sent beside it. */
function pick({ street, postalCode, place, country }: NonNullable<RegisteredPerson['address']>) {
  return { street, postalCode, place, country };
}
