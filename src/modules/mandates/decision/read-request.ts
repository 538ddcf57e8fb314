import type { Action } from '../../../kernel/authority.ts';
import { isUuid, type PartyId, type ServiceId } from '../../../kernel/ids.ts';
import { WrongAt } from '../for-machines/people.ts';
import { type Identity, typesOfNumbers } from '../for-machines/shapes.ts';
import type { Attribute, DecisionRequest } from './shapes.ts';

/** Somebody, by their id in this house or by a number; null for an id that nobody here can have. */
export type Somebody = { readonly party: PartyId | null } | { readonly number: Identity; readonly at: string };

/** What is asked, before it is known whether there is such a thing. */
export type Read = {
  readonly subject: Somebody;
  readonly principal: Somebody;
  /** Null for one that no right here is about. */
  readonly action: Action | null;
  readonly about:
    | { readonly kind: 'case'; readonly id: string }
    | { readonly kind: 'service'; readonly id: ServiceId }
    | { readonly kind: 'property'; readonly designation: string }
    | { readonly kind: 'authority' };
  /** The party as it was written in the case's address; told back, as Altinn does. */
  readonly partyWritten: string | null;
};

/** What the request does not say; XACML has a word for that, so it is no fault of form. */
export type Missing = { readonly missing: 'AccessSubject' | 'Action' | 'Resource' };

const ACTION_ID = 'urn:oasis:names:tc:xacml:1.0:action:action-id';
const ofCase: ReadonlyMap<string, Action> = new Map([
  ['read', 'case.read-own'],
  ['write', 'case.complete'],
  ['sign', 'signing.sign'],
]);
const ofOther: ReadonlyMap<string, Action> = new Map([
  ['read', 'case.read-own'],
  ['write', 'service.file'],
  ['instantiate', 'service.file'],
  ['read-mail', 'mailbox.read'],
  ['represent', 'party.represent'],
  ['sign', 'signing.sign'],
]);

type Category = 'AccessSubject' | 'Action' | 'Resource';

function attributesOf({ Request }: DecisionRequest, category: Category): readonly Attribute[] {
  return Request[category][0]?.Attribute ?? [];
}

/** @throws WrongAt when it is said twice: nobody can know which is meant */
function saidIn(request: DecisionRequest, category: Category, id: string): string | undefined {
  const found = attributesOf(request, category).flatMap((one, at) => (one.AttributeId === id ? [{ one, at }] : []));
  if (found.length > 1) throw new WrongAt(`/Request/${category}/0/Attribute/${found[1]?.at}`);
  return found[0]?.one.Value;
}

function pointerTo(request: DecisionRequest, category: Category, id: string): string {
  const at = attributesOf(request, category).findIndex(({ AttributeId }) => AttributeId === id);
  return `/Request/${category}/0/Attribute/${at}/Value`;
}

function partyIn(value: string): PartyId | null {
  return isUuid(value) ? (value as PartyId) : null;
}

function somebodyIn(request: DecisionRequest, category: Category, ids: readonly string[]): Somebody | null {
  for (const id of ids) {
    const value = saidIn(request, category, id);
    if (value !== undefined) return { party: partyIn(value) };
  }
  for (const typ of typesOfNumbers) {
    const id = `urn:allmanning:identity:${typ}`;
    const value = saidIn(request, category, id);
    if (value !== undefined) return { number: { id: value, typ }, at: pointerTo(request, category, id) };
  }
  return null;
}

/** @throws WrongAt */
export function readRequest(request: DecisionRequest): Read | Missing {
  const subject = somebodyIn(request, 'AccessSubject', ['urn:altinn:userid', 'urn:altinn:partyid']);
  if (subject === null) return { missing: 'AccessSubject' };
  const verb = saidIn(request, 'Action', ACTION_ID);
  if (verb === undefined) return { missing: 'Action' };
  const instance = saidIn(request, 'Resource', 'urn:altinn:instance-id');
  if (instance !== undefined) {
    const parts = /^([^/]+)\/([^/]+)$/.exec(instance);
    if (!parts) throw new WrongAt(pointerTo(request, 'Resource', 'urn:altinn:instance-id'));
    const [, party = '', id = ''] = parts;
    const read = {
      subject,
      principal: { party: partyIn(party) },
      partyWritten: party,
      action: ofCase.get(verb) ?? null,
    };
    return { ...read, about: { kind: 'case', id } };
  }
  const principal = somebodyIn(request, 'Resource', ['urn:altinn:partyid']);
  if (principal === null) return { missing: 'Resource' };
  const service = saidIn(request, 'Resource', 'urn:altinn:resource');
  const designation = saidIn(request, 'Resource', 'urn:allmanning:property');
  return {
    ...{ subject, principal, partyWritten: null, action: ofOther.get(verb) ?? null },
    about:
      service !== undefined
        ? { kind: 'service', id: service as ServiceId }
        : designation !== undefined
          ? { kind: 'property', designation }
          : { kind: 'authority' },
  };
}
