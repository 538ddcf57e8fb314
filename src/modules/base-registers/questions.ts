import type { SourceAnswer, SourceFault } from '../../kernel/source-answer.ts';
import { faultInGuardianships, faultInOrganisation, faultInOrganisations, faultInPerson } from './faults.ts';
import type { Guardianship } from './guardianship.ts';
import type { RegisterName, RegisterPorts } from './ports.ts';
import type { RegisteredOrganisation } from './registered-organisation.ts';
import type { RegisteredPerson } from './registered-person.ts';

/** What can be asked, and what answers it. */
export type Answers = {
  readonly person: RegisteredPerson;
  readonly organisation: RegisteredOrganisation;
  readonly 'organisations-of': readonly RegisteredOrganisation[];
  readonly 'guardianships-of': readonly Guardianship[];
};
export type QuestionKind = keyof Answers;

export type Question<K extends QuestionKind> = {
  readonly register: RegisterName;
  ask(ports: RegisterPorts, number: string): Promise<SourceAnswer<Answers[K]>>;
  /** What is wrong with the answer, so that it can not be trusted; null when nothing is. */
  faultIn(value: Answers[K], number: string, today: Temporal.PlainDate): SourceFault | null;
};

export const questions: { readonly [K in QuestionKind]: Question<K> } = {
  person: {
    register: 'population',
    ask: (ports, number) => ports.population.person(number),
    faultIn: faultInPerson,
  },
  organisation: {
    register: 'company',
    ask: (ports, number) => ports.company.organisation(number),
    faultIn: faultInOrganisation,
  },
  'organisations-of': {
    register: 'company',
    ask: (ports, number) => ports.company.organisationsOf(number),
    faultIn: faultInOrganisations,
  },
  'guardianships-of': {
    register: 'guardianship',
    ask: (ports, number) => ports.guardianship.guardianshipsOf(number),
    faultIn: faultInGuardianships,
  },
};

export const questionKinds = Object.keys(questions) as readonly QuestionKind[]; // the keys of the record above
