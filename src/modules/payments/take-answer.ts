import './events.ts';
import { createHash } from 'node:crypto';
import type { Task } from '../../kernel/authority.ts';
import type { Tx } from '../../kernel/database/connection.ts';
import { type AuthorityId, newId } from '../../kernel/ids.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { readAnswer } from './iso20022/read-answer.ts';
import { matchAnswer } from './match.ts';
import { loadBatchIdsByMessage, lockBatch } from './store/batches.ts';
import { loadByEndToEnd, loadPayments, showPaymentStates } from './store/payments.ts';
import { insertReceipt, type Receipt } from './store/receipts.ts';

/**
 * Takes in what a bank has answered: each payment's state, with its reason. The same file twice is told and changes
 * nothing; what it says of payments that are not ours is counted.
 * @throws Refusal not-allowed | invalid for what is no such file | conflict when it has been taken before
 */
export async function takeAnswer(
  scope: Scope,
  said: { readonly authority: AuthorityId; readonly task: Task; readonly bytes: Uint8Array },
): Promise<Receipt> {
  const { authority, task } = said;
  await permit(scope, 'payment.prepare', { authority, task });
  return scope.write((tx) => takeAnswerIn(tx, scope, said));
}

/** The same in the transaction of who fetched it, and has been permitted that. */
export async function takeAnswerIn(
  tx: Tx,
  scope: Scope,
  { authority, task, bytes }: { readonly authority: AuthorityId; readonly task: Task; readonly bytes: Uint8Array },
): Promise<Receipt> {
  const { actor } = scope;
  const answer = readAnswer(bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const messages = answer.says.flatMap(({ of }) => (of.kind === 'file' ? [of.messageId] : []));
  const references = answer.says.flatMap(({ of }) => (of.kind === 'payment' ? [of.endToEndId] : []));
  const [byMessage, byReference] = await Promise.all([
    loadBatchIdsByMessage(tx, authority, messages),
    loadByEndToEnd(tx, authority, references),
  ]);
  const batches = [];
  for (const id of [...new Set([...byMessage.values(), ...byReference.values()])].sort()) {
    const batch = await lockBatch(tx, authority, id); // in one order, so that two files wait for each other and not both
    if (batch?.state !== 'released' || batch.task !== task) continue; // a bank knows of none that has not left
    batches.push({ id, messageId: batch.messageId, payments: await loadPayments(tx, batch) });
  }
  const { changes, told, changed, unknown } = matchAnswer(answer, batches);
  const receipt: Receipt = {
    ...{ authority, id: newId<string>(), sha256, kind: answer.kind, bankMessageId: answer.messageId.slice(0, 35) },
    ...{ takenAt: scope.now, counts: { told, changed, unknown } },
    taker: { party: actor.kind === 'official' ? actor.party : null, name: 'name' in actor ? actor.name : '' },
  };
  await insertReceipt(tx, receipt);
  for (const [id, some] of changes) {
    await showPaymentStates(tx, { authority, id }, some, scope.now);
    await scope.publish(tx, {
      kind: 'payments.answered',
      authorities: [authority],
      parties: [],
      authority,
      batch: id,
    });
  }
  return receipt;
}
