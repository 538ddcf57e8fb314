import { sql } from 'kysely';
import type { Extent } from '../../kernel/authority.ts';
import type { Tx } from '../../kernel/database/connection.ts';
import { prepared } from '../../kernel/database/prepared.ts';
import { preparedList } from '../../kernel/database/prepared-list.ts';
import { type ExtentParts, partsOf } from '../../kernel/extent.ts';
import type { AuthorityId, CaseId, FileDigest, MandateId, MessageId, PartyId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/texts.ts';
import type { Cursor } from './cursor.ts';
import {
  type CaseRef,
  eventSeq,
  type InboxItem,
  type Item,
  type Message,
  type MessageEvent,
  type MessageKind,
  type NumberedAttachment,
  type Sender,
} from './message.ts';

type Key = { readonly party: PartyId; readonly message: MessageId };

/** @returns false when somebody has written it before */
export async function appendEvent(tx: Tx, key: Key, event: MessageEvent): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('mailbox.message_event')
    .values({
      party_id: key.party,
      message_id: key.message,
      seq: eventSeq[event.kind],
      kind: event.kind,
      at: event.at,
      actor_party: event.kind === 'opened' ? event.by : null,
    })
    .onConflict((conflict) => conflict.columns(['party_id', 'message_id', 'seq']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function showAsOpened(tx: Tx, key: Key, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('mailbox.message')
    .set({ opened_at: at })
    .where('party_id', '=', key.party)
    .where('message_id', '=', key.message)
    .execute();
}

const itemColumns = [
  'message_id',
  'authority_id',
  'sender_name',
  'sender_country',
  'kind',
  'language',
  'subject',
  'delivered_at',
  'opened_at',
  'attachments',
] as const;

type Newest = { readonly party: PartyId; readonly most: number };
type NewestBefore = Newest & { readonly at: Temporal.Instant; readonly id: MessageId };

function inboxOf(tx: Tx, { party, most }: Newest) {
  return tx
    .selectFrom('mailbox.message')
    .select(itemColumns)
    .where('party_id', '=', party)
    .orderBy('delivered_at', 'desc')
    .orderBy('message_id', 'desc')
    .limit(most);
}

const newest = preparedList(itemColumns, inboxOf);
const newestBefore = preparedList(itemColumns, (tx, key: NewestBefore) =>
  inboxOf(tx, key).where(sql<boolean>`(delivered_at, message_id) < (${key.at}, ${key.id}::uuid)`),
);

/** For who may read some of it. */
function within({ mail, cases }: ExtentParts) {
  if (mail === null) return sql<boolean>`true`;
  return sql<boolean>`(
    authority_id = any (${[...mail]}::int[])
    or (authority_id, case_id) in (select * from unnest(${[...cases.authorities]}::int[], ${[...cases.cases]}::uuid[])))`;
}

/** The newest first, from the cursor on. One index scan behind the fence, whatever lies in the mailbox. */
export async function loadInbox(
  tx: Tx,
  party: PartyId,
  before: Cursor | undefined,
  most: number,
  extent: Extent = 'whole',
): Promise<InboxItem[]> {
  const parts = partsOf(extent);
  if (parts) {
    let query = inboxOf(tx, { party, most }).where(within(parts));
    if (before) query = query.where(sql<boolean>`(delivered_at, message_id) < (${before.at}, ${before.id}::uuid)`);
    return (await query.execute()).map(({ delivered_at, opened_at, ...row }) =>
      itemOf({ ...row, delivered_at: delivered_at.toString(), opened_at: opened_at?.toString() ?? null }),
    );
  }
  const rows = await (before ? newestBefore(tx, { party, most, ...before }) : newest(tx, { party, most }));
  return rows.map(itemOf);
}

export async function loadMessage(tx: Tx, { party, message }: Key): Promise<Message | undefined> {
  const row = await tx
    .selectFrom('mailbox.message')
    .select([...itemColumns, 'body', 'case_authority_id', 'case_id', 'case_number', 'mandate_id', 'payslip_run_id'])
    .where('party_id', '=', party)
    .where('message_id', '=', message)
    .executeTakeFirst();
  if (!row) return undefined;
  const mandate = row.mandate_id as MandateId | null;
  return { ...itemOf(row), body: row.body, caseRef: caseRefOf(row), mandate, payslip: row.payslip_run_id };
}

export async function loadAttachments(tx: Tx, { party, message }: Key): Promise<NumberedAttachment[]> {
  const rows = await tx
    .selectFrom('mailbox.attachment')
    .select(['number', 'digest', 'name', 'media_type'])
    .where('party_id', '=', party)
    .where('message_id', '=', message)
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    file: row.digest as FileDigest,
    name: row.name,
    mediaType: row.media_type,
  }));
}

/** Counts no further than `most`: nobody needs to know whether it is 100 or 10 000. */
export async function countUnread(tx: Tx, party: PartyId, most: number, extent: Extent = 'whole'): Promise<number> {
  const parts = partsOf(extent);
  const { unread } = await tx
    .selectFrom(
      tx
        .selectFrom('mailbox.message')
        .select('message_id')
        .where('party_id', '=', party)
        .where('opened_at', 'is', null)
        .$if(parts !== null, (query) => query.where(within(parts as ExtentParts)))
        .limit(most)
        .as('unread'),
    )
    .select(({ fn }) => fn.countAll<bigint>().as('unread'))
    .executeTakeFirstOrThrow();
  return Number(unread);
}

/** What the sender's officials may know: that it is there, and when it was opened. */
export async function loadDelivery(
  tx: Tx,
  authority: AuthorityId,
  { party, message }: Key,
): Promise<{ deliveredAt: Temporal.Instant; openedAt: Temporal.Instant | null } | undefined> {
  const row = await tx
    .selectFrom('mailbox.message')
    .select(['delivered_at', 'opened_at'])
    .where('authority_id', '=', authority)
    .where('party_id', '=', party)
    .where('message_id', '=', message)
    .executeTakeFirst();
  return row && { deliveredAt: row.delivered_at, openedAt: row.opened_at };
}

/** Which of these contents an attachment names, whoever's it is. */
export async function namedFiles(tx: Tx, digests: readonly FileDigest[]): Promise<FileDigest[]> {
  const { rows } = await sql<{ file: FileDigest }>`
    select file from mailbox.named_files(${[...digests]}::text[]) as file`.execute(tx);
  return rows.map(({ file }) => file);
}

type ItemRow<Moment> = {
  message_id: string;
  authority_id: number;
  sender_name: string;
  sender_country: string;
  kind: string;
  language: string;
  subject: string;
  delivered_at: Moment;
  opened_at: Moment | null;
  attachments: number;
};

/** The closed words are checked by the table. */
function itemOf<Moment>(row: ItemRow<Moment>): Item<Moment> {
  return {
    id: row.message_id as MessageId,
    sender: {
      authority: row.authority_id as AuthorityId,
      name: row.sender_name,
      country: row.sender_country as Sender['country'],
    },
    kind: row.kind as MessageKind,
    language: row.language as Language,
    subject: row.subject,
    deliveredAt: row.delivered_at,
    openedAt: row.opened_at,
    attachments: row.attachments,
  };
}

/** A message that has not been opened and that wants something of its reader. */
export type WantingMessage = {
  readonly id: MessageId;
  readonly sender: Sender;
  readonly kind: 'decision' | 'question';
  readonly subject: string;
  readonly deliveredAt: Temporal.Instant;
  readonly caseRef: CaseRef | null;
};

type Wanted = { readonly party: PartyId; readonly most: number };

function wantingOf(tx: Tx, { party, most }: Wanted) {
  return tx
    .selectFrom('mailbox.message')
    .select(['message_id', 'authority_id', 'sender_name', 'sender_country', 'kind', 'subject', 'delivered_at'])
    .select(['case_authority_id', 'case_id', 'case_number'])
    .where('party_id', '=', party)
    .where('opened_at', 'is', null)
    .where('kind', '<>', sql.lit('information'))
    .orderBy('delivered_at', 'desc')
    .limit(most);
}
const wanting = prepared(wantingOf);

/** Questions and decisions that have not been opened, the newest first. */
export async function loadWanting(
  tx: Tx,
  party: PartyId,
  most: number,
  extent: Extent = 'whole',
): Promise<WantingMessage[]> {
  const parts = partsOf(extent);
  const wanted = { party, most };
  const rows = parts ? await wantingOf(tx, wanted).where(within(parts)).execute() : await wanting(tx, wanted);
  return rows.map((row) => ({
    id: row.message_id as MessageId,
    sender: {
      authority: row.authority_id as AuthorityId,
      name: row.sender_name,
      country: row.sender_country as Sender['country'], // the table's check holds the countries and the kinds
    },
    kind: row.kind as WantingMessage['kind'],
    subject: row.subject,
    deliveredAt: row.delivered_at,
    caseRef: caseRefOf(row),
  }));
}

type CaseColumns = {
  readonly case_authority_id: number | null;
  readonly case_id: string | null;
  readonly case_number: string | null;
};

function caseRefOf({ case_authority_id: authority, case_id: id, case_number: number }: CaseColumns): CaseRef | null {
  if (authority === null || id === null) return null;
  return { authority: authority as AuthorityId, case: id as CaseId, ...(number === null ? {} : { number }) };
}
