import {
  type CompanyRegister,
  organisationForms,
  organisationStatuses,
  type RegisteredOrganisation,
  signatoryRoles,
} from '../../modules/base-registers/index.ts';
import { answerTo, kindOf, maybeDayOf, namedPerson, reading } from './read-answer.ts';
import { OrganisationAnswer, OrganisationsAnswer, type WireOrganisation } from './shapes.ts';
import { transport } from './transport.ts';

/** @param url where the register answers, `https://…` */
export function companyRegister(url: string, patience?: number): CompanyRegister {
  const post = transport(url, patience);
  const asking = (path: string, number: string) => ({ source: 'company', post, path, number });
  return {
    organisation: (number) => answerTo(asking('organisation', number), readOrganisation),
    organisationsOf: (number) => answerTo(asking('organisations-of', number), readOrganisations),
  };
}

export const readOrganisation = reading(OrganisationAnswer)(
  ({ organisation }) => organisation && organisationOf(organisation),
);

const readOrganisations = reading(OrganisationsAnswer)(({ organisations }) =>
  organisations.length === 0 ? null : organisations.map(organisationOf),
);

function organisationOf(wire: WireOrganisation): RegisteredOrganisation {
  return {
    number: wire.number,
    name: wire.name,
    form: kindOf(organisationForms, wire.form),
    status: kindOf(organisationStatuses, wire.status),
    dissolvedOn: maybeDayOf(wire.dissolvedOn),
    signatories: wire.signatories.map((one) => ({ ...namedPerson(one), role: kindOf(signatoryRoles, one.role) })),
    signingRule: wire.signingRule,
  };
}
