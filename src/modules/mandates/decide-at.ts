import type { Action, Answer, Resource } from '../../kernel/authority.ts';
import { type AuthorityId, newId, type PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import { decide } from './decide.ts';
import { factsOfNobody } from './facts.ts';
import { factsOf } from './known-facts.ts';
import { loadFactsAt } from './store/at-authority.ts';

export type AskedAt = {
  readonly authority: AuthorityId;
  /** Null for who is unknown here: a stranger, of whom nothing is known, so that it looks the same as having no right. */
  readonly acting: PartyId | null;
  readonly principal: PartyId | null;
  readonly action: Action;
  readonly resource: Resource;
};

/**
 * The house's one decision about two people, for an authority's own machine: by what concerns that authority alone. As
 * strong as can be: what the house would ask for of a sign-in comes back as an obligation, for who asks to see to.
 */
export async function decideAt(scope: Scope, { authority, acting, principal, ...asked }: AskedAt): Promise<Answer> {
  const { now: at } = scope;
  const party = acting ?? newId<PartyId>();
  const actor = { kind: 'person', party, name: '', assurance: 'high', session: '' } as const;
  const own = factsOfNobody('high');
  const facts =
    acting && principal
      ? factsOf(await scope.read((tx) => loadFactsAt(tx, { authority, acting, at }, principal)), own, at)
      : own;
  return decide(facts, { actor, principal: principal ?? newId<PartyId>(), ...asked, at });
}
