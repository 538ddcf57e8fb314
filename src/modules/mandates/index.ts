import type { Assurance, Question } from '../../kernel/authority.ts';
import { on, type Subscription } from '../../kernel/jobs/subscription.ts';
import type { MayAct, Scope } from '../../kernel/scope.ts';
import type { SubjectLink } from '../signing/index.ts';
import { decide } from './decide.ts';
import { askLinks } from './elsewhere/ask-links.ts';
import { type Facts, factsOfNobody } from './facts.ts';
import { type FollowParts, followPrincipal } from './follow-registers.ts';
import { followState } from './follow-state.ts';
import { isDue, sourcesOf } from './heard.ts';
import { factsOf, withElsewhere } from './known-facts.ts';
import { mandatesHref } from './mandates-href.ts';
import { signOutTheDead } from './sign-out-the-dead.ts';
import { loadFacts } from './store.ts';
import { whenSigned } from './take-in-signing.ts';

export { decide } from './decide.ts';
export { decideAt } from './decide-at.ts';
export type { Resources } from './decision/decide-for-machine.ts';
export { decisionRoutes } from './decision/routes.ts';
export { dueNoticesSchedule } from './due-notices.ts';
export { mandateRegisterLabels } from './elsewhere/labels.ts';
export type {
  ChoiceKind,
  ChoiceWindow,
  ChoosingAtRegister,
  ListElsewhere,
  MandateElsewhere,
  MandateRegister,
  RightElsewhere,
  RightsElsewhere,
  SideElsewhere,
} from './elsewhere/mandate-register.ts';

export type { Facts } from './facts.ts';
export { followSchedule } from './follow-due.ts';
export type { FollowParts } from './follow-registers.ts';
export { reachOf as reachOfCode } from './for-machines/codes.ts';
export { mandatesForMachines } from './for-machines/routes.ts';
export { paperRoutes } from './paper/routes.tsx';
export { paperSubscriptions } from './paper/settle-paper.ts';
export { purposeTexts } from './purpose-texts.ts';
export { refusalTexts } from './refusal-texts.ts';
export { type Representing, representedBy } from './represented.ts';
export { type MandatesParts, mandatesRoutes } from './routes.tsx';
export { noticeSubscriptions } from './send-notices.ts';
export { namedFiles } from './store/papers.ts';
export type { MandateSubjects, Subject } from './subjects.ts';

/** Where a mandate that is signed is shown. */
export const signedMandate: SubjectLink = {
  kind: 'mandate',
  label: { sv: 'Öppna fullmakten', fi: 'Avaa valtuutus', en: 'Open the mandate' },
  href: (id) => `${mandatesHref}/${id}`,
};

/** What follows when a mandate is signed, or not, and when a register says something new of a party. */
export const subscriptions: readonly Subscription[] = [
  on('signing.signed', 'mandates.one-signed', whenSigned),
  on('signing.completed', 'mandates.signed', whenSigned),
  on('signing.refused', 'mandates.refused', whenSigned),
  on('signing.withdrawn', 'mandates.withdrawn', whenSigned),
  on('signing.expired', 'mandates.expired', whenSigned),
  on('mandates.party-state-changed', 'mandates.follow-state', followState),
  on('mandates.party-state-changed', 'mandates.sign-out-the-dead', signOutTheDead),
];

/**
 * Answers the one question of authority for the whole house. What lets somebody act for another is loaded for each
 * question, so that a mandate that is revoked is revoked for every page, API and open session; `decide` stays pure.
 * @param follow asks the registers again when what they said is old; without it, what they said before is what is known
 */
export function mayActBy(officialAssurance: Assurance, follow?: FollowParts): MayAct {
  const own = factsOfNobody(officialAssurance);
  return async (scope, question) =>
    decide(actsForAnother(question) ? await factsFor(scope, question, own, follow) : own, question);
}

function actsForAnother({ actor, principal }: Question): boolean {
  return actor.kind === 'person' && principal !== undefined && principal !== actor.party;
}

/** The base registers are asked when what they said is old, other registers of mandates each time. */
async function factsFor(scope: Scope, question: Question, own: Facts, follow?: FollowParts): Promise<Facts> {
  const { actor, principal, at } = question;
  if (actor.kind !== 'person' || principal === undefined) return own;
  const load = () => scope.read((tx) => loadFacts(tx, actor.party, principal, at));
  let known = await load();
  const asking = follow && askLinks(scope, follow, known.elsewhere);
  if (follow && known.kind && isDue(sourcesOf[known.kind], known.heard, at.epochMilliseconds)) {
    // Of whom nobody here says that the actor has to do with them, nothing is asked.
    const isRelated = known.mandates.length > 0 || known.rights.length > 0 || known.elsewhere.length > 0;
    if (isRelated && (await followPrincipal(scope, follow, principal))) known = await load();
  }
  const said = await asking;
  const facts = factsOf(known, own, at);
  return said ? withElsewhere(facts, said, principal) : facts;
}
