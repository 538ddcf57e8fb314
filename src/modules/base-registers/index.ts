export { behaviours, type DevelopmentRegister, signedBehaviours } from './development.ts';
export {
  type Guardianship,
  guardianshipKinds,
  guardianshipScopes,
} from './guardianship.ts';
export { type SaidOfSelf, WhatRegistersSay } from './pages/what-registers-say.tsx';
export {
  type CompanyRegister,
  type GuardianshipRegister,
  notConnected,
  type PopulationRegister,
  type RegisterName,
  type RegisterPorts,
} from './ports.ts';
export { purposeTexts } from './purpose-texts.ts';
export { eraseCopiesSchedule, type PersonRefreshed, refreshSchedule } from './refresh.ts';
export {
  organisationForms,
  organisationStatuses,
  participationOf,
  type RegisteredOrganisation,
  type SigningAlternative,
  signatoryRoles,
} from './registered-organisation.ts';
export { civilStatuses, type NamedPerson, type RegisteredChild, type RegisteredPerson } from './registered-person.ts';
export { type Look, makeRegisters, type Registers } from './registers.ts';
export { developmentRegisterRoutes, registerRoutes } from './routes.tsx';
export { signingRuleText } from './signing-rule-text.ts';
export { registerLabels } from './texts/labels.ts';
