import type { Tx } from '../../../kernel/database/connection.ts';
import { onUnique } from '../../../kernel/database/on-conflict.ts';
import type { PartyId, SigningId } from '../../../kernel/ids.ts';
import type { Signing, SigningEvent } from '../signing.ts';

/** What is kept of one signature beside the event. */
export type KeptSignature = {
  /** The house's signed statement: a compact JWS. */
  readonly statement: string;
  /** The e-ID's token, sealed, since it holds the identity number. */
  readonly sealedToken: string;
};

type Body = { readonly reason?: string; readonly place?: number } & Partial<KeptSignature>;

/** @throws Refusal conflict when somebody else wrote the next event first */
export async function insertEvent(
  tx: Tx,
  { id, parties }: Pick<Signing, 'id' | 'parties'>,
  seq: number,
  event: SigningEvent,
  signature?: KeptSignature,
): Promise<void> {
  const body: Body = {
    ...(event.kind === 'refused' ? { reason: event.reason } : {}),
    ...(event.kind === 'signed' ? { place: event.place, ...signature } : {}),
  };
  await tx
    .insertInto('signing.event')
    .values({
      signing_id: id,
      seq,
      kind: event.kind,
      at: event.at,
      by_party: event.kind === 'expired' ? null : event.by,
      parties: [...parties],
      body: JSON.stringify(body),
    })
    .execute()
    .catch(onUnique('signing.changed-meanwhile'));
}

export async function loadEvents(tx: Tx, id: SigningId): Promise<SigningEvent[]> {
  const rows = await tx
    .selectFrom('signing.event')
    .select(['kind', 'at', 'by_party', 'body'])
    .where('signing_id', '=', id)
    .orderBy('seq')
    .execute();
  return rows.map(eventOf);
}

type Row = { kind: string; at: Temporal.Instant; by_party: string | null; body: unknown };

function eventOf({ kind: written, at, by_party, body }: Row): SigningEvent {
  const kind = written as SigningEvent['kind']; // the table's check holds the kinds
  const { reason = '', place = 0 } = body as Body; // only insertEvent writes it
  const by = by_party as PartyId;
  if (kind === 'signed') return { kind, at, by, place };
  if (kind === 'refused') return { kind, at, by, reason };
  if (kind === 'expired') return { kind, at };
  return { kind, at, by: by_party as PartyId | null };
}

export type PlacedSignature = KeptSignature & { readonly place: number; readonly by: PartyId };

/** The evidence of a signing, in the order in which it was signed. */
export async function loadSignatures(tx: Tx, id: SigningId): Promise<PlacedSignature[]> {
  const rows = await tx
    .selectFrom('signing.event')
    .select(['by_party', 'body'])
    .where('signing_id', '=', id)
    .where('kind', '=', 'signed')
    .orderBy('seq')
    .execute();
  return rows.map(({ by_party, body }) => {
    const { place = 0, statement = '', sealedToken = '' } = body as Body;
    return { place, by: by_party as PartyId, statement, sealedToken };
  });
}
