import type { Scope } from '../../kernel/scope.ts';
import { type Cursor, cursorText } from './cursor.ts';
import type { InboxItem } from './message.ts';
import { ownMailbox } from './own-mailbox.ts';
import { loadInbox } from './store.ts';

export type Inbox = {
  readonly items: readonly InboxItem[];
  /** Where the list goes on; null at its end. */
  readonly next: string | null;
};

const inboxPage = 50;

/**
 * A page of the mailbox, newest first.
 * @throws Refusal not-allowed
 */
export async function readInbox(scope: Scope, before: Cursor | undefined, most = inboxPage): Promise<Inbox> {
  const { party, extent } = await ownMailbox(scope);
  const found = await scope.read((tx) => loadInbox(tx, party, before, most + 1, extent));
  const items = found.slice(0, most);
  const last = found.length > most ? items.at(-1) : undefined;
  return { items, next: last ? cursorText(last) : null };
}
