import { sql } from 'kysely';
import type { Basis } from '../../kernel/authority.ts';
import type { Tx } from '../../kernel/database/connection.ts';
import { onUnique } from '../../kernel/database/on-conflict.ts';
import { prepared } from '../../kernel/database/prepared.ts';
import type { MandateId, PartyId, SigningId } from '../../kernel/ids.ts';
import type { KnownWithLinks } from './known-facts.ts';
import { type Happened, type Mandate, type MandateEvent, mandateFrom } from './mandate.ts';
import { eventFrom, eventText } from './stream.ts';

const asked = prepared((tx, p: { actor: PartyId; principal: PartyId | null; at: Temporal.Instant }) =>
  tx.selectNoFrom(
    sql<KnownWithLinks>`mandates.facts_of(${p.actor}::uuid, ${p.principal}::uuid, ${p.at}::timestamptz)`.as('facts'),
  ),
);

/** One statement, so that what has just been revoked is revoked for the page that asks now. */
export async function loadFacts(
  tx: Tx,
  actor: PartyId,
  principal: PartyId | null,
  at: Temporal.Instant,
): Promise<KnownWithLinks> {
  const [row] = await asked(tx, { actor, principal, at });
  if (!row) throw new Error('facts_of answered nothing');
  return row.facts;
}

/** The parties that find it in their lists, by what they are in it. */
function rolesOf({ terms }: Mandate): { party: PartyId; role: string; others: PartyId[] }[] {
  const grantors = terms.grantors.map(({ party }) => party);
  const holders = terms.holders.map(({ party }) => party);
  const passer = terms.passedOn?.by;
  const signers = terms.signers.map(({ party }) => party);
  const onlySign = signers.filter((party) => !grantors.includes(party) && party !== passer);
  return [
    ...grantors.map((party) => ({ party, role: 'grantor', others: holders })),
    ...holders.map((party) => ({ party, role: 'holder', others: grantors })),
    ...[...new Set(onlySign)].map((party) => ({ party, role: 'signer', others: holders })),
    ...(passer ? [{ party: passer, role: 'passer', others: holders }] : []),
  ];
}

/** Who may see it. */
function partiesOf(mandate: Mandate): PartyId[] {
  return [...new Set(rolesOf(mandate).map(({ party }) => party))];
}

function standingOf({ ended, registeredAt }: Mandate): 'unsigned' | 'registered' | 'over' {
  if (ended) return 'over';
  return registeredAt === null ? 'unsigned' : 'registered';
}

function changing(mandate: Mandate) {
  const { terms, left, ended, registeredAt, suspensions, evidence } = mandate;
  const [suspension] = suspensions;
  return {
    seq: mandate.seq,
    holders: terms.holders.map(({ party }) => party).filter((party) => !left.includes(party)),
    registered_at: registeredAt,
    ended_how: ended?.how ?? null,
    ended_at: ended?.at ?? null,
    suspended_why: suspension?.why ?? null,
    suspended_at: suspension?.at ?? null,
    evidence,
    names: JSON.stringify(
      Object.fromEntries([...terms.grantors, ...terms.holders].map((one) => [one.party, one.name])),
    ),
  };
}

export async function insertMandate(tx: Tx, mandate: Mandate, signing: SigningId | null): Promise<void> {
  const { terms } = mandate;
  await tx
    .insertInto('mandates.mandate')
    .values({
      mandate_id: mandate.id,
      parties: partiesOf(mandate),
      grantors: terms.grantors.map(({ party }) => party),
      reach: JSON.stringify(terms.reach),
      level: terms.level,
      may_pass_on: terms.mayPassOn,
      valid_from: terms.from,
      valid_until: terms.until,
      passed_on_from: terms.passedOn?.from ?? null,
      passed_on_by: terms.passedOn?.by ?? null,
      drafted_by: mandate.draftedBy,
      drafted_at: mandate.draftedAt,
      requested_by: terms.requestedBy,
      replaces: terms.replaces,
      signing_id: signing,
      ...changing(mandate),
    })
    .execute();
}

/** @throws Refusal conflict when somebody else wrote the next event first */
export async function insertEvent(
  tx: Tx,
  mandate: Mandate,
  at: Temporal.Instant,
  event: MandateEvent,
  basis: readonly Basis[],
): Promise<void> {
  await tx
    .insertInto('mandates.event')
    .values({
      mandate_id: mandate.id,
      seq: mandate.seq,
      kind: event.kind,
      at,
      parties: partiesOf(mandate),
      basis: JSON.stringify(basis),
      body: eventText(event),
    })
    .execute()
    .catch(onUnique('mandates.changed-meanwhile'));
}

export async function updateMandate(tx: Tx, mandate: Mandate): Promise<void> {
  await tx.updateTable('mandates.mandate').set(changing(mandate)).where('mandate_id', '=', mandate.id).execute();
}

export async function insertParties(tx: Tx, mandate: Mandate, at: Temporal.Instant): Promise<void> {
  await tx
    .insertInto('mandates.mandate_party')
    .values(
      rolesOf(mandate).map(({ party, role, others }) => ({
        party_id: party,
        mandate_id: mandate.id,
        role,
        others,
        standing: standingOf(mandate),
        valid_until: mandate.terms.until,
        at,
      })),
    )
    .execute();
}

/** What each of them finds in their own list. */
export async function updateParties(tx: Tx, mandate: Mandate, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('mandates.mandate_party')
    .set({ standing: standingOf(mandate), at })
    .where('party_id', '=', sql<string>`any (${partiesOf(mandate)}::uuid[])`)
    .where('mandate_id', '=', mandate.id)
    .execute();
}

function happened(row: { seq: number; at: Temporal.Instant; body: unknown }): Happened {
  return { seq: row.seq, at: row.at, event: eventFrom(row.body) };
}

/** Holds it until the transaction ends: of two who act at once the second sees what the first did. */
export async function lockMandate(tx: Tx, id: MandateId): Promise<void> {
  await tx.selectFrom('mandates.mandate').select('seq').where('mandate_id', '=', id).forUpdate().execute();
}

/** Those not yet over that were passed on from it, or that would replace it. */
export async function loadDependents(tx: Tx, id: MandateId): Promise<MandateId[]> {
  const rows = await tx
    .selectFrom('mandates.mandate')
    .select('mandate_id')
    .where((is) => is.or([is('passed_on_from', '=', id), is('replaces', '=', id)]))
    .where('ended_at', 'is', null)
    .orderBy('mandate_id')
    .execute();
  return rows.map((row) => row.mandate_id as MandateId);
}

/** Where it is signed; null for one on paper, and for one that is not the scope's. */
export async function loadSigningId(tx: Tx, id: MandateId): Promise<SigningId | null> {
  const row = await tx
    .selectFrom('mandates.mandate')
    .select('signing_id')
    .where('mandate_id', '=', id)
    .executeTakeFirst();
  return (row?.signing_id ?? null) as SigningId | null;
}

export type KnownMandate = { readonly mandate: Mandate; readonly stream: readonly Happened[] };

/** The mandate with what it has gone through; undefined for one that is not there or of which the scope is no party. */
export async function loadMandate(tx: Tx, id: MandateId): Promise<KnownMandate | undefined> {
  const rows = await tx
    .selectFrom('mandates.event')
    .select(['seq', 'at', 'body'])
    .where('mandate_id', '=', id)
    .orderBy('seq')
    .execute();
  const stream = rows.map(happened);
  return stream.length === 0 ? undefined : { mandate: mandateFrom(id, stream), stream };
}
