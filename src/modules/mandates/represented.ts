import type { PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import { chooseActingFor } from '../identity/index.ts';
import { byRight } from './by-right.ts';
import { factsOfNobody } from './facts.ts';
import { loadFacts } from './store.ts';

/** Somebody whom the reader may act for now. */
export type Represented = {
  readonly party: PartyId;
  readonly name: string;
  /** The rights that let them: mandates by id, registers' by kind. */
  readonly by: readonly { readonly kind: string; readonly id: string }[];
};

/** Whom the reader may act for, by name; asked as oneself. */
export async function representedBy(scope: Scope): Promise<readonly Represented[]> {
  const { actor, now: at } = scope;
  if (actor.kind !== 'person') throw new Refusal('not-allowed', 'kernel.authority.no');
  const known = await scope.read((tx) => loadFacts(tx, actor.party, null, at));
  const facts = {
    ...factsOfNobody('high'), // nobody's office is asked about here
    ...{ mandates: known.mandates, registerRights: known.rights, personStates: known.states },
  };
  const names = new Map<PartyId, string>([
    ...known.mandates.flatMap(({ grantors, names: called }) =>
      grantors.map((party): [PartyId, string] => [party, called?.[party] ?? '']),
    ),
    ...known.rights.map(({ principal, name }): [PartyId, string] => [principal, name]),
  ]);
  const found = [...names].flatMap(([party, name]): Represented[] => {
    const question = { actor, principal: party, action: 'party.represent' as const, resource: {}, at };
    const { basis } = byRight(facts, question, { actor: actor.party, principal: party }, null);
    return basis.length === 0 ? [] : [{ party, name, by: basis.map(({ kind, id }) => ({ kind, id })) }];
  });
  return found.sort((a, b) => a.name.localeCompare(b.name, scope.language));
}

/**
 * From the next page on the session acts for them; without a party, for the reader.
 * @throws Refusal not-allowed when the reader may not act for them now
 */
export async function actFor(scope: Scope, wanted: string | null): Promise<void> {
  if (wanted === null) return chooseActingFor(scope, null);
  const chosen = (await representedBy(scope)).find(({ party }) => party === wanted);
  if (!chosen) throw new Refusal('not-allowed', 'mandates.choose.not-represented');
  await chooseActingFor(scope, chosen.party);
}
