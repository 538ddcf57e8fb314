import type { PartyId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { MakeScope, Scope } from '../../../kernel/scope.ts';
import { type FollowParts, representedBy } from '../../mandates/index.ts';
import type { WholeOverview } from '../whole-overview.ts';

/** Somebody whose cases the reader sees: themselves first, then those whom they act for, by name. */
export type Somebody = {
  readonly party: PartyId;
  /** Null for oneself, and for a protected identity. */
  readonly name: string | null;
  readonly isOneself: boolean;
};

export type Everybody = {
  readonly people: readonly Somebody[];
  /** There are more than are asked for at once. */
  readonly more: boolean;
  readonly silent: readonly string[];
};

/** What is known of one person's cases; null when the right to see them could not be asked, or is gone. */
export type Theirs = { readonly who: Somebody; readonly whole: WholeOverview | null };

/** A page that asks for more than so many people is slower than choosing one of them. */
const MOST = 12;

/** @throws Refusal not-allowed for who is no person */
export async function everybody(scope: Scope, follow?: FollowParts): Promise<Everybody> {
  const { actor } = scope;
  if (actor.kind !== 'person') throw new Refusal('not-allowed', 'kernel.authority.no');
  const { represented, silent, silentElsewhere } = await representedBy(scope, follow);
  const others = represented.slice(0, MOST).map(({ party, name }) => ({ party, name, isOneself: false }));
  return {
    people: [{ party: actor.party, name: null, isOneself: true }, ...others],
    more: represented.length > MOST,
    silent: [...silent.map(({ source }) => source), ...silentElsewhere],
  };
}

/** As the session would be in their name: behind their fence alone, so that nothing of one meets another's. */
export function inNameOf(makeScope: MakeScope, scope: Scope, party: PartyId, isProtected: boolean): Scope {
  const { actor, language, now, requestId } = scope;
  if (actor.kind !== 'person') throw new Refusal('not-allowed', 'kernel.authority.no');
  return makeScope({
    ...{ language, now, requestId, room: 'resident', principal: party },
    // A protected identity has no name in the log of whom they act for.
    actor: isProtected && party !== actor.party ? { ...actor, name: '' } : actor,
    fence: { authorities: [], parties: [party] },
  });
}
