import type { Answer } from '../../kernel/authority.ts';
import type { PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { RegisterName } from '../base-registers/index.ts';
import { chooseActingFor } from '../identity/index.ts';
import { byRight } from './by-right.ts';
import { type Facts, factsOfNobody } from './facts.ts';
import type { FollowParts } from './follow-registers.ts';
import { followSelf } from './follow-self.ts';
import { type Heard, isDue, sourcesOfRepresentative } from './heard.ts';
import { factsOf, type KnownFacts, type KnownRight } from './known-facts.ts';
import { loadFacts } from './store.ts';

/** Somebody whom the reader may act for now. */
export type Represented = {
  readonly party: PartyId;
  /** Null for a protected identity. */
  readonly name: string | null;
  /** The rights that let them: mandates by id, registers' by kind. */
  readonly by: readonly { readonly kind: string; readonly id: string }[];
};

/** A right that a register gives the reader, and whether it does now: if not, why. */
export type OwnRight = { readonly right: KnownRight; readonly answer: Answer };

export type Representing = {
  /** By name. */
  readonly represented: readonly Represented[];
  /** All that the registers say, also what gives nothing now. */
  readonly rights: readonly OwnRight[];
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
  if (follow && isDue(sourcesOfRepresentative, known.heard, at.epochMilliseconds)) {
    await followSelf(scope, follow);
    known = await load();
  }
  const facts = factsOf(known, factsOfNobody('high'), at); // nobody's office is asked about here
  const asks = (principal: PartyId, among: Facts) => {
    const question = { actor, principal, action: 'party.represent' as const, resource: {}, at };
    return byRight(among, question, { actor: actor.party, principal }, null);
  };
  const represented = [...namesIn(known)].flatMap(([party, name]): Represented[] => {
    const { basis } = asks(party, facts);
    return basis.length === 0 ? [] : [{ party, name, by: basis.map(({ kind, id }) => ({ kind, id })) }];
  });
  const byName = (one: string | null, other: string | null) => (one ?? '').localeCompare(other ?? '', scope.language);
  return {
    represented: represented.sort((one, other) => byName(one.name, other.name)),
    rights: known.rights
      .map((right) => ({ right, answer: asks(right.principal, { ...facts, mandates: [], registerRights: [right] }) }))
      .sort((one, other) => byName(one.right.name, other.right.name)),
    silent: known.heard.filter(hasFailed).map(({ source, heardAt }) => ({ source, heardAt })),
  };
}

function hasFailed({ fault }: Heard): boolean {
  return fault !== null;
}

/** A register's name for somebody comes before what a mandate calls them. */
function namesIn({ mandates, rights }: KnownFacts): Map<PartyId, string | null> {
  return new Map<PartyId, string | null>([
    ...mandates.flatMap(({ grantors, names: called }) =>
      grantors.map((party): [PartyId, string | null] => [party, called?.[party] ?? '']),
    ),
    ...rights.map(({ principal, name }): [PartyId, string | null] => [principal, name]),
  ]);
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
