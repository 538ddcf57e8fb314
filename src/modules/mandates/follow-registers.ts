import './events.ts';
import { dateIn } from '../../kernel/calendar/format.ts';
import { type Identifier, isPersonNumber } from '../../kernel/identifiers/identifier.ts';
import { parseWritten } from '../../kernel/identifiers/parse.ts';
import { derivedId, type PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import type { SourceAnswer } from '../../kernel/source-answer.ts';
import type { RegisteredOrganisation, RegisterName, Registers } from '../base-registers/index.ts';
import { ownIdentifier, partiesOfNumbers, takeOver } from '../identity/index.ts';
import type { MandateRegister } from './elsewhere/mandate-register.ts';
import {
  type Derived,
  type RightSaid,
  type SaidOfPerson,
  saidOfOrganisation,
  saidOfPerson,
} from './register-rights.ts';
import { type HeardRow, type KeptRight, keepHeard } from './store/register-rights.ts';

export type FollowParts = {
  readonly registers: Registers;
  /** The registers of mandates that other authorities keep. */
  readonly elsewhere: readonly MandateRegister[];
  readonly secrets: Secrets;
};

/** Somebody for whom others may act, by their number. */
export type Principal = {
  readonly party: PartyId;
  readonly number: Identifier;
  /** When the register has just said it in answer to another question. */
  readonly organisation?: SourceAnswer<RegisteredOrganisation>;
  /** The number of who has been said to act for them, and by which register. */
  readonly namedBy?: { readonly number: string; readonly source: RegisterName };
};

export const PURPOSE = 'mandates.purpose.represents';
/** Minutes: what moments ago was asked for another reason will do. */
export const NO_OLDER_THAN = 1;
const AT_ONCE = 10;

/** What one register came to about one principal. */
type Told = {
  readonly source: RegisterName;
  readonly answer: SourceAnswer<unknown>;
  readonly derived: Derived;
  readonly name: string | null;
};

export type Following = {
  /** Those that have just failed, and are not asked again at once. */
  readonly silent?: ReadonlyMap<RegisterName, SourceAnswer<never>>;
  /** Whether the principal reads in their log that somebody asked. */
  readonly traced: boolean;
};

/**
 * Asks the registers who may act for these parties of the scope, and keeps what they say in place of what they said before;
 * whoever's state is new is told of by an event. A register that fails leaves what is known, and that it was asked.
 */
export async function followPrincipals(
  scope: Scope,
  parts: FollowParts,
  principals: readonly Principal[],
  following: Following,
): Promise<void> {
  for (let from = 0; from < principals.length; from += AT_ONCE) {
    const some = principals.slice(from, from + AT_ONCE);
    const told = await Promise.all(some.map((one) => ask(scope, parts, one, following)));
    const parties = await holdersIn(scope, parts, told.flat());
    const rows = some.flatMap(({ party }, n) => (told[n] ?? []).map((one) => rowOf(scope, parts, party, one, parties)));
    await scope.write(async (tx) => {
      for (const party of await keepHeard(tx, rows)) {
        await scope.publish(tx, { kind: 'mandates.party-state-changed', authorities: [], parties: [party] });
      }
    });
  }
}

/**
 * The same for the one in whose name the scope acts.
 * @returns false when the scope does not reach them, and nothing was asked
 */
export async function followPrincipal(scope: Scope, parts: FollowParts, party: PartyId): Promise<boolean> {
  if (!scope.fence.parties.includes(party)) return false;
  const principals = await numbered(scope, parts, [party]);
  await followPrincipals(scope, parts, principals, { traced: false });
  return principals.length > 0;
}

/** Parties of the scope by their numbers; whoever has none is left out. */
export async function numbered(
  scope: Scope,
  { secrets }: FollowParts,
  parties: readonly PartyId[],
): Promise<Principal[]> {
  const read = await Promise.all(
    parties.map(async (party) => ({ party, number: await ownIdentifier(scope, secrets, party) })),
  );
  return read.flatMap(({ party, number }) => (number ? [{ party, number }] : []));
}

async function ask(scope: Scope, parts: FollowParts, principal: Principal, following: Following): Promise<Told[]> {
  const { registers } = parts;
  const { party, number } = principal;
  const { value } = number;
  const zone = number.country === 'SE' ? 'Europe/Stockholm' : 'Europe/Mariehamn';
  const about = following.traced && isPersonNumber(number) ? party : null;
  const look = { purpose: PURPOSE, about, noOlderThan: NO_OLDER_THAN };
  if (!isPersonNumber(number)) {
    const answer =
      principal.organisation ??
      following.silent?.get('company') ??
      (await registers.organisation(scope, value, { ...look, about: null }));
    const said = saidIn(answer);
    const asOf = 'asOf' in answer ? answer.asOf : scope.now;
    return [{ source: 'company', answer, derived: saidOfOrganisation(said, zone, asOf), name: said?.name ?? null }];
  }
  const [person, guardianships] = await Promise.all([
    following.silent?.get('population') ?? registers.person(scope, value, look),
    following.silent?.get('guardianship') ?? registers.guardianshipsOf(scope, value, look),
  ]);
  if (person.state === 'answered') await takeOver(scope, party, person.value);
  const said = {
    ...{ person: saidIn(person), guardianships: saidIn(guardianships) ?? [], number: value, zone },
  };
  const { rights, states } = saidOfPerson(said, scope.now);
  if (isDoubted(said, rights, principal, { population: person, guardianship: guardianships })) {
    await registers.disagreed(scope, 'guardianships-of', PURPOSE);
  }
  const called = said.guardianships.find((one) => one.principal.number === value)?.principal.name ?? null;
  const name = said.person === null ? called : said.person.protectedIdentity ? null : said.person.name;
  const of = (source: RegisterName, answer: SourceAnswer<unknown>): Told => ({
    ...{ source, answer, name },
    derived: {
      rights: rights.filter((one) => one.source === source),
      states: states.filter((one) => one.source === source),
    },
  });
  return [of('population', person), of('guardianship', guardianships)];
}

/** Whether two registers, or the two ends of one, say different things about who acts for somebody. */
function isDoubted(
  { person }: SaidOfPerson,
  rights: readonly RightSaid[],
  { namedBy }: Principal,
  answers: Readonly<Partial<Record<RegisterName, SourceAnswer<unknown>>>>,
): boolean {
  if (rights.some(({ rests }) => rests === 'disagreeing')) return true;
  if (namedBy === undefined || (namedBy.source === 'population' && person === null)) return false;
  const state = answers[namedBy.source]?.state;
  if (state !== 'answered' && state !== 'nothing') return false;
  return rights.every(({ holder, source }) => holder.number !== namedBy.number || source !== namedBy.source);
}

/** What it says, or said before it failed. */
function saidIn<T>(answer: SourceAnswer<T>): T | null {
  return answer.state === 'answered' || answer.state === 'stale' ? answer.value : null;
}

/** Those whom the registers name and who are known here; nobody else can act. */
async function holdersIn(scope: Scope, { secrets }: FollowParts, told: readonly Told[]) {
  const today = dateIn('FI', scope.now);
  const numbers = new Set(told.flatMap(({ derived }) => derived.rights.map(({ holder }) => holder.number)));
  const read = [...numbers].map((number) => parseWritten(number, today)).filter((one) => one.kind !== 'none');
  return partiesOfNumbers(scope, secrets, read);
}

/** How an asking went. */
export function outcomeOf(answer: SourceAnswer<unknown>, now: Temporal.Instant) {
  switch (answer.state) {
    case 'answered':
    case 'nothing':
      return { asked_at: now, heard_at: now, as_of: answer.asOf, fault: null };
    case 'not-asked':
      return { asked_at: now, heard_at: null, as_of: null, fault: null };
    case 'not-allowed':
      return { asked_at: now, heard_at: null, as_of: null, fault: 'not-allowed' };
    case 'failed':
    case 'stale':
      return { asked_at: now, heard_at: null, as_of: null, fault: answer.fault };
  }
}

function rowOf(
  scope: Scope,
  parts: FollowParts,
  party: PartyId,
  { source, answer, derived, name }: Told,
  parties: ReadonlyMap<string, PartyId>,
): HeardRow {
  return {
    ...{ party, about: 'represented', source, ...outcomeOf(answer, scope.now) },
    rights: derived.rights.flatMap((right) => {
      const holder = parties.get(right.holder.number);
      return holder === undefined || holder === party ? [] : [keptRight(parts, party, holder, name, right)];
    }),
    states: derived.states.map(({ kind, since }) => ({ kind, since })),
  };
}

function keptRight(
  { secrets }: FollowParts,
  party: PartyId,
  holder: PartyId,
  name: string | null,
  right: RightSaid,
): KeptRight {
  const { kind, source, alone, together, duties, from, until, rests } = right;
  const said = JSON.stringify([source, kind, party, holder, alone, together, duties, from, until, rests]);
  return {
    ...{ holder, kind, alone, together, duties, rests, valid_from: from, valid_until: until },
    reference: derivedId('mandates.register-right', kind, party, holder, String(from)),
    principal_name: name,
    holder_name: right.holder.name,
    evidence: `${source}:${secrets.index(said, 'mandates.register-right').toString('hex')}`,
  };
}
