import { isUuid, type MessageId } from '../../kernel/ids.ts';
import type { InboxItem } from './message.ts';

/** After which message the list goes on: its moment and id, which together are one place in the list. */
export type Cursor = { readonly at: Temporal.Instant; readonly id: MessageId };

/** `1772359200000000_0195…`: microseconds, as the database keeps them, and the id. */
export function cursorText({ deliveredAt, id }: InboxItem): string {
  return `${Temporal.Instant.from(deliveredAt).epochNanoseconds / 1000n}_${id}`;
}

/** @returns undefined for what is no cursor, which then is the list from its beginning */
export function readCursor(text: string | undefined): Cursor | undefined {
  const [, micros, id] = /^(\d{1,18})_([0-9a-f-]{36})$/.exec(text ?? '') ?? [];
  if (!micros || !id || !isUuid(id)) return undefined;
  return { at: Temporal.Instant.fromEpochNanoseconds(BigInt(micros) * 1000n), id: id as MessageId };
}
