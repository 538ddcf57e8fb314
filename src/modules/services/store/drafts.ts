import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import { onChanged } from '../../../kernel/database/on-conflict.ts';
import { prepared } from '../../../kernel/database/prepared.ts';
import type { AuthorityId, DraftId, FileDigest, PartyId, ServiceId, SigningId } from '../../../kernel/ids.ts';
import type { CameBack, Cosigning, Waiting } from '../cosigning.ts';
import type { Draft, DraftChange, Typed } from '../draft.ts';
import type { Answers } from '../format/answers.ts';

const columns = [
  'party_id',
  'draft_id',
  'authority_id',
  'service_id',
  'version',
  'seq',
  'answers',
  'typed',
  'changes',
  'started_at',
  'changed_at',
  'filed_at',
  'cosigning',
] as const;

type Row = {
  party_id: string;
  draft_id: string;
  authority_id: number;
  service_id: string;
  version: number;
  seq: number;
  answers: unknown;
  typed: unknown;
  changes: unknown;
  started_at: Temporal.Instant;
  changed_at: Temporal.Instant;
  filed_at: Temporal.Instant | null;
  cosigning: unknown;
};

function draftOf(row: Row): Draft {
  return {
    id: row.draft_id as DraftId,
    party: row.party_id as PartyId,
    authority: row.authority_id as AuthorityId,
    service: row.service_id as ServiceId,
    version: row.version,
    seq: row.seq,
    answers: row.answers as Answers, // written by this module only
    typed: row.typed as Typed,
    changes: row.changes as readonly DraftChange[],
    startedAt: row.started_at,
    changedAt: row.changed_at,
    filedAt: row.filed_at,
    cosigning: row.cosigning as Cosigning | null,
  };
}

const findDraft = prepared((tx, { party, draft }: { readonly party: PartyId; readonly draft: DraftId }) =>
  tx.selectFrom('services.draft').select(columns).where('party_id', '=', party).where('draft_id', '=', draft),
);

export async function loadDraft(tx: Tx, party: PartyId, draft: DraftId): Promise<Draft | undefined> {
  const [row] = await findDraft(tx, { party, draft });
  return row && draftOf(row);
}

const openDrafts = prepared((tx, { party, most }: { readonly party: PartyId; readonly most: number }) =>
  tx
    .selectFrom('services.draft')
    .select(columns)
    .where('party_id', '=', party)
    .where('filed_at', 'is', null)
    .orderBy('changed_at', 'desc')
    .limit(most),
);

/** What the person has begun and not sent, the latest first. */
export async function loadOpenDrafts(tx: Tx, party: PartyId, most: number): Promise<readonly Draft[]> {
  return (await openDrafts(tx, { party, most })).map(draftOf);
}

export async function insertDraft(tx: Tx, draft: Draft): Promise<void> {
  await tx
    .insertInto('services.draft')
    .values({
      party_id: draft.party,
      draft_id: draft.id,
      authority_id: draft.authority,
      service_id: draft.service,
      version: draft.version,
      seq: draft.seq,
      answers: JSON.stringify(draft.answers),
      started_at: draft.startedAt,
      changed_at: draft.changedAt,
    })
    .execute();
}

/** @returns whether it was still as it had been read, and not filed */
export async function updateDraft(tx: Tx, draft: Draft, at: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('services.draft')
    .set({
      seq: draft.seq + 1,
      version: draft.version,
      cosigning: draft.cosigning && JSON.stringify(draft.cosigning),
      answers: JSON.stringify(draft.answers),
      typed: JSON.stringify(draft.typed),
      changes: JSON.stringify(draft.changes),
      changed_at: at,
    })
    .where('party_id', '=', draft.party)
    .where('draft_id', '=', draft.id)
    .where('seq', '=', draft.seq)
    .where('filed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

type Filed = {
  readonly party: PartyId;
  readonly draft: DraftId;
  readonly seq: number;
  readonly at: Temporal.Instant;
};

/**
 * From now on it waits for signatures.
 * @returns whether it was still as it had been read
 */
export async function setWaiting(
  tx: Tx,
  { party, id, seq }: Pick<Draft, 'party' | 'id' | 'seq'>,
  waiting: Waiting,
  at: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('services.draft')
    .set({ cosigning: JSON.stringify(waiting), changed_at: at })
    .where('party_id', '=', party)
    .where('draft_id', '=', id)
    .where('seq', '=', seq)
    .where('filed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

type Waited = { readonly party: PartyId; readonly draft: DraftId; readonly signing: SigningId };

/**
 * It waits no longer, for that signing.
 * @returns whether it did
 */
export async function setBack(
  tx: Tx,
  { party, draft, signing }: Waited,
  { why, reason }: { readonly why: CameBack; readonly reason: string | null },
  at: Temporal.Instant,
): Promise<boolean> {
  const back: Cosigning = { state: 'back', why, reason, at: at.toString() };
  const { numUpdatedRows } = await tx
    .updateTable('services.draft')
    .set({ cosigning: JSON.stringify(back), changed_at: at })
    .where('party_id', '=', party)
    .where('draft_id', '=', draft)
    .where(sql`cosigning ->> 'signing'`, '=', signing)
    .where('filed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Empties what waited for that signing, whose answers the case holds now.
 * @returns whether it did
 */
export async function setSigned(tx: Tx, { party, draft, signing }: Waited, at: Temporal.Instant): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('services.draft')
    .set({ filed_at: at, changed_at: at, answers: '{}', typed: '{}', changes: '[]', cosigning: null })
    .where('party_id', '=', party)
    .where('draft_id', '=', draft)
    .where(sql`cosigning ->> 'signing'`, '=', signing)
    .where('filed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** `num_nulls`: by `filed_at is null` the index of open drafts is taken, and all the person's are read. */
const fileDraft = prepared(
  (_tx, { party, draft, seq, at }: Filed) => sql`
    with filed as (
      update services.draft
      set filed_at = ${at}, changed_at = ${at}, answers = '{}', typed = '{}', changes = '[]', cosigning = null
      where party_id = ${party} and draft_id = ${draft} and seq = ${seq} and num_nulls(filed_at) = 1
      returning 1
    )
    select kernel.as_read(count(*)) from filed`,
);

/**
 * Empties the draft, whose answers the case holds now.
 * @throws Refusal conflict, and the whole transaction is undone, when it was changed or filed since it was read
 */
export async function setFiled(
  tx: Tx,
  party: PartyId,
  draft: DraftId,
  seq: number,
  at: Temporal.Instant,
): Promise<void> {
  await fileDraft(tx, { party, draft, seq, at }).catch(onChanged('services.draft.busy'));
}

export async function deleteDraft(tx: Tx, party: PartyId, draft: DraftId): Promise<void> {
  await tx
    .deleteFrom('services.draft')
    .where('party_id', '=', party)
    .where('draft_id', '=', draft)
    .where('filed_at', 'is', null)
    .execute();
}

/** @returns how many there were */
export async function eraseDraftsLeftAlone(tx: Tx, before: Temporal.Instant): Promise<number> {
  const { rows } = await sql<{ erased: number }>`
    select services.erase_drafts_left_alone(${before.toString()}::timestamptz) as erased
  `.execute(tx);
  return rows[0]?.erased ?? 0;
}

/** Which of these contents a draft names, whoever's it is. */
export async function namedFiles(tx: Tx, digests: readonly FileDigest[]): Promise<FileDigest[]> {
  const { rows } = await sql<{ file: FileDigest }>`
    select file from services.named_files(${[...digests]}::text[]) as file`.execute(tx);
  return rows.map(({ file }) => file);
}
