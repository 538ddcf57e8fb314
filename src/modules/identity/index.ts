export { chooseActingFor } from './act-for.ts';
export {
  addressMailer,
  type FindVerifiedEmail,
  keepVerifiedAddress,
  type VerifiedEmail,
  verifiedEmailFinder,
} from './address.ts';
export { endSessionsOfDeceased } from './died.ts';
export type { EidAnswer, EidStart, ElectronicId, IdentifiedPerson, SignInChecks } from './electronic-id.ts';
export { ensureNamed, ensureParty, type KnownPerson } from './ensure-party.ts';
export { sessionFinder } from './find-session.ts';
export { registerFollower, takeOver } from './from-register.ts';
export { giveRole } from './give-role.ts';
export { type InvitationLink, invite } from './invite.ts';
export { administratorInviter, invitationMailer } from './invite-by-mail.ts';
export { isNumberOf } from './is-number-of.ts';
export { isProtectedParty, protectedAmong } from './is-protected.ts';
export { type Officer, officersOf } from './officers.ts';
export { officialsAt } from './officials-at.ts';
export { type FindOwnNumber, ownIdentifier, ownNumberFinder } from './own-number.ts';
export { ownOfficials } from './own-officials.ts';
export { usesOfRight } from './own-trail.ts';
export { partiesOfNumbers, protectedNumbers } from './parties-of-numbers.ts';
export { partyByNumber, partyByNumberIn } from './party-by-number.ts';
export { type PartyOfNumber, partyOfNumberFinder } from './party-of-number.ts';
export { type PayHolder, payHolders } from './pay-holders.ts';
export { type PurposeTexts, purposeTexts } from './purpose-texts.ts';
export { refusalTexts } from './refusal-texts.ts';
export { type Purpose, type Reveal, revealer } from './reveal.ts';
export type { Assignment, RoleTerms } from './role.ts';
export { type IdentityParts, identityRoutes } from './routes/index.ts';
export { type SessionLimits, usualLimits } from './session.ts';
export { type Opened, openSession } from './sign-in.ts';
export { loadIsProtected, loadOwnParty } from './store/parties.ts';
export type { TrailLine } from './store/trail.ts';
export { numberTeller, type TellNumber } from './tell-number.ts';
export { placeOf, type TrailPlace } from './trail-place.ts';
export { forgetExpiredSchedule, protectParty } from './upkeep.ts';
