import {
  type Guardianship,
  type GuardianshipRegister,
  guardianshipKinds,
  guardianshipScopes,
} from '../../modules/base-registers/index.ts';
import { answerTo, dayOf, kindOf, maybeDayOf, namedPerson, reading } from './read-answer.ts';
import { GuardianshipsAnswer } from './shapes.ts';
import { transport } from './transport.ts';

/** @param url where the register answers, `https://…` */
export function guardianshipRegister(url: string, patience?: number): GuardianshipRegister {
  const post = transport(url, patience);
  return {
    guardianshipsOf: (number) =>
      answerTo({ source: 'guardianship', post, path: 'guardianships-of', number }, readGuardianships),
  };
}

export const readGuardianships = reading(GuardianshipsAnswer)(({ guardianships }) => {
  if (guardianships.length === 0) return null;
  return guardianships.map(
    (one): Guardianship => ({
      kind: kindOf(guardianshipKinds, one.kind),
      principal: namedPerson(one.principal),
      guardian: namedPerson(one.guardian),
      scope: one.scope.map((word) => kindOf(guardianshipScopes, word)),
      from: dayOf(one.from),
      to: maybeDayOf(one.to),
    }),
  );
});
