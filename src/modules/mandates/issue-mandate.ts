import './events.ts';
import { dateIn } from '../../kernel/calendar/format.ts';
import { type Identifier, isPersonNumber } from '../../kernel/identifiers/identifier.ts';
import { parseIdentifier } from '../../kernel/identifiers/parse.ts';
import { type MandateId, newId, type PartyId, type SigningId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type Permit, permit, type Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { loadOwnParty, partyByNumber } from '../identity/index.ts';
import { requestSignatures } from '../signing/index.ts';
import { begun, type MandateEvent, type Named, type Terms } from './mandate.ts';
import { wordsToSign } from './plain-words.ts';
import { insertEvent, insertMandate, insertParties } from './store.ts';
import { dayFault, momentsOf, SIGNING_DAYS, type Wanted } from './terms.ts';

export type IssueParts = {
  readonly secrets: Secrets;
  /** Numbers from the agencies' test ranges; never in production. */
  readonly testPersons: boolean;
};

/** Whom it is given to: by their number, and as the grantor calls them until they have accepted it. */
export type Holder = { readonly country: 'SE' | 'FI'; readonly number: string; readonly name: string };

export type Issued = { readonly mandate: MandateId; readonly signing: SigningId };

/**
 * The number as a number.
 * @throws Refusal invalid when it is none, or a test number in production
 */
export function numberOf(scope: Scope, { country, number }: Holder, { testPersons }: IssueParts): Identifier {
  const parsed = parseIdentifier(number, dateIn('SE', scope.now), country);
  if (parsed.kind === 'none' || (parsed.isTest && !testPersons)) throw new Refusal('invalid', 'mandates.number');
  return parsed;
}

/** The terms as they will be signed. @throws Refusal invalid for days that can not be */
function termsOf({ terms, holders, grantors, signer }: Drafting, now: Temporal.Instant): Terms {
  const fault = dayFault(terms, now);
  if (fault) throw new Refusal('invalid', `mandates.days.${fault}`);
  const { reach, subject, level, mayPassOn } = terms;
  return {
    ...{ grantors, holders, reach, subject, mayPassOn, level: reach.kind === 'mail' ? 'passive' : level },
    ...momentsOf(terms),
    signers: grantors.map(({ party }) => ({ party: signer, onBehalfOf: party })),
    signBy: now.add({ hours: 24 * SIGNING_DAYS }),
    ...{ inOrder: false, requestedBy: null, replaces: null, passedOn: null },
  };
}

type Drafting = {
  readonly terms: Wanted;
  readonly grantors: readonly Named[];
  readonly holders: readonly Named[];
  readonly signer: PartyId;
};

/**
 * Drafts a mandate in the name of whom the reader acts for, and asks for the signature; it gives nothing until then.
 * @throws Refusal not-allowed | invalid
 */
export async function issueMandate(scope: Scope, parts: IssueParts, wanted: Wanted, holder: Holder): Promise<Issued> {
  const permitted = await permit(scope, 'mandate.issue', {});
  const { principal, actor } = scope;
  if (principal === null || actor.kind !== 'person') throw new Refusal('not-allowed', 'kernel.authority.no');
  const number = numberOf(scope, holder, parts);
  const own = await scope.read((tx) => loadOwnParty(tx, principal));
  const other = await partyByNumber(scope, parts.secrets, number);
  if (other === principal || (other === actor.party && isPersonNumber(number))) {
    throw new Refusal('invalid', 'mandates.to-oneself');
  }
  const terms = termsOf(
    {
      terms: wanted,
      grantors: [{ party: principal, name: own?.name ?? '' }],
      holders: [{ party: other, name: holder.name }],
      signer: actor.party,
    },
    scope.now,
  );
  return draft(scope, permitted, terms);
}

async function draft(scope: Scope, permitted: Permit, terms: Terms): Promise<Issued> {
  const { actor, now } = scope;
  if (actor.kind !== 'person') throw new Refusal('not-allowed', 'kernel.authority.no');
  const parties = [
    ...new Set([...terms.grantors, ...terms.holders, ...terms.signers].map(({ party }) => party)),
  ] as PartyId[];
  const id = newId<MandateId>();
  const event: Extract<MandateEvent, { terms: Terms }> = { kind: 'drafted', by: actor.party, terms };
  const mandate = begun(id, now, 1, event);
  const there = scope.reaching(permitted, { parties });
  const signing = await there.write(async (tx) => {
    const asked = await requestSignatures(there, tx, {
      subject: { kind: 'mandate', id },
      document: { ...wordsToSign(terms), content: contentOf(id, terms) },
      signers: terms.signers.map(({ party, onBehalfOf }) => (party === onBehalfOf ? { party } : { party, onBehalfOf })),
      inOrder: false,
      deadline: terms.signBy,
    });
    await insertMandate(tx, mandate, asked);
    await insertEvent(tx, mandate, now, event, permitted.basis);
    await insertParties(tx, mandate, now);
    await there.audit(tx, {
      about: terms.grantors[0]?.party as PartyId, // one drafts for one grantor
      action: 'mandate.issue',
      purpose: 'mandates.purpose.drafted',
      basis: permitted.basis,
      resource: { mandate: id },
    });
    await there.publish(tx, { kind: 'mandate.drafted', authorities: [], parties, mandate: id, seq: 1 });
    return asked;
  });
  return { mandate: id, signing };
}

/** What a machine reads of what was signed; ids only. */
function contentOf(id: MandateId, terms: Terms) {
  const { grantors, holders, reach, level, mayPassOn, from, until } = terms;
  return {
    mandate: id,
    grantors: grantors.map(({ party }) => party as string),
    holders: holders.map(({ party }) => party as string),
    reach: { ...reach } as Record<string, string | number | null>,
    ...{ level, mayPassOn, from: from.toString(), until: until.toString() },
  };
}
