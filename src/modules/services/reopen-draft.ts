import type { Tx } from '../../kernel/database/connection.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { withdraw } from '../signing/index.ts';
import { type AdoptedService, fileResource } from './adoption.ts';
import type { Draft } from './draft.ts';
import { setBack } from './store/drafts.ts';

/**
 * A change of a draft. Was it waiting for signatures, those that have been given and those that are asked for are void
 * from the same moment: they were for what it said before.
 * @param change says whether it met the draft as it had been read
 */
export async function voiding(
  scope: Scope,
  adopted: AdoptedService,
  { cosigning }: Pick<Draft, 'cosigning'>,
  change: (tx: Tx) => Promise<boolean>,
): Promise<boolean> {
  if (cosigning?.state !== 'waiting') return scope.write(change);
  const permitted = await permit(scope, 'service.file', fileResource(adopted));
  const there = scope.reaching(permitted, { parties: [...new Set([...scope.fence.parties, ...cosigning.parties])] });
  return there.write(async (tx) => {
    const isDone = await change(tx);
    if (isDone) await withdraw(there, tx, cosigning.signing);
    return isDone;
  });
}

/**
 * Takes back what waits for signatures, to change it; nothing is lost, and nobody else has seen more than was to be signed.
 * @throws Refusal not-allowed, conflict when it waits no longer
 */
export async function reopenDraft(scope: Scope, adopted: AdoptedService, draft: Draft): Promise<void> {
  const { cosigning, party, id } = draft;
  if (cosigning?.state !== 'waiting') return;
  const why = { why: 'withdrawn', reason: null } as const;
  const isOpen = await voiding(scope, adopted, draft, (tx) =>
    setBack(tx, { party, draft: id, signing: cosigning.signing }, why, scope.now),
  );
  if (!isOpen) throw new Refusal('conflict', 'services.draft.busy');
}
