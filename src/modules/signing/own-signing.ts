import type { Tx } from '../../kernel/database/connection.ts';
import { isUuid, type PartyId, type SigningId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import type { SigningEvent } from './signing.ts';
import { loadEvents } from './store/events.ts';
import { type KeptSigning, loadSigning, lockSigning } from './store/signings.ts';

/** A signature is at least this sure of who signs. */
export const SIGNING_ASSURANCE = 'substantial';

export type FoundSigning = { readonly kept: KeptSigning; readonly events: readonly SigningEvent[] };

/** The person who acts. @throws Refusal not-allowed for who is none */
export function personOf(scope: Scope): { readonly party: PartyId; readonly session: string } {
  if (scope.actor.kind !== 'person') throw new Refusal('not-allowed', 'kernel.authority.no');
  return scope.actor;
}

/**
 * A signing that the reader, or whom they act for, is a party to.
 * @throws Refusal not-allowed; not-found alike for another's and for one that is not there
 */
export async function findSigning(scope: Scope, id: string): Promise<FoundSigning> {
  if (!isUuid(id)) throw notFound();
  const [kept, events] = await scope.read((tx) =>
    Promise.all([loadSigning(tx, id as SigningId), loadEvents(tx, id as SigningId)]),
  );
  if (!kept) throw notFound();
  return { kept, events };
}

/** The same for who is about to change it, who sees what those before have done. @throws Refusal not-found */
export async function holdSigning(tx: Tx, id: SigningId): Promise<FoundSigning> {
  const kept = await lockSigning(tx, id);
  if (!kept) throw notFound();
  return { kept, events: await loadEvents(tx, id) };
}

/**
 * A signer, refuser or withdrawer behind the fence of all whom their act concerns: every party's list changes with it.
 * @throws Refusal not-allowed | not-found
 */
export async function asParty(
  scope: Scope,
  id: string,
  action: 'signing.sign' | 'signing.withdraw',
): Promise<{ readonly person: PartyId; readonly id: SigningId; readonly concerned: Scope; readonly own: Scope }> {
  const { party } = personOf(scope);
  const resource = action === 'signing.sign' ? ({ assurance: SIGNING_ASSURANCE } as const) : {};
  const permitted = await permit(scope, action, resource, party); // a person signs as themselves, whomever they act for
  const own = scope.reaching(permitted, { parties: [party] });
  const { kept } = await findSigning(own, id);
  const concerned = scope.reaching(permitted, { parties: kept.signing.parties });
  return { person: party, id: kept.signing.id, concerned, own };
}

function notFound(): Refusal {
  return new Refusal('not-found', 'signing.not-found');
}
