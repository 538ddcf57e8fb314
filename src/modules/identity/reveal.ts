import type { Task } from '../../kernel/authority.ts';
import { dateIn } from '../../kernel/calendar/format.ts';
import type { PersonNumber } from '../../kernel/identifiers/identifier.ts';
import { parsePersonNumber } from '../../kernel/identifiers/parse.ts';
import { type AuthorityId, newId, type PartyId, type UnitId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { numberContext } from './ensure-party.ts';
import { loadIsProtected } from './store/parties.ts';
import { takeNumber } from './store/trail.ts';

/** In which matter somebody looks, and what for. */
export type Purpose = {
  /** A text key that the person reads: `cases.purpose.handling`. */
  readonly purpose: string;
  readonly authority: AuthorityId;
  readonly task: Task;
  readonly unit: UnitId | null;
  /** Ids only, for the person's log. */
  readonly resource?: Readonly<Record<string, string | number>>;
};

/**
 * A person's identity number, for an official who needs it in a matter: the only way to it. The trace that the person
 * reads at `/mina-sidor/logg` is written by the same database function that answers, in the same transaction.
 * @throws Refusal not-allowed | not-found
 */
export type Reveal = (scope: Scope, party: PartyId, why: Purpose) => Promise<PersonNumber>;

export function revealer(secrets: Secrets): Reveal {
  return async function reveal(scope, party, why) {
    const isProtected = await scope.read((tx) => loadIsProtected(tx, party));
    if (isProtected === undefined) throw new Refusal('not-found', 'identity.party.not-found');
    const { authority, task, unit } = why;
    const asked = { authority, task, unit, protected: isProtected, parties: [party] };
    const { basis } = await permit(scope, 'identity.reveal', asked);
    const { actor } = scope;
    const official = actor.kind === 'official' ? actor : null;
    const name = official?.name ?? (actor.kind === 'system' ? actor.name : '');
    const row = await scope.write((tx) =>
      takeNumber(tx, {
        about: party,
        line: newId(),
        at: scope.now,
        authority,
        actorKind: actor.kind,
        actorParty: official?.party ?? null,
        actorName: name,
        purpose: why.purpose,
        basis,
        resource: why.resource ?? {},
        request: scope.requestId,
      }),
    );
    if (!row) throw new Refusal('not-found', 'identity.party.not-found');
    const value = secrets.decrypt(row.sealed, numberContext(party));
    const number = parsePersonNumber(value, dateIn('SE', scope.now), row.country);
    if (number.kind === 'none') throw new Error('a kept identity number is no identity number');
    return number;
  };
}
