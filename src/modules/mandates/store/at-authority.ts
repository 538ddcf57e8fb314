import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId, MandateId, PartyId } from '../../../kernel/ids.ts';
import type { KnownFacts } from '../known-facts.ts';
import { type Happened, type Mandate, mandateFrom } from '../mandate.ts';
import { eventFrom } from '../stream.ts';

export type AtAuthority = { readonly authority: AuthorityId };

/** As `loadFacts`, of what concerns the authority alone. */
export async function loadFactsAt(
  tx: Tx,
  { authority, acting, at }: AtAuthority & { readonly acting: PartyId; readonly at: Temporal.Instant },
  principal: PartyId | null,
): Promise<KnownFacts> {
  const { rows } = await sql<{ facts: KnownFacts }>`
    select mandates.facts_at(${authority}::int, ${acting}::uuid, ${principal}::uuid, ${at}::timestamptz) as facts`.execute(
    tx,
  );
  const [row] = rows;
  if (!row) throw new Error('facts_at answered nothing');
  return row.facts;
}

export type Wanted = AtAuthority & {
  readonly holder: PartyId | null;
  readonly grantor: PartyId | null;
  readonly mandate: MandateId | null;
};

/** A signed mandate that concerns the authority, and who may see it. */
export type AtHand = { readonly mandate: Mandate; readonly parties: readonly PartyId[] };

export async function loadMandatesAt(tx: Tx, wanted: Wanted, most: number): Promise<AtHand[]> {
  type Row = { mandate_id: MandateId; parties: PartyId[]; stream: { seq: number; at: string; body: unknown }[] };
  const { rows } = await sql<Row>`
    select mandate_id, parties, stream from mandates.streams_at(${wanted.authority}::int, ${wanted.holder}::uuid,
      ${wanted.grantor}::uuid, ${wanted.mandate}::uuid, ${most}::int)`.execute(tx);
  return rows.map(({ mandate_id, parties, stream }) => {
    const happened = stream.map(
      ({ seq, at, body }): Happened => ({ seq, at: Temporal.Instant.from(at), event: eventFrom(body) }),
    );
    return { mandate: mandateFrom(mandate_id, happened), parties };
  });
}
