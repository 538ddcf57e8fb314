import type { Answer } from '../../kernel/authority.ts';
import type { AuthorityId, PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { RegisterName } from '../base-registers/index.ts';
import { chooseActingFor } from '../identity/index.ts';
import { byRight } from './by-right.ts';
import { askLinks, type SaidElsewhere } from './elsewhere/ask-links.ts';
import { findElsewhere } from './elsewhere/find-elsewhere.ts';
import type { Link } from './elsewhere/link.ts';
import { type Facts, factsOfNobody, type MandateRegisterName } from './facts.ts';
import type { FollowParts } from './follow-registers.ts';
import { followSelf } from './follow-self.ts';
import { type Heard, isDue, sourcesOfRepresentative } from './heard.ts';
import { factsOf, type KnownRight, type KnownWithLinks, withElsewhere } from './known-facts.ts';
import { loadFacts } from './store.ts';

/** Somebody whom the reader may act for now. */
export type Represented = {
  readonly party: PartyId;
  /** Null for a protected identity. */
  readonly name: string | null;
  /** The rights that let them: mandates by id, registers' by kind. */
  readonly by: readonly { readonly kind: string; readonly id: string; readonly source: string }[];
};

/** A right that a register gives the reader, and whether it does now: if not, why. */
export type OwnRight = { readonly right: KnownRight; readonly answer: Answer };

/** Whom another register of mandates has let the reader act for, and what it says now. */
export type OwnElsewhere = Pick<Link, 'register' | 'principal' | 'name' | 'kind'> & {
  /** At which authority, and how far; nothing when it gives no right now. */
  readonly rights: readonly NonNullable<Facts['elsewhere'][number]['right']>[];
  readonly answer: Answer;
};

export type Representing = {
  /** By name. */
  readonly represented: readonly Represented[];
  /** All that the registers say, also what gives nothing now. */
  readonly rights: readonly OwnRight[];
  /** By other registers of mandates, as they have just said. */
  readonly elsewhere: readonly OwnElsewhere[];
  /** Other registers of mandates that could not be asked. */
  readonly silentElsewhere: readonly MandateRegisterName[];
  /** Registers that could not be asked: there may be more than what stands here. */
  readonly silent: readonly { readonly source: RegisterName; readonly heardAt: number | null }[];
};

/**
 * Whom the reader may act for; asked as oneself. The registers are asked first when what they said is old.
 * @throws Refusal not-allowed for who is no person
 */
export async function representedBy(scope: Scope, follow?: FollowParts): Promise<Representing> {
  const { actor, now: at } = scope;
  if (actor.kind !== 'person') throw new Refusal('not-allowed', 'kernel.authority.no');
  const load = () => scope.read((tx) => loadFacts(tx, actor.party, null, at));
  let known = await load();
  const silentElsewhere = new Set<MandateRegisterName>();
  let said: SaidElsewhere = { facts: [], silent: [] };
  if (follow) {
    const isToFollow = isDue(sourcesOfRepresentative, known.heard, at.epochMilliseconds);
    const [unheard] = await Promise.all([
      findElsewhere(scope, follow),
      askLinks(scope, follow, known.elsewhere), // at the same time; the answers are there when they are asked for again
      isToFollow && followSelf(scope, follow),
    ]);
    known = await load();
    said = await askLinks(scope, follow, known.elsewhere);
    for (const register of [...unheard, ...said.silent.map((one) => one.register)]) silentElsewhere.add(register);
  }
  // Nobody's office is asked about here.
  const facts: Facts = { ...factsOf(known, factsOfNobody('high'), at), elsewhere: said.facts };
  const asks = (principal: PartyId, among: Facts) => {
    const question = { actor, principal, action: 'party.represent' as const, resource: {}, at };
    return byRight(among, question, { actor: actor.party, principal }, null);
  };
  const represented = [...namesIn(known)].flatMap(([party, name]): Represented[] => {
    const { basis } = asks(party, facts);
    return basis.length === 0 ? [] : [{ party, name, by: basis.map(({ kind, id, source }) => ({ kind, id, source })) }];
  });
  const byName = (one: string | null, other: string | null) => (one ?? '').localeCompare(other ?? '', scope.language);
  return {
    represented: represented.sort((one, other) => byName(one.name, other.name)),
    rights: known.rights
      .map((right) => ({
        right,
        answer: asks(right.principal, { ...facts, mandates: [], elsewhere: [], registerRights: [right] }),
      }))
      .sort((one, other) => byName(one.right.name, other.right.name)),
    elsewhere: known.elsewhere
      .map((link): OwnElsewhere => {
        const { register, principal, name, kind } = link;
        const alone = { ...facts, mandates: [], registerRights: [], silentSources: [], principalKind: kind };
        const about = withElsewhere(alone, ofRegister(said, register), principal);
        const rights = about.elsewhere.flatMap(({ right }) => right ?? []);
        return { register, principal, name, kind, rights, answer: asks(principal, about) };
      })
      .sort((one, other) => byName(one.name, other.name)),
    silentElsewhere: [...silentElsewhere].sort(),
    silent: known.heard.filter(hasFailed).map(({ source, heardAt }) => ({ source, heardAt })),
  };
}

function hasFailed({ fault }: Heard): boolean {
  return fault !== null;
}

function ofRegister({ facts, silent }: SaidElsewhere, register: MandateRegisterName): SaidElsewhere {
  return {
    facts: facts.filter((one) => one.register === register),
    silent: silent.filter((one) => one.register === register),
  };
}

/** A register's name for somebody comes before what a mandate calls them. */
function namesIn({ mandates, rights, elsewhere }: KnownWithLinks): Map<PartyId, string | null> {
  return new Map<PartyId, string | null>([
    ...elsewhere.map(({ principal, name }): [PartyId, string | null] => [principal, name]),
    ...mandates.flatMap(({ grantors, names: called }) =>
      grantors.map((party): [PartyId, string | null] => [party, called?.[party] ?? '']),
    ),
    ...rights.map(({ principal, name }): [PartyId, string | null] => [principal, name]),
  ]);
}

/** Where the rights in other registers are for. */
export function authoritiesIn({ elsewhere }: Representing): AuthorityId[] {
  return elsewhere.flatMap(({ rights }) =>
    rights.flatMap(({ reach }) => (reach.kind === 'everything' ? [] : (reach.authority ?? []))),
  );
}

/**
 * From the next page on the session acts for them; without a party, for the reader.
 * @throws Refusal not-allowed when the reader may not act for them now
 */
export async function actFor(scope: Scope, wanted: string | null, follow?: FollowParts): Promise<void> {
  if (wanted === null) return chooseActingFor(scope, null);
  const { represented } = await representedBy(scope, follow);
  const chosen = represented.find(({ party }) => party === wanted);
  if (!chosen) throw new Refusal('not-allowed', 'mandates.choose.not-represented');
  await chooseActingFor(scope, chosen.party);
}
