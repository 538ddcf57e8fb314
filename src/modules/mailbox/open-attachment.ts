import type { Readable } from 'node:stream';
import type { FileStore } from '../../kernel/files/index.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { NumberedAttachment } from './message.ts';
import { notFound, peekAtMessage } from './open-message.ts';

export type OpenedAttachment = {
  readonly attachment: NumberedAttachment;
  readonly content: Readable;
  /** Bytes. */
  readonly size: number;
};

/**
 * The content of one attachment, by its number in the message.
 * @throws Refusal not-allowed; not-found alike for another's and for one that is not there
 */
export async function openAttachment(
  scope: Scope,
  files: Pick<FileStore, 'open'>,
  message: string,
  number: string,
): Promise<OpenedAttachment> {
  const { attachments } = await peekAtMessage(scope, message);
  const attachment = attachments.find((candidate) => String(candidate.number) === number);
  if (!attachment) throw notFound();
  const { stream, size } = await files.open(attachment.file);
  return { attachment, content: stream, size };
}
