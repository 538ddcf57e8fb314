import './events.ts';
import type { Tx } from '../../kernel/database/connection.ts';
import { isUuid, type MandateId, type PartyId } from '../../kernel/ids.ts';
import type { EventOf } from '../../kernel/jobs/subscription.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { type Permit, permit, type Scope } from '../../kernel/scope.ts';
import { loadOwnParty } from '../identity/index.ts';
import { signingState, withdraw } from '../signing/index.ts';
import { isSigned, type Mandate, type MandateEvent, withEvent } from './mandate.ts';
import { insertEvent, type KnownMandate, loadMandate, loadSigningId, updateMandate, updateParties } from './store.ts';

/** What a party does to a mandate by themselves. */
export type Act = 'accepted' | 'declined' | 'given-back' | 'revoked';

export type Receipt = { readonly mandate: Mandate; readonly at: Temporal.Instant };

const told = {
  accepted: 'mandate.accepted',
  declined: 'mandate.declined',
  'given-back': 'mandate.given-back',
  revoked: 'mandate.revoked',
  refused: 'mandate.refused',
  registered: 'mandate.registered',
  replaced: 'mandate.replaced',
  suspended: 'mandate.suspended',
  resumed: 'mandate.resumed',
} as const;

function notFound(): Refusal {
  return new Refusal('not-found', 'mandates.not-found');
}

/** @throws Refusal not-found for what is no id: it looks the same as a mandate that is not there */
export function mandateIdIn(text: string): MandateId {
  if (!isUuid(text)) throw notFound();
  return text as MandateId; // it has just been seen to be a UUID
}

/** Everybody whose list changes with it. */
function everybodyIn({ terms }: Mandate): PartyId[] {
  const passer = terms.passedOn ? [terms.passedOn.by] : [];
  return [
    ...new Set([...[...terms.grantors, ...terms.holders, ...terms.signers].map(({ party }) => party), ...passer]),
  ];
}

/** The events in their places, with all that follows from them; the next one's number is where two who act at once meet. */
async function append(
  tx: Tx,
  scope: Scope,
  permitted: Permit,
  before: Mandate,
  events: readonly MandateEvent[],
): Promise<Mandate> {
  let mandate = before;
  for (const event of events) {
    mandate = withEvent(mandate, scope.now, event);
    await insertEvent(tx, mandate, scope.now, event, permitted.basis);
    if (event.kind in told) {
      await scope.publish(tx, {
        kind: told[event.kind as keyof typeof told],
        authorities: [],
        parties: everybodyIn(mandate),
        mandate: mandate.id,
        seq: mandate.seq,
      });
    }
  }
  await updateMandate(tx, mandate);
  await updateParties(tx, mandate, scope.now);
  return mandate;
}

/**
 * One's own mandate, with what it has gone through. A signature that was just given is taken in first, so that who comes
 * back from the e-ID finds it signed.
 * @throws Refusal not-found alike for another's and for one that is not there | not-allowed
 */
export async function ownMandate(scope: Scope, id: MandateId): Promise<KnownMandate> {
  await permit(scope, 'mandate.read-own', {});
  const known = await scope.read((tx) => loadMandate(tx, id));
  if (!known) throw notFound();
  return known;
}

/**
 * Revoke, accept, decline, give back. A revocation is immediate: the next question of any page, API or open session of a
 * holder finds it.
 * @throws Refusal not-found | not-allowed | conflict when it is over, or somebody else was first
 */
export async function actOnMandate(scope: Scope, id: MandateId, act: Act): Promise<Receipt> {
  const permitted = await permit(scope, act === 'revoked' ? 'mandate.issue' : 'mandate.read-own', {});
  const party = scope.principal;
  if (party === null) throw new Refusal('not-allowed', 'kernel.authority.no');
  const [seen, own, signing] = await scope.read((tx) =>
    Promise.all([loadMandate(tx, id), loadOwnParty(tx, party), loadSigningId(tx, id)]),
  );
  if (!seen) throw notFound();
  const event: MandateEvent =
    act === 'accepted' ? { kind: act, by: party, name: nameFor(seen.mandate, party, own) } : { kind: act, by: party };
  const there = scope.reaching(permitted, { parties: everybodyIn(seen.mandate) });
  const mandate = await there.write(async (tx) => {
    const known = await loadMandate(tx, id);
    if (!known) throw notFound();
    const after = await append(tx, there, permitted, known.mandate, [event]);
    if (known.mandate.registeredAt === null && after.ended && signing) await withdraw(there, tx, signing);
    await there.audit(tx, {
      about: party,
      action: act === 'revoked' ? 'mandate.issue' : 'mandate.read-own',
      purpose: `mandates.purpose.${act}`,
      basis: permitted.basis,
      resource: { mandate: id },
    });
    return after;
  });
  return { mandate, at: scope.now };
}

/** A protected identity goes on being called what the grantor wrote. */
function nameFor(
  { terms }: Mandate,
  party: PartyId,
  own: { readonly name: string; readonly isProtected: boolean } | undefined,
): string {
  const written = terms.holders.find((one) => one.party === party)?.name ?? '';
  return own && !own.isProtected && own.name !== '' ? own.name : written;
}

/**
 * Takes in what has happened at the signing: who has signed, and with the last one the mandate stands; or that it was
 * refused, withdrawn or left too long. Handled again, it finds nothing to do.
 */
export async function takeInSigning(scope: Scope, id: MandateId): Promise<void> {
  const [known, signing] = await scope.read((tx) => Promise.all([loadMandate(tx, id), loadSigningId(tx, id)]));
  if (!known || !signing || known.mandate.registeredAt !== null || known.mandate.ended) return;
  const now = await signingState(scope, signing);
  if (now.state === 'open') return;
  const permitted = await permit(scope, 'mandate.issue', {});
  const there = scope.reaching(permitted, { parties: everybodyIn(known.mandate) });
  await there.write(async (tx) => {
    const current = await loadMandate(tx, id);
    if (!current || current.mandate.registeredAt !== null || current.mandate.ended) return;
    const { mandate } = current;
    if (now.state !== 'completed') {
      const by = mandate.terms.signers[0]?.party as PartyId; // a mandate has a signer
      await append(tx, there, permitted, mandate, [{ kind: 'refused', by }]);
      return;
    }
    const signed: MandateEvent[] = mandate.terms.signers.map(({ party, onBehalfOf }) => ({
      ...{ kind: 'signed', by: party, onBehalfOf, evidence: signing },
    }));
    const after = await append(tx, there, permitted, mandate, [...signed, { kind: 'registered' }]);
    if (!isSigned(after)) throw new Error('a completed signing has not signed its mandate');
  });
}

type SigningEvents = 'signing.completed' | 'signing.refused' | 'signing.withdrawn' | 'signing.expired';

/** What follows when a signing of a mandate is over. */
export async function whenSigned(scope: Scope, event: EventOf<SigningEvents>): Promise<void> {
  if (event.subject.kind !== 'mandate') return;
  await takeInSigning(scope, mandateIdIn(event.subject.id));
}
