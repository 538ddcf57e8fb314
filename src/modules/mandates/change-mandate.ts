import { isUuid, type MandateId, type PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { loadOwnParty } from '../identity/index.ts';
import { append, endDependents, everybodyIn, withdrawSigning } from './append.ts';
import type { Mandate, MandateEvent } from './mandate.ts';
import { type KnownMandate, loadMandate, lockMandate } from './store.ts';

/** What a party does to a mandate by themselves. */
export type Act = 'accepted' | 'declined' | 'given-back' | 'revoked';

export type Done = { readonly mandate: Mandate; readonly at: Temporal.Instant };

function notFound(): Refusal {
  return new Refusal('not-found', 'mandates.not-found');
}

/** @throws Refusal not-found for what is no id: it looks the same as a mandate that is not there */
export function mandateIdIn(text: string): MandateId {
  if (!isUuid(text)) throw notFound();
  return text as MandateId; // it has just been seen to be a UUID
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
export async function actOnMandate(scope: Scope, id: MandateId, act: Act): Promise<Done> {
  const permitted = await permit(scope, act === 'revoked' ? 'mandate.issue' : 'mandate.read-own', {});
  const party = scope.principal;
  if (party === null) throw new Refusal('not-allowed', 'kernel.authority.no');
  const [seen, own] = await scope.read((tx) => Promise.all([loadMandate(tx, id), loadOwnParty(tx, party)]));
  if (!seen) throw notFound();
  const event: MandateEvent =
    act === 'accepted' ? { kind: act, by: party, name: nameFor(seen.mandate, party, own) } : { kind: act, by: party };
  const there = scope.reaching(permitted, { parties: everybodyIn(seen.mandate) });
  const mandate = await there.write(async (tx) => {
    await lockMandate(tx, id);
    const known = await loadMandate(tx, id);
    if (!known) throw notFound();
    const after = await append(tx, there, permitted.basis, known.mandate, [event]);
    if (known.mandate.registeredAt === null && after.ended) await withdrawSigning(tx, there, id);
    if (act === 'revoked' || act === 'given-back') await endDependents(tx, there, permitted.basis, after);
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
