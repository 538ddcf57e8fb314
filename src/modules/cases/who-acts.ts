import type { PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { By } from './action.ts';

/** A party itself, or somebody who acts for it: they are named, since the party must know who it was. */
export function whoActs({ actor }: Pick<Scope, 'actor'>, party: PartyId): By {
  if (actor.kind !== 'person' || actor.party === party) return { kind: 'person', party };
  return { kind: 'representative', party: actor.party, name: actor.name, of: party };
}
