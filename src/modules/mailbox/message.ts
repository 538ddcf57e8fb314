import type { AuthorityId, CaseId, FileDigest, MandateId, MessageId, PartyId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/texts.ts';

/** `decision` starts days of appeal, `question` waits for an answer in its case. */
const messageKinds = ['decision', 'question', 'information'] as const;
export type MessageKind = (typeof messageKinds)[number];

export type Attachment = { readonly file: FileDigest; readonly name: string; readonly mediaType: string };

/** The case that a message is about; `number` is its number as the reader knows it. */
export type CaseRef = { readonly authority: AuthorityId; readonly case: CaseId; readonly number?: string };

/** What an authority sends to one party. Plain text: a blank line parts paragraphs. */
export type Letter = {
  /** Given by the sender, so that sending it again makes no second message. */
  readonly message: MessageId;
  readonly party: PartyId;
  readonly authority: AuthorityId;
  readonly kind: MessageKind;
  readonly language: Language;
  /** 1-200 characters; never an identity number. */
  readonly subject: string;
  readonly body: string;
  readonly caseRef?: CaseRef;
  /** The mandate (fullmakt) that it is about. */
  readonly mandate?: MandateId;
  /** The pay run of the sender whose payslip it is about. */
  readonly payslip?: string;
  readonly attachments?: readonly Attachment[];
};

/** Who sent it, as they were called that day. */
export type Sender = { readonly authority: AuthorityId; readonly name: string; readonly country: 'SE' | 'AX' };

export type Item<Moment> = {
  readonly id: MessageId;
  readonly sender: Sender;
  readonly kind: MessageKind;
  readonly language: Language;
  readonly subject: string;
  readonly deliveredAt: Moment;
  readonly openedAt: Moment | null;
  readonly attachments: number;
};

/** One row of the list. Its moments are ISO 8601 texts to the microsecond: it is shown, not counted with. */
export type InboxItem = Item<string>;

export type Message = Item<Temporal.Instant> & {
  readonly body: string;
  readonly caseRef: CaseRef | null;
  readonly mandate: MandateId | null;
  readonly payslip: string | null;
};

/** An attachment of a delivered message, counted from 1. */
export type NumberedAttachment = Attachment & { readonly number: number };

/** What a message has gone through, in order: delivered first, opened at most once. */
export type MessageEvent =
  | { readonly kind: 'delivered'; readonly at: Temporal.Instant }
  | { readonly kind: 'opened'; readonly at: Temporal.Instant; readonly by: PartyId };

/** The place of each event in the stream: a second of the same kind has no place. */
export const eventSeq = { delivered: 1, opened: 2 } as const satisfies Record<MessageEvent['kind'], number>;

/** The body as its paragraphs; single line breaks stay inside them. */
export function paragraphs(body: string): readonly string[] {
  return body
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The zone in which the sender's moments are shown. */
export function zoneOf(sender: Sender): 'Europe/Stockholm' | 'Europe/Mariehamn' {
  return sender.country === 'AX' ? 'Europe/Mariehamn' : 'Europe/Stockholm';
}
