import { companyRegister, guardianshipRegister, populationRegister } from './connectors/registers-http/index.ts';
import type { Foundations } from './foundations.ts';
import { notConnected, type RegisterPorts } from './modules/base-registers/index.ts';

/** The registers that the environment names; one that it does not is not asked. */
export function registerPorts({ registers, registerPatience: patience }: Foundations): RegisterPorts {
  const { population, company, guardianship } = registers;
  return {
    population: population ? populationRegister(population, patience) : notConnected.population,
    company: company ? companyRegister(company, patience) : notConnected.company,
    guardianship: guardianship ? guardianshipRegister(guardianship, patience) : notConnected.guardianship,
  };
}
