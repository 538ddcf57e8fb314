import type { Scope } from '../../kernel/scope.ts';
import { ownMailbox } from './own-mailbox.ts';
import { loadWanting, type WantingMessage } from './store.ts';

const LISTED = 50;

/** Asked once for a request, whoever needs it on the page. */
const asked = new WeakMap<Scope, Promise<readonly WantingMessage[]>>();

/**
 * Questions and decisions that the reader has not opened yet, the newest first.
 * @throws Refusal not-allowed
 */
export function wantingMessages(scope: Scope): Promise<readonly WantingMessage[]> {
  const found = asked.get(scope) ?? load(scope);
  asked.set(scope, found);
  return found;
}

async function load(scope: Scope): Promise<readonly WantingMessage[]> {
  const { party, extent } = await ownMailbox(scope);
  return scope.read((tx) => loadWanting(tx, party, LISTED, extent));
}
