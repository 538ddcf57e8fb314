import type { BankAnswer } from './iso20022/read-answer.ts';
import { afterMessage, type Told } from './payment-state.ts';
import type { KeptPayment, PaymentChange } from './store/payments.ts';

export type MatchedBatch = {
  readonly id: string;
  readonly messageId: string;
  readonly payments: readonly KeptPayment[];
};

export type Matched = {
  /** By batch: what changes. */
  readonly changes: ReadonlyMap<string, readonly PaymentChange[]>;
  /** How many payments of ours it tells of. */
  readonly told: number;
  readonly changed: number;
  /** How many payments and files it names that are not ours, or whose sum is another. */
  readonly unknown: number;
};

/**
 * What a bank's answer changes of the batches that it is about. What it says of one payment goes before what it says of
 * the whole file; a booked sum that is not the file's own is not believed.
 */
export function matchAnswer(answer: BankAnswer, batches: readonly MatchedBatch[]): Matched {
  const byMessage = new Map(batches.map((batch) => [batch.messageId, batch]));
  const byEndToEnd = new Map(batches.flatMap((batch) => batch.payments.map((one) => [one.endToEndId, { batch, one }])));
  const told = new Map<string, { batch: MatchedBatch; one: KeptPayment; says: Told }>();
  let unknown = 0;
  for (const { of, told: says } of answer.says) {
    if (of.kind !== 'file') continue;
    const batch = byMessage.get(of.messageId);
    const total = batch?.payments.reduce((sum, { amount }) => sum + amount, 0);
    if (!batch || (of.amount !== null && of.amount !== total)) unknown++;
    else for (const one of batch.payments) told.set(one.endToEndId, { batch, one, says });
  }
  for (const { of, told: says } of answer.says) {
    if (of.kind !== 'payment') continue;
    const found = byEndToEnd.get(of.endToEndId);
    if (found) told.set(of.endToEndId, { ...found, says });
    else unknown++;
  }
  const changes = new Map<string, PaymentChange[]>();
  let changed = 0;
  for (const { batch, one, says } of told.values()) {
    const state = afterMessage(one.state, says.state);
    if (state === one.state) continue;
    changed++;
    const ofBatch = changes.get(batch.id) ?? [];
    ofBatch.push({ place: one.place, state, reason: says.reason });
    changes.set(batch.id, ofBatch);
  }
  return { changes, told: told.size, changed, unknown };
}
