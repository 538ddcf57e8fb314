import type { Resource } from '../../../kernel/authority.ts';
import { type AuthorityId, newId, type PartyId, type ServiceId } from '../../../kernel/ids.ts';
import type { Admitted } from '../../../kernel/machine-clients/index.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { loadIsProtected, type PartyOfNumber } from '../../identity/index.ts';
import { decide } from '../decide.ts';
import { type Facts, factsOfNobody } from '../facts.ts';
import { basisOf, identifierIn } from '../for-machines/people.ts';
import { factsOf } from '../known-facts.ts';
import { loadFactsAt } from '../store/at-authority.ts';
import { type Read, readRequest, type Somebody } from './read-request.ts';
import type { DecisionRequest, Result } from './shapes.ts';
import { incomplete, notApplicable, resultOf } from './write-answer.ts';

/** What there is at an authority to have a right to; joined in the wiring, since services and cases stand higher. */
export type Resources = {
  /** Null for a service that the authority does not offer. */
  service(scope: Scope, authority: AuthorityId, service: ServiceId): Promise<Resource | null>;
  /** With whose matter it is; null for a case that is not the authority's. */
  case(scope: Scope, authority: AuthorityId, id: string): Promise<Resource | null>;
};

export type DecisionParts = { readonly partyOfNumber: PartyOfNumber; readonly resources: Resources };

/**
 * The house's one decision, for an authority's own system: may this person do that for that one? Mandates and what
 * registers say. Both read in their log that it was asked.
 * @throws WrongAt
 */
export async function decideForMachine(
  admitted: Admitted,
  request: DecisionRequest,
  parts: DecisionParts,
): Promise<Result> {
  const { scope, client } = admitted;
  const { authority } = client;
  const read = readRequest(request);
  if ('missing' in read) return incomplete(read);

  async function known(who: Somebody): Promise<PartyId | null> {
    if ('number' in who) return parts.partyOfNumber(scope, identifierIn(who.number, scope.now, who.at));
    const { party } = who;
    if (party === null) return null;
    return (await scope.read((tx) => loadIsProtected(tx, party))) === undefined ? null : party;
  }
  const [subject, principal] = [await known(read.subject), await known(read.principal)];
  const resource = await resourceOf(scope, authority, read, parts.resources);
  const named = [...new Set([subject, principal])].filter((party) => party !== null);
  const [purpose, basis] = ['mandates.purpose.machine-checked', basisOf(admitted)];
  await scope.write((tx) =>
    Promise.all(
      named.map((about) => scope.audit(tx, { about, action: 'mandate.read-own', purpose, basis, authority })),
    ),
  );
  if (resource === null || read.action === null) return notApplicable;
  if (resource.parties && (principal === null || !resource.parties.includes(principal))) return notApplicable;
  const telling = { withPolicies: request.Request.ReturnPolicyIdList === true, partyWritten: read.partyWritten };
  // As strong as can be: what the house would ask for comes back as an obligation, for who asks to see to.
  const actor = {
    kind: 'person',
    party: subject ?? newId<PartyId>(),
    name: '',
    assurance: 'high',
    session: '',
  } as const;
  const { action } = read;
  // Who is unknown here looks the same as who has no right: as a stranger, of whom nothing is known.
  const question = { actor, principal: principal ?? newId<PartyId>(), action, resource, at: scope.now };
  const facts = subject && principal ? await factsAbout(subject, principal) : factsOfNobody('high');
  return resultOf(decide(facts, question), telling);

  async function factsAbout(acting: PartyId, other: PartyId): Promise<Facts> {
    const asked = { authority, acting, at: scope.now };
    return factsOf(await scope.read((tx) => loadFactsAt(tx, asked, other)), factsOfNobody('high'), scope.now);
  }
}

async function resourceOf(
  scope: Scope,
  authority: AuthorityId,
  { about }: Read,
  resources: Resources,
): Promise<Resource | null> {
  switch (about.kind) {
    case 'case':
      return resources.case(scope, authority, about.id);
    case 'service':
      return resources.service(scope, authority, about.id);
    case 'property':
      return { authority, property: about.designation };
    case 'authority':
      return { authority };
  }
}
