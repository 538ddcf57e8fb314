import type { Scope } from '../../kernel/scope.ts';
import { ownMailbox } from './own-mailbox.ts';
import { countUnread } from './store.ts';

/** From here on it is "many": the count costs the same however much lies there. */
export const unreadMost = 100;

/**
 * How many messages have not been opened, at most `unreadMost`.
 * @throws Refusal not-allowed
 */
export async function unreadCount(scope: Scope): Promise<number> {
  const { party, extent } = await ownMailbox(scope);
  return scope.read((tx) => countUnread(tx, party, unreadMost, extent));
}
