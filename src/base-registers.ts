import { companyRegister, guardianshipRegister, populationRegister } from './connectors/registers-http/index.ts';
import type { Foundations } from './foundations.ts';
import { notConnected, type RegisterPorts } from './modules/base-registers/index.ts';

/** The registers that the environment names; one that it does not is not asked. */
export function registerPorts({ population, company, guardianship }: Foundations['registers']): RegisterPorts {
  return {
    population: population ? populationRegister(population) : notConnected.population,
    company: company ? companyRegister(company) : notConnected.company,
    guardianship: guardianship ? guardianshipRegister(guardianship) : notConnected.guardianship,
  };
}
