export { type Agreement, authoritiesCovered, type Covered, providersFor } from './agreement.ts';
export {
  type Authority,
  authorityOfCode,
  type Contact,
  type Dated,
  isInForce,
  operatorAuthority,
  type Unit,
} from './authority.ts';
export { brandOf } from './brand.ts';
export {
  agreementsOf,
  allMunicipalities,
  authoritiesByIds,
  authorityById,
  authorityBySlug,
  authorityWithin,
  unitsOf,
} from './find-authority.ts';
export { type Joined, joinAuthorities, joinAuthority, markReady, untilReady } from './join-authority.ts';
export { officeBySlug } from './office.tsx';
export { AdministrationNavigation } from './pages/administration-navigation.tsx';
export { Succeeded } from './pages/succeeded.tsx';
export { announceSuccession, type OfficialsAt } from './reform.ts';
export { refusalTexts } from './refusal-texts.ts';
export { ownBySlug as administeredBySlug } from './routes/administration.tsx';
export type { InviteAdministrator } from './routes/operator.tsx';
export { type DirectoryParts, directoryRoutes } from './routes.tsx';
export { type Settings, saveSettings } from './settings.ts';
export {
  type AuthorityFacts,
  readAuthorityFacts,
  shipAuthorities,
  shipAuthorityFacts,
  unitIdOf,
} from './ship-authorities.ts';
export { type Succession, withPredecessors } from './succession.ts';
export { type Successors, successorsOf } from './successors.ts';
export { unitsFromFile } from './units-from-file.ts';
