import type { Scope } from '../../kernel/scope.ts';
import { type Handled, handle } from './handle.ts';

/** What only the office sees. @throws Refusal not-found | not-allowed | conflict */
export async function addNote(scope: Scope, handled: Handled, text: string): Promise<void> {
  await handle(scope, handled, 'case.note', () => ({ kind: 'noted', text }));
}

/**
 * Sekretessmarkering: a reminder in the case and the queue that it may be secret.
 * @param provision by which provision, as the official wrote it; null takes the mark away
 * @throws Refusal not-found | not-allowed | conflict
 */
export async function markConfidential(scope: Scope, handled: Handled, provision: string | null): Promise<void> {
  await handle(scope, handled, 'case.note', () =>
    provision === null ? { kind: 'unmarked-confidential' } : { kind: 'marked-confidential', provision },
  );
}
