import type { Tx } from '../../kernel/database/connection.ts';
import type { MandateId } from '../../kernel/ids.ts';
import type { EventOf } from '../../kernel/jobs/subscription.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { loadOwnParty } from '../identity/index.ts';
import { type SigningNow, signingState } from '../signing/index.ts';
import { append, endDependents, everybodyIn } from './append.ts';
import { after, hasSigned, isSigned, type Mandate, type MandateEvent, stateAt } from './mandate.ts';
import { isAllowed } from './next-event.ts';
import { loadMandate, loadSigningId, lockMandate } from './store.ts';

/**
 * Takes in what has happened at the signing: who has signed, and with the last one the mandate stands, and what it
 * replaces ends in the same instant; or that it was refused, withdrawn or left too long. Handled again, it finds nothing
 * to do.
 */
export async function takeInSigning(scope: Scope, id: MandateId): Promise<void> {
  const [known, signing] = await scope.read((tx) => Promise.all([loadMandate(tx, id), loadSigningId(tx, id)]));
  if (!known || !signing || known.mandate.registeredAt !== null || known.mandate.ended) return;
  const permitted = await permit(scope, 'mandate.issue', {});
  const there = scope.reaching(permitted, { parties: everybodyIn(known.mandate) });
  const now = await signingState(there, signing);
  if (now.state === 'open' && now.signed.size === known.mandate.signed.length) return;
  const { replaces, passedOn } = known.mandate.terms;
  await there.write(async (tx) => {
    // What is older is locked first, by whoever ends it as well.
    for (const older of [replaces, passedOn?.from]) if (older) await lockMandate(tx, older);
    await lockMandate(tx, id);
    const current = (await loadMandate(tx, id))?.mandate;
    if (!current || current.registeredAt !== null || current.ended) return;
    const taken = await eventsOf(tx, current, now);
    const next = await append(tx, there, [], current, taken);
    if (next.registeredAt === null || replaces === null) return;
    const old = (await loadMandate(tx, replaces))?.mandate;
    if (!old || !isAllowed(stateAt(old, there.now), 'replaced')) return;
    await endDependents(tx, there, [], await append(tx, there, [], old, [{ kind: 'replaced', with: id }]));
  });
}

/** What the mandate has to take in of it. Whose signature it is stands in its evidence. */
async function eventsOf(tx: Tx, mandate: Mandate, { state, signing, events, signed }: SigningNow) {
  const found: MandateEvent[] = [];
  for (const place of [...signed].sort((a, b) => a - b)) {
    const signer = signing.signers[place - 1];
    if (!signer) throw new Error('a signature has no place');
    const as = { party: signer.party, onBehalfOf: signer.onBehalfOf ?? signer.party };
    if (hasSigned(mandate.signed, as)) continue;
    const own = as.party === as.onBehalfOf ? await loadOwnParty(tx, as.party) : undefined;
    const name = own && !own.isProtected && own.name !== '' ? { name: own.name } : {};
    found.push({ kind: 'signed', by: as.party, onBehalfOf: as.onBehalfOf, evidence: signing.id, ...name });
  }
  return [...found, ...(await endingsOf(tx, mandate, { state, events }, found))];
}

async function endingsOf(
  tx: Tx,
  mandate: Mandate,
  { state, events }: Pick<SigningNow, 'state' | 'events'>,
  found: readonly MandateEvent[],
): Promise<readonly MandateEvent[]> {
  switch (state) {
    case 'open':
      return [];
    case 'completed': {
      const signed = found.reduce((one, event) => after(one, { seq: one.seq, at: mandate.draftedAt, event }), mandate);
      if (!isSigned(signed)) throw new Error('a completed signing has not signed its mandate');
      const broken = await brokenChainOf(tx, mandate);
      return broken ? [broken] : [{ kind: 'registered' }];
    }
    case 'expired':
      return [{ kind: 'lapsed' }];
    case 'refused':
    case 'withdrawn': {
      const end = events.find((event) => event.kind === 'refused' || event.kind === 'withdrawn');
      const by = end?.by ?? mandate.terms.signers[0]?.party;
      if (by === undefined) throw new Error('a mandate has a signer');
      const { requestedBy } = mandate.terms;
      if (state === 'withdrawn' && requestedBy !== null) return [{ kind: 'declined', by: requestedBy }];
      return [state === 'withdrawn' ? { kind: 'revoked', by } : { kind: 'refused', by }];
    }
  }
}

/** What was passed on while the right to it ended never begins. */
async function brokenChainOf(tx: Tx, { terms: { passedOn } }: Mandate): Promise<MandateEvent | null> {
  if (passedOn === null) return null;
  const parent = (await loadMandate(tx, passedOn.from))?.mandate;
  const stands = parent && parent.ended === null && !parent.left.includes(passedOn.by);
  return stands ? null : { kind: 'chain-broken', parent: passedOn.from };
}

type SigningEvents =
  | 'signing.signed'
  | 'signing.completed'
  | 'signing.refused'
  | 'signing.withdrawn'
  | 'signing.expired';

/** What follows when somebody has signed a mandate, or will not. */
export async function whenSigned(scope: Scope, event: EventOf<SigningEvents>): Promise<void> {
  if (event.subject.kind === 'mandate') await takeInSigning(scope, event.subject.id as MandateId); // it is of our making
}
