import type { Basis } from '../../kernel/authority.ts';
import { dateIn } from '../../kernel/calendar/format.ts';
import type { Identifier } from '../../kernel/identifiers/identifier.ts';
import { parseIdentifier } from '../../kernel/identifiers/parse.ts';
import { type AuthorityId, newId, type PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { numberContext } from './ensure-party.ts';
import { loadIsProtected } from './store/parties.ts';
import { takeNumber } from './store/trail.ts';

export type Telling = {
  readonly authority: AuthorityId;
  /** A text key that the person reads. */
  readonly purpose: string;
  readonly basis: readonly Basis[];
};

/** The number of a party for an authority's own system; null for a protected identity, and for who has none. */
export type TellNumber = (scope: Scope, party: PartyId, why: Telling) => Promise<Identifier | null>;

/** As `revealer`, for a system whose key has been asked for its right: the trace is written where the number is read. */
export function numberTeller(secrets: Pick<Secrets, 'decrypt'>): TellNumber {
  return async function tellNumber(scope, party, { authority, purpose, basis }) {
    const { actor } = scope;
    if (actor.kind !== 'machine') throw new TypeError('a number is told to a machine that has been let in');
    if (await scope.read((tx) => loadIsProtected(tx, party))) return null;
    const row = await scope.write((tx) =>
      takeNumber(tx, {
        ...{ about: party, line: newId<string>(), at: scope.now, authority, purpose, basis },
        ...{ actorKind: actor.kind, actorParty: null, actorName: actor.client, resource: {}, request: scope.requestId },
      }),
    );
    if (!row) return null;
    const number = parseIdentifier(
      secrets.decrypt(row.sealed, numberContext(party)),
      dateIn('SE', scope.now),
      row.country,
    );
    if (number.kind === 'none') throw new Error('a kept identity number is no identity number');
    return number;
  };
}
