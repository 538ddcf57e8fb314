import { dateIn } from '../../kernel/calendar/format.ts';
import { type Identifier, isPersonNumber } from '../../kernel/identifiers/identifier.ts';
import { parseWritten } from '../../kernel/identifiers/parse.ts';
import type { PartyId } from '../../kernel/ids.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import type { SourceAnswer } from '../../kernel/source-answer.ts';
import type { RegisteredOrganisation, RegisterName } from '../base-registers/index.ts';
import { ensureNamed, ownIdentifier, partyByNumber } from '../identity/index.ts';
import {
  type FollowParts,
  followPrincipals,
  NO_OLDER_THAN,
  numbered,
  outcomeOf,
  type Principal,
  PURPOSE,
} from './follow-registers.ts';
import { loadLinked } from './store/elsewhere.ts';
import { keepHeard, loadPrincipalsOf } from './store/register-rights.ts';

/** Somebody whom a register has named as represented by who asks. */
type Named = {
  readonly number: string;
  readonly name: string | null;
  readonly organisation?: SourceAnswer<RegisteredOrganisation>;
  readonly source: RegisterName;
};

/**
 * Asks the registers for whom the person who is signed in may act, then, of each of those, whether that is so: what one
 * register's answer about the one says must agree with its answer about the other. Also who may act for the person.
 * @throws Refusal not-allowed for who is no person
 */
export async function followSelf(scope: Scope, parts: FollowParts): Promise<void> {
  const { actor, now } = scope;
  const permitted = await permit(scope, 'party.represent', {});
  if (actor.kind !== 'person') return;
  const own = await ownIdentifier(scope, parts.secrets, actor.party);
  if (own === null) return;
  const { registers } = parts;
  const look = { purpose: PURPOSE, about: actor.party, noOlderThan: NO_OLDER_THAN };
  const [person, organisations, guardianships, before, linked] = await Promise.all([
    registers.person(scope, own.value, look),
    registers.organisationsOf(scope, own.value, look),
    registers.guardianshipsOf(scope, own.value, look),
    scope.read((tx) => loadPrincipalsOf(tx, actor.party)),
    scope.read((tx) => loadLinked(tx, actor.party)),
  ]);
  const named: Named[] = [
    ...(person.state === 'answered'
      ? person.value.children.map(({ number, name }) => ({ number, name, source: 'population' as const }))
      : []),
    ...(organisations.state === 'answered'
      ? organisations.value.map((value) => ({
          ...{ number: value.number, name: value.name, source: 'company' as const },
          organisation: { state: 'answered' as const, value, asOf: organisations.asOf },
        }))
      : []),
    ...(guardianships.state === 'answered'
      ? guardianships.value
          .filter(({ guardian }) => guardian.number === own.value)
          .map(({ principal }) => ({ ...principal, source: 'guardianship' as const }))
      : []),
  ];
  const found = await partiesOf(scope, parts, own.value, named);
  const known = new Set(found.map(({ party }) => party));
  const earlier = new Set([...before, ...linked.map(({ principal }) => principal)]);
  const left = [...earlier].filter((party) => !known.has(party));
  const there = scope.reaching(permitted, { parties: [actor.party, ...known, ...left] });
  const answers = { population: person, company: organisations, guardianship: guardianships };
  const silent = new Map(
    Object.entries(answers).flatMap(([source, answer]) =>
      answer.state === 'failed' || answer.state === 'stale'
        ? [[source as RegisterName, failedOf(source, answer)] as const]
        : [],
    ),
  );
  await followPrincipals(
    there,
    parts,
    [{ party: actor.party, number: own }, ...found, ...(await numbered(there, parts, left))],
    { silent, traced: true },
  );
  // Last, so that who asks meanwhile asks as well instead of reading half an answer.
  await scope.write((tx) =>
    keepHeard(
      tx,
      Object.entries(answers).map(([source, answer]) => ({
        ...{ party: actor.party, about: 'representative', source: source as RegisterName },
        ...{ ...outcomeOf(answer, now), rights: [], states: [] },
      })),
    ),
  );
}

function failedOf(source: string, answer: Extract<SourceAnswer<unknown>, { fault: unknown }>): SourceAnswer<never> {
  return { state: 'failed', source, fault: answer.fault, retry: true };
}

/** The parties that they are here, made now when they are not; nobody whose number can not be read. */
async function partiesOf(scope: Scope, parts: FollowParts, own: string, named: readonly Named[]): Promise<Principal[]> {
  const today = dateIn('FI', scope.now);
  const found = new Map<PartyId, Principal>();
  for (const { number, name, organisation, source } of named) {
    const read = parseWritten(number, today);
    if (read.kind === 'none') continue;
    const party = await partyOf(scope, parts, read, name);
    found.set(party, {
      ...{ party, number: read, namedBy: { number: own, source } },
      ...(organisation && !isPersonNumber(read) ? { organisation } : {}),
    });
  }
  return [...found.values()];
}

function partyOf(scope: Scope, { secrets }: FollowParts, number: Identifier, name: string | null): Promise<PartyId> {
  if (name === null) return partyByNumber(scope, secrets, number); // protected: no name is taken in
  return ensureNamed(scope, secrets, number, { name, language: null });
}
