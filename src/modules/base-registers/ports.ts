import type { SourceAnswer } from '../../kernel/source-answer.ts';
import type { Guardianship } from './guardianship.ts';
import type { RegisteredOrganisation } from './registered-organisation.ts';
import type { RegisteredPerson } from './registered-person.ts';

/** Who is who. A port answers and never throws; what it says is looked through before anybody sees it. */
export type PopulationRegister = {
  /** @param number a person's, in its one written form */
  person(number: string): Promise<SourceAnswer<RegisteredPerson>>;
};

export type CompanyRegister = {
  organisation(number: string): Promise<SourceAnswer<RegisteredOrganisation>>;
  /** Those that the person may sign for, alone or together. */
  organisationsOf(personNumber: string): Promise<SourceAnswer<readonly RegisteredOrganisation[]>>;
};

export type GuardianshipRegister = {
  /** Those in which the person acts for somebody, and those in which somebody acts for the person; ended ones too. */
  guardianshipsOf(number: string): Promise<SourceAnswer<readonly Guardianship[]>>;
};

export type RegisterPorts = {
  readonly population: PopulationRegister;
  readonly company: CompanyRegister;
  readonly guardianship: GuardianshipRegister;
};

export type RegisterName = keyof RegisterPorts;

const notAsked = async () => ({ state: 'not-asked' }) as const;

/** Stands where no register is connected: nobody is asked, and that is what is said. */
export const notConnected: RegisterPorts = {
  population: { person: notAsked },
  company: { organisation: notAsked, organisationsOf: notAsked },
  guardianship: { guardianshipsOf: notAsked },
};
