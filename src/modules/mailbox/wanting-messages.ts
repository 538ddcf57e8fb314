import type { Scope } from '../../kernel/scope.ts';
import { ownMailbox } from './own-mailbox.ts';
import { loadWanting, type WantingMessage } from './store.ts';

const LISTED = 50;

/**
 * Questions and decisions that the reader has not opened yet, the newest first.
 * @throws Refusal not-allowed
 */
export async function wantingMessages(scope: Scope): Promise<readonly WantingMessage[]> {
  const { party, extent } = await ownMailbox(scope);
  return scope.read((tx) => loadWanting(tx, party, LISTED, extent));
}
