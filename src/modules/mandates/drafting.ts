import './events.ts';
import type { Basis } from '../../kernel/authority.ts';
import type { Tx } from '../../kernel/database/connection.ts';
import { type MandateId, newId, type PartyId, type SigningId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Permit, Scope } from '../../kernel/scope.ts';
import { requestSignatures } from '../signing/index.ts';
import { append, everybodyIn, withdrawSigning } from './append.ts';
import { begun, type Mandate, type MandateEvent, stateAt, type Terms } from './mandate.ts';
import { wordsToSign } from './plain-words.ts';
import { insertEvent, insertMandate, insertParties, loadMandate, lockMandate } from './store.ts';
import { assertNotTooMany } from './too-many.ts';

export type Issued = { readonly mandate: MandateId; readonly signing: SigningId };

/**
 * Writes a mandate and asks for its signatures, in one transaction: it gives nothing until all have signed. What it
 * changes or is passed on from is held meanwhile, and must still stand.
 * @param more beside the permit's basis: by what somebody signs for an organisation
 * @throws Refusal conflict when what it builds on is over, or too much is asked of others
 */
export async function draftMandate(
  scope: Scope,
  permitted: Permit,
  terms: Terms,
  more: readonly Basis[] = [],
): Promise<Issued> {
  const { actor, now } = scope;
  if (actor.kind !== 'person') throw new Refusal('not-allowed', 'kernel.authority.no');
  const id = newId<MandateId>();
  const event: Extract<MandateEvent, { terms: Terms }> = { kind: 'drafted', by: actor.party, terms };
  const mandate = begun(id, now, 1, event);
  const parties = [...new Set([...everybodyIn(mandate), actor.party])];
  const basis = [...permitted.basis, ...more];
  const there = scope.reaching(permitted, { parties });
  const signing = await there.write(async (tx) => {
    await assertNotTooMany(tx, mandate);
    await holdOlder(tx, there, basis, mandate);
    const asked = await requestSignatures(there, tx, {
      subject: { kind: 'mandate', id },
      document: { ...wordsToSign(terms), content: contentOf(id, terms) },
      signers: terms.signers.map(({ party, onBehalfOf }) => (party === onBehalfOf ? { party } : { party, onBehalfOf })),
      inOrder: terms.inOrder,
      deadline: terms.signBy,
    });
    await insertMandate(tx, mandate, asked);
    await insertEvent(tx, mandate, now, event, basis);
    await insertParties(tx, mandate, now);
    for (const { party } of terms.grantors) await leaveLine(tx, there, { mandate, about: party, basis });
    await there.publish(tx, { kind: 'mandate.drafted', authorities: [], parties, mandate: id, seq: 1 });
    return asked;
  });
  return { mandate: id, signing };
}

/** What it builds on is locked; a request that the grantor writes otherwise is over from now on. */
async function holdOlder(tx: Tx, scope: Scope, basis: readonly Basis[], { id, terms }: Mandate): Promise<void> {
  const { replaces, passedOn } = terms;
  for (const older of [replaces, passedOn?.from ?? null]) {
    if (older === null) continue;
    await lockMandate(tx, older);
    const found = (await loadMandate(tx, older))?.mandate;
    if (!found) throw new Refusal('not-found', 'mandates.not-found');
    const state = stateAt(found, scope.now);
    const stands = state === 'active' || state === 'upcoming';
    const isRequest = state === 'awaiting-signatures' && found.terms.requestedBy !== null && passedOn === null;
    if (!stands && !isRequest) throw new Refusal('conflict', `mandates.is.${state}`);
    if (!isRequest || terms.requestedBy !== null) continue;
    await append(tx, scope, basis, found, [{ kind: 'replaced', with: id }]);
    await withdrawSigning(tx, scope, older);
  }
}

type Line = { readonly mandate: Mandate; readonly about: PartyId; readonly basis: readonly Basis[] };

async function leaveLine(tx: Tx, scope: Scope, { mandate, about, basis }: Line): Promise<void> {
  await scope.audit(tx, {
    ...{ about, action: 'mandate.issue', basis, resource: { mandate: mandate.id } },
    purpose: mandate.terms.requestedBy === null ? 'mandates.purpose.drafted' : 'mandates.purpose.requested',
  });
}

/** What a machine reads of what was signed; ids only. */
function contentOf(id: MandateId, terms: Terms) {
  const { grantors, holders, reach, level, mayPassOn, from, until, replaces, passedOn } = terms;
  return {
    mandate: id,
    grantors: grantors.map(({ party }) => party as string),
    holders: holders.map(({ party }) => party as string),
    reach: { ...reach } as Record<string, string | number | null>,
    ...{ level, mayPassOn, from: from.toString(), until: until.toString() },
    ...(replaces === null ? {} : { replaces: replaces as string }),
    ...(passedOn === null ? {} : { passedOnFrom: passedOn.from as string }),
  };
}
