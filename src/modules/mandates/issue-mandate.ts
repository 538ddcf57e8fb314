import type { Basis } from '../../kernel/authority.ts';
import { dateIn } from '../../kernel/calendar/format.ts';
import { type Identifier, isPersonNumber } from '../../kernel/identifiers/identifier.ts';
import { parseIdentifier } from '../../kernel/identifiers/parse.ts';
import type { PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type Permit, permit, type Scope } from '../../kernel/scope.ts';
import { loadOwnParty, partyByNumber } from '../identity/index.ts';
import { draftMandate, type Issued } from './drafting.ts';
import type { Named, Signatory } from './mandate.ts';
import { type AgeParts, assertOfAge, isOfAge } from './of-age.ts';
import { type OrganisationParts, organisationSigning } from './signed-for.ts';
import { termsOf, type Wanted } from './terms.ts';

export type IssueParts = AgeParts & {
  /** By what the company register says; absent where none is asked. */
  readonly organisations?: OrganisationParts;
  /** Numbers from the agencies' test ranges; never in production. */
  readonly testPersons: boolean;
};

/** Whom it is given to: by their number, and as the grantor calls them until they have accepted it. */
export type Holder = { readonly country: 'SE' | 'FI'; readonly number: string; readonly name: string };

/** When several give it, or several sign for an organisation. */
export type Jointly = {
  /** Persons who give it as well, each for themselves. */
  readonly alsoFrom: readonly Holder[];
  /** Given by an organisation, by whom it is signed, and what who writes it is called, when it is for them (too). */
  readonly organisation: {
    readonly organisation: string;
    readonly chosen: readonly string[];
    readonly toActor: string | null;
  } | null;
  readonly inOrder: boolean;
  readonly signingDays: number;
};

/**
 * The number as a number.
 * @throws Refusal invalid when it is none, or a test number in production
 */
export function numberOf(
  scope: Scope,
  { country, number }: Pick<Holder, 'country' | 'number'>,
  { testPersons }: Pick<IssueParts, 'testPersons'>,
): Identifier {
  const parsed = parseIdentifier(number, dateIn('SE', scope.now), country);
  if (parsed.kind === 'none' || (parsed.isTest && !testPersons)) throw new Refusal('invalid', 'mandates.number');
  return parsed;
}

/** Of who gives it. @throws Refusal invalid when it is an organisation's, or a minor's */
function grantorNumberOf(scope: Scope, person: Holder, parts: Pick<IssueParts, 'testPersons'>): Identifier {
  const number = numberOf(scope, person, parts);
  if (!isPersonNumber(number)) throw new Refusal('invalid', 'mandates.person-only');
  if (!isOfAge(number.born, dateIn(number.country, scope.now))) throw new Refusal('invalid', 'mandates.minor-named');
  return number;
}

/**
 * To give one, in one's own name or for whom one acts.
 * @throws Refusal not-allowed, also for a minor
 */
export async function permitToGive(scope: Scope, parts: AgeParts): Promise<Permit> {
  const permitted = await permit(scope, 'mandate.issue', {});
  const { actor } = scope;
  if (actor.kind === 'person') await assertOfAge(scope.reaching(permitted, { parties: [actor.party] }), parts);
  return permitted;
}

type Givers = { readonly grantors: readonly Named[]; readonly signers: readonly Signatory[]; readonly basis: Basis[] };

async function giversOf(scope: Scope, parts: IssueParts, jointly: Partial<Jointly>): Promise<Givers> {
  const { principal, actor } = scope;
  if (principal === null || actor.kind !== 'person') throw new Refusal('not-allowed', 'kernel.authority.no');
  if (jointly.organisation) {
    if (!parts.organisations) throw new Refusal('not-allowed', 'mandates.signatory.not');
    const { organisation, signers, basis } = await organisationSigning(
      scope,
      parts.organisations,
      jointly.organisation,
    );
    const signing = signers.map((party) => ({ party, onBehalfOf: organisation.party }));
    return { grantors: [organisation], signers: signing, basis: [basis] };
  }
  const own = await scope.read((tx) => loadOwnParty(tx, principal));
  const grantors: Named[] = [{ party: principal, name: own?.name ?? '' }];
  const signers: Signatory[] = [{ party: actor.party, onBehalfOf: principal }];
  for (const one of jointly.alsoFrom ?? []) {
    const party = await partyByNumber(scope, parts.secrets, grantorNumberOf(scope, one, parts));
    grantors.push({ party, name: one.name });
    signers.push({ party, onBehalfOf: party });
  }
  return { grantors, signers, basis: [] };
}

/**
 * Writes a mandate in the name of whom the reader acts for, with others or for an organisation when it says so, and asks
 * for the signatures; it gives nothing until all are there.
 * @throws Refusal not-allowed | invalid | conflict | unavailable
 */
export async function issueMandate(
  scope: Scope,
  parts: IssueParts,
  wanted: Wanted,
  to: readonly Holder[],
  jointly: Partial<Jointly> = {},
): Promise<Issued> {
  const permitted = await permitToGive(scope, parts);
  const { grantors, signers, basis } = await giversOf(scope, parts, jointly);
  const { actor } = scope;
  const own = jointly.organisation?.toActor ?? null;
  const holders: Named[] = own !== null && actor.kind === 'person' ? [{ party: actor.party, name: own }] : [];
  for (const one of to) {
    const number = numberOf(scope, one, parts);
    const party = await partyByNumber(scope, parts.secrets, number);
    const isActor = actor.kind === 'person' && party === actor.party && isPersonNumber(number);
    if (isActor && !jointly.organisation) throw new Refusal('invalid', 'mandates.to-oneself');
    holders.push({ party, name: one.name });
  }
  assertEachOnce(grantors, holders);
  const { inOrder = false, signingDays } = jointly;
  const terms = termsOf(wanted, { grantors, holders, signers, inOrder }, scope.now, signingDays);
  return draftMandate(scope, permitted, terms, basis);
}

/** @throws Refusal invalid when somebody would give it to themselves, or stands in it twice */
export function assertEachOnce(grantors: readonly Named[], holders: readonly Named[]): void {
  const of = (all: readonly Named[]) => new Set<PartyId>(all.map(({ party }) => party));
  const [giving, having] = [of(grantors), of(holders)];
  if ([...giving].some((party) => having.has(party))) throw new Refusal('invalid', 'mandates.to-oneself');
  if (giving.size < grantors.length || having.size < holders.length)
    throw new Refusal('invalid', 'mandates.same-twice');
}

/**
 * The would-be holder asks a person for a mandate, who signs it, writes it otherwise, or says no.
 * @throws Refusal not-allowed | invalid | conflict when too much is asked, or it was refused lately
 */
export async function requestMandate(scope: Scope, parts: IssueParts, wanted: Wanted, from: Holder): Promise<Issued> {
  const permitted = await permit(scope, 'mandate.issue', {});
  const { principal } = scope;
  if (principal === null) throw new Refusal('not-allowed', 'kernel.authority.no');
  const party = await partyByNumber(scope, parts.secrets, grantorNumberOf(scope, from, parts));
  const own = await scope.read((tx) => loadOwnParty(tx, principal));
  const grantors: Named[] = [{ party, name: from.name }];
  const holders: Named[] = [{ party: principal, name: own?.name ?? '' }];
  const isActor = scope.actor.kind === 'person' && party === scope.actor.party;
  if (isActor) throw new Refusal('invalid', 'mandates.to-oneself');
  assertEachOnce(grantors, holders);
  const people = { grantors, holders, signers: [{ party, onBehalfOf: party }], inOrder: false };
  return draftMandate(scope, permitted, { ...termsOf(wanted, people, scope.now), requestedBy: principal });
}
