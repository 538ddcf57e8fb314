import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { ApprovalId, AuthorityId, FileDigest, MandateId, PartyId } from '../../../kernel/ids.ts';
import type { InEach } from '../../../kernel/texts.ts';

/** A scanned paper, as the file store has it. */
export type ScannedPaper = { readonly file: FileDigest; readonly name: string; readonly mediaType: string };

/** A mandate from paper, as the authority that took it in keeps it. */
export type Paper = {
  readonly authority: AuthorityId;
  readonly mandate: MandateId;
  readonly parties: readonly PartyId[];
  readonly subject: InEach<string>;
  readonly document: ScannedPaper;
  /** Of exactly what is approved. */
  readonly digest: string;
  readonly request: ApprovalId;
  readonly registeredBy: PartyId;
  readonly registrarName: string;
  readonly registeredAt: Temporal.Instant;
  readonly revocation: ScannedPaper | null;
};

export async function insertPaper(tx: Tx, paper: Omit<Paper, 'revocation'>): Promise<void> {
  await tx
    .insertInto('mandates.paper')
    .values({
      authority_id: paper.authority,
      mandate_id: paper.mandate,
      parties: [...paper.parties],
      subject: JSON.stringify(paper.subject),
      document: paper.document.file,
      document_name: paper.document.name,
      document_type: paper.document.mediaType,
      digest: paper.digest,
      request_id: paper.request,
      registered_by: paper.registeredBy,
      registrar_name: paper.registrarName,
      registered_at: paper.registeredAt,
    })
    .execute();
}

/** The paper that it was revoked by. */
export async function keepRevocation(
  tx: Tx,
  { authority, mandate }: Pick<Paper, 'authority' | 'mandate'>,
  { file, name, mediaType }: ScannedPaper,
): Promise<void> {
  await tx
    .updateTable('mandates.paper')
    .set({ revocation: file, revocation_name: name, revocation_type: mediaType })
    .where('authority_id', '=', authority)
    .where('mandate_id', '=', mandate)
    .execute();
}

const columns = [
  'authority_id',
  'mandate_id',
  'parties',
  'subject',
  'document',
  'document_name',
  'document_type',
  'digest',
  'request_id',
  'registered_by',
  'registrar_name',
  'registered_at',
  'revocation',
  'revocation_name',
  'revocation_type',
] as const;

/** For the authority's officials. */
export async function loadPaper(tx: Tx, authority: AuthorityId, mandate: string): Promise<Paper | undefined> {
  const row = await tx
    .selectFrom('mandates.paper')
    .select(columns)
    .where('authority_id', '=', authority)
    .where('mandate_id', '=', mandate)
    .executeTakeFirst();
  return row && paperOf(row);
}

/** For who is a party to it. */
export async function loadPaperOf(tx: Tx, mandate: MandateId): Promise<Paper | undefined> {
  const row = await tx
    .selectFrom('mandates.paper')
    .select(columns)
    .where('mandate_id', '=', mandate)
    .executeTakeFirst();
  return row && paperOf(row);
}

/** The latest first, from after `before` on. */
export async function loadPapers(
  tx: Tx,
  authorities: readonly AuthorityId[],
  before: { readonly at: Temporal.Instant; readonly mandate: string } | null,
  most: number,
): Promise<Paper[]> {
  let query = tx
    .selectFrom('mandates.paper')
    .select(columns)
    .where('authority_id', '=', sql<number>`any (${[...authorities]}::int[])`)
    .orderBy('registered_at', 'desc')
    .orderBy('mandate_id', 'desc')
    .limit(most);
  if (before) query = query.where(sql<boolean>`(registered_at, mandate_id) < (${before.at}, ${before.mandate}::uuid)`);
  return (await query.execute()).map(paperOf);
}

/** Which of these contents a mandate on paper names, whoever's it is. */
export async function namedFiles(tx: Tx, digests: readonly FileDigest[]): Promise<FileDigest[]> {
  const { rows } = await sql<{ file: FileDigest }>`
    select file from mandates.named_files(${[...digests]}::text[]) as file`.execute(tx);
  return rows.map(({ file }) => file);
}

type Row = {
  authority_id: number;
  mandate_id: string;
  parties: string[];
  subject: unknown;
  document: string;
  document_name: string;
  document_type: string;
  digest: string;
  request_id: string;
  registered_by: string;
  registrar_name: string;
  registered_at: Temporal.Instant;
  revocation: string | null;
  revocation_name: string | null;
  revocation_type: string | null;
};

// Written by insertPaper and keepRevocation alone.
function paperOf(row: Row): Paper {
  const { revocation, revocation_name: name, revocation_type: type } = row;
  return {
    authority: row.authority_id as AuthorityId,
    mandate: row.mandate_id as MandateId,
    parties: row.parties as PartyId[],
    subject: row.subject as InEach<string>,
    document: { file: row.document as FileDigest, name: row.document_name, mediaType: row.document_type },
    digest: row.digest,
    request: row.request_id as ApprovalId,
    registeredBy: row.registered_by as PartyId,
    registrarName: row.registrar_name,
    registeredAt: row.registered_at,
    revocation: revocation && name && type ? { file: revocation as FileDigest, name, mediaType: type } : null,
  };
}
