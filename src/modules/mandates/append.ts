import './events.ts';
import type { Basis } from '../../kernel/authority.ts';
import type { Tx } from '../../kernel/database/connection.ts';
import type { MandateId, PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import { withdraw } from '../signing/index.ts';
import type { Mandate, MandateEvent } from './mandate.ts';
import { withEvent } from './next-event.ts';
import {
  insertEvent,
  loadDependents,
  loadMandate,
  loadSigningId,
  lockMandate,
  updateMandate,
  updateParties,
} from './store.ts';

const told = {
  accepted: 'mandate.accepted',
  declined: 'mandate.declined',
  'given-back': 'mandate.given-back',
  revoked: 'mandate.revoked',
  'revoked-at': 'mandate.revoked',
  'revoked-on-paper': 'mandate.revoked',
  refused: 'mandate.refused',
  lapsed: 'mandate.refused',
  registered: 'mandate.registered',
  replaced: 'mandate.replaced',
  suspended: 'mandate.suspended',
  resumed: 'mandate.resumed',
  'chain-broken': 'mandate.chain-broken',
  fallen: 'mandate.fallen',
} as const;

/** Everybody whose list changes with it. */
export function everybodyIn({ terms }: Mandate): PartyId[] {
  const passer = terms.passedOn ? [terms.passedOn.by] : [];
  return [
    ...new Set([...[...terms.grantors, ...terms.holders, ...terms.signers].map(({ party }) => party), ...passer]),
  ];
}

/** The events in their places, with all that follows from them; the next one's number is where two who act at once meet. */
export async function append(
  tx: Tx,
  scope: Scope,
  basis: readonly Basis[],
  before: Mandate,
  events: readonly MandateEvent[],
): Promise<Mandate> {
  let mandate = before;
  for (const event of events) {
    mandate = withEvent(mandate, scope.now, event);
    await insertEvent(tx, mandate, scope.now, event, basis);
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
 * What ends with a mandate that has just come to its end: what a holder who has lost it passed on, and what was to
 * replace it and is not signed. The fence holds the grantors, who are parties to them all; locks go from what is passed
 * on to what it became, never back.
 */
export async function endDependents(tx: Tx, scope: Scope, basis: readonly Basis[], ended: Mandate): Promise<void> {
  for (const id of await loadDependents(tx, ended.id)) {
    await lockMandate(tx, id);
    const dependent = (await loadMandate(tx, id))?.mandate;
    if (!dependent || dependent.ended) continue;
    const event = endOf(dependent, ended);
    if (event === null) continue;
    const after = await append(tx, scope, basis, dependent, [event]);
    if (dependent.registeredAt === null) await withdrawSigning(tx, scope, id);
    await endDependents(tx, scope, basis, after);
  }
}

function endOf(dependent: Mandate, { id, ended, left }: Mandate): MandateEvent | null {
  const { passedOn, replaces } = dependent.terms;
  const isBroken = passedOn?.from === id && (ended !== null || left.includes(passedOn.by));
  // What replaces it stands by itself once it is signed.
  const isProposal = replaces === id && dependent.registeredAt === null && ended?.how === 'revoked';
  return isBroken || isProposal ? { kind: 'chain-broken', parent: id } : null;
}

/** Nobody is asked to sign it any more. */
export async function withdrawSigning(tx: Tx, scope: Scope, id: MandateId): Promise<void> {
  const signing = await loadSigningId(tx, id);
  if (signing) await withdraw(scope, tx, signing);
}
