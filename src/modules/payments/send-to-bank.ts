import type { FileStore } from '../../kernel/files/index.ts';
import type { AuthorityId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { type KeptDelivery, loadDelivery, loadDestinations, send } from '../exchange/index.ts';
import { type BatchKey, findBatch, releasedFile } from './release.ts';
import { type KeptBatch, markSent } from './store/batches.ts';

export type SendingParts = { readonly secrets: Secrets; readonly files: Pick<FileStore, 'put'> };

/**
 * Has the released file delivered to a bank: made anew, held against the hash that was approved, and sent under it. Once:
 * what does not get through is tried again by the delivery itself.
 * @throws Refusal not-found | not-allowed | conflict when it is not released, was sent before, or is not what was approved
 */
export async function sendToBank(
  scope: Scope,
  { secrets, files }: SendingParts,
  key: BatchKey,
  destination: string,
): Promise<void> {
  const file = await releasedFile(scope, secrets, key);
  const kept = await findBatch(scope, key);
  const { digest: content, size } = await files.put(file.bytes, 'application/octet-stream');
  if (content !== kept.fileSha256) throw new Refusal('conflict', 'payments.release.void');
  await scope.write(async (tx) => {
    const { authority, id } = kept;
    const order = { authority, destination, name: file.name, kind: 'payments.pay-out', subject: id, content, size };
    const { delivery } = await send(tx, scope, order);
    if (!(await markSent(tx, kept, delivery))) throw new Refusal('conflict', 'payments.send.sent');
  });
}

/** Where a released file can go, or how it went. */
export type Sending =
  | { readonly kind: 'may'; readonly destinations: readonly { readonly id: string; readonly name: string }[] }
  | {
      readonly kind: 'sent';
      readonly to: string;
      readonly delivery: Pick<KeptDelivery, 'state' | 'at'>;
      /** What they have: the same as was approved, another, or not known yet. */
      readonly receipt: 'same' | 'other' | null;
      readonly receivedAt: string | null;
    };

/** Null for a batch that has not been released. */
export async function sendingOf(scope: Scope, batch: KeptBatch): Promise<Sending | null> {
  if (batch.state !== 'released') return null;
  const authority: AuthorityId = batch.authority;
  const id = batch.delivery;
  return scope.read(async (tx): Promise<Sending> => {
    const all = await loadDestinations(tx, authority);
    if (id === null)
      return { kind: 'may', destinations: all.map(({ destination, name }) => ({ id: destination, name })) };
    const delivery = await loadDelivery(tx, { authority, delivery: id });
    const { receipt } = delivery;
    return {
      ...{ kind: 'sent', to: all.find((one) => one.destination === delivery.destination)?.name ?? '', delivery },
      receipt: receipt && (receipt.sha256 === batch.fileSha256 ? 'same' : 'other'),
      receivedAt: receipt?.at ?? null,
    };
  });
}
