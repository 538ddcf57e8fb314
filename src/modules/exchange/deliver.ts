import './events.ts';
import type { FileStore } from '../../kernel/files/index.ts';
import { on, type Subscription } from '../../kernel/jobs/subscription.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { type Delivery, type DeliveryKey, isOpen, type Outcome, stateOf } from './delivery.ts';
import { addressOf } from './destinations.ts';
import { reconcile } from './reconcile.ts';
import { endAttempt, insertAttempt, loadAttempts, loadDelivered, loadDelivery, setState } from './store/deliveries.ts';
import { insertReconciliation, loadDestination } from './store/destinations.ts';

export type DeliverParts = { readonly files: FileStore; readonly secrets: Secrets; readonly carrier: Delivery };

/**
 * Delivers a file, from a job: the attempt is committed before it is made. What did not get through is tried again with
 * growing pauses, and then waits for a person.
 * @throws Refusal unavailable when the job must try again later
 */
async function deliver(scope: Scope, { files, secrets, carrier }: DeliverParts, key: DeliveryKey): Promise<void> {
  const begun = await scope.write(async (tx) => {
    const [order, attempts] = await Promise.all([loadDelivery(tx, key), loadAttempts(tx, key)]);
    const to = await loadDestination(tx, order);
    if (!isOpen(stateOf(attempts, order.againAfter, to.collects), to.collects)) return null;
    const number = attempts.length + 1;
    await insertAttempt(tx, key, number, Temporal.Now.instant());
    return { order, to, number };
  });
  if (!begun) return;
  const { order, to, number } = begun;
  const { delivery, name, size, content: sha256 } = order;
  const file = { delivery, name, size, sha256, open: async () => (await files.open(sha256)).stream };
  const outcome = await carrier.put(addressOf(secrets, to), file);
  const state = await scope.write(async (tx) => {
    const ended = Temporal.Now.instant();
    await endAttempt(tx, key, number, outcome, ended);
    const now = stateOf(await loadAttempts(tx, key), order.againAfter, to.collects);
    await setState(tx, key, now, receiptOf(outcome), ended);
    const about = { authorities: [key.authority], parties: [], ...key };
    if (now === 'delivered') await scope.publish(tx, { kind: 'exchange.delivered', ...about });
    return now;
  });
  if (isOpen(state, to.collects)) throw new Refusal('unavailable', 'exchange.delivery.later');
}

function receiptOf(outcome: Outcome) {
  return outcome.outcome === 'delivered' ? outcome.receipt : null;
}

/** Looks at what a destination has, and keeps how it differs from what we think. */
async function look(scope: Scope, { secrets, carrier }: DeliverParts, key: Parameters<typeof loadDelivered>[1]) {
  const [to, ours] = await scope.read((tx) => Promise.all([loadDestination(tx, key), loadDelivered(tx, key)]));
  const names = ours.map(({ name }) => name);
  const theirs = await carrier.list(addressOf(secrets, to), names);
  const at = Temporal.Now.instant();
  const there = theirs.state === 'answered' ? theirs.value : theirs.state === 'nothing' ? [] : null;
  const kept = there
    ? { at, state: 'answered' as const, ...reconcile(ours, there) }
    : { at, state: 'failed' as const, agreed: 0, differences: [] };
  await scope.write((tx) => insertReconciliation(tx, key, kept));
}

export function deliverySubscriptions(parts: DeliverParts): readonly Subscription[] {
  return [
    on('exchange.delivery-asked', 'exchange.deliver', (scope, { authority, delivery }) =>
      deliver(scope, parts, { authority, delivery }),
    ),
    on('exchange.reconciliation-asked', 'exchange.reconcile', (scope, { authority, destination }) =>
      look(scope, parts, { authority, destination }),
    ),
  ];
}
