import type { Resource } from '../../../kernel/authority.ts';
import type { AuthorityId, PartyId, ServiceId } from '../../../kernel/ids.ts';
import type { Admitted } from '../../../kernel/machine-clients/index.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { loadIsProtected, type PartyOfNumber } from '../../identity/index.ts';
import { decideAt } from '../decide-at.ts';
import { basisOf, identifierIn } from '../for-machines/people.ts';
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
  const { action } = read;
  return resultOf(await decideAt(scope, { authority, acting: subject, principal, action, resource }), telling);
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
