import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId, PartyId, SigningId } from '../../../kernel/ids.ts';
import type { SealedDocument } from '../document.ts';
import type { Signer, Signing, SigningState } from '../signing.ts';

const columns = [
  'signing_id',
  'subject_kind',
  'subject_id',
  'asked_for_by',
  'document',
  'document_sha256',
  'signers',
  'in_order',
  'deadline',
  'requested_by',
  'requested_at',
  'parties',
  'seq',
] as const;

/** The row beside its rule: the document as it was sealed, and the number of the last event. */
export type KeptSigning = { readonly signing: Signing; readonly document: SealedDocument; readonly seq: number };

export async function insertSigning(tx: Tx, signing: Signing, document: SealedDocument): Promise<void> {
  await tx
    .insertInto('signing.signing')
    .values({
      signing_id: signing.id,
      subject_kind: signing.subject.kind,
      subject_id: signing.subject.id,
      asked_for_by: signing.authority,
      document: document.text,
      document_sha256: document.digest,
      signers: JSON.stringify(signing.signers),
      in_order: signing.inOrder,
      deadline: signing.deadline,
      requested_by: signing.requestedBy,
      requested_at: signing.requestedAt,
      parties: [...signing.parties],
      seq: 1,
      state: 'open',
    })
    .execute();
}

/** Nothing for who is not a party to it. */
export async function loadSigning(tx: Tx, id: SigningId): Promise<KeptSigning | undefined> {
  const row = await tx.selectFrom('signing.signing').select(columns).where('signing_id', '=', id).executeTakeFirst();
  return row && keptOf(row);
}

/** The same, held until the transaction ends: of two who act at once the second sees what the first did. */
export async function lockSigning(tx: Tx, id: SigningId): Promise<KeptSigning | undefined> {
  const row = await tx
    .selectFrom('signing.signing')
    .select(columns)
    .where('signing_id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && keptOf(row);
}

export async function showState(tx: Tx, id: SigningId, seq: number, state: SigningState): Promise<void> {
  await tx.updateTable('signing.signing').set({ seq, state }).where('signing_id', '=', id).execute();
}

/** What those who sign it are called to each other; null for a protected identity. */
export async function loadNamesIn(tx: Tx, id: SigningId): Promise<ReadonlyMap<PartyId, string | null>> {
  const { rows } = await sql<{ party_id: PartyId; name: string | null }>`
    select party_id, name from signing.names_in(${id})`.execute(tx);
  return new Map(rows.map((row) => [row.party_id, row.name]));
}

type Row = {
  signing_id: string;
  subject_kind: string;
  subject_id: string;
  asked_for_by: number | null;
  document: string;
  document_sha256: string;
  signers: unknown;
  in_order: boolean;
  deadline: Temporal.Instant;
  requested_by: string | null;
  requested_at: Temporal.Instant;
  parties: string[];
  seq: number;
};

function keptOf(row: Row): KeptSigning {
  return {
    signing: {
      id: row.signing_id as SigningId,
      subject: { kind: row.subject_kind, id: row.subject_id },
      authority: row.asked_for_by as AuthorityId | null,
      digest: row.document_sha256,
      signers: row.signers as Signer[], // only insertSigning writes them
      inOrder: row.in_order,
      deadline: row.deadline,
      requestedBy: row.requested_by as PartyId | null,
      requestedAt: row.requested_at,
      parties: row.parties as PartyId[],
    },
    document: { text: row.document, digest: row.document_sha256 },
    seq: row.seq,
  };
}
