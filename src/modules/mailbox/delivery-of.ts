import type { AuthorityId, MessageId, PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import { loadDelivery } from './store.ts';

/** Null: it has not reached the mailbox yet. */
export type Delivery = { readonly deliveredAt: Temporal.Instant; readonly openedAt: Temporal.Instant | null };

/**
 * What the sender may know of a message that it sent: that it is available to the person, and when it was opened.
 * Asked by a use case that has its own permit, of its own authority's message.
 */
export async function deliveryOf(
  scope: Scope,
  sent: { readonly authority: AuthorityId; readonly party: PartyId; readonly message: MessageId },
): Promise<Delivery | null> {
  return (await scope.read((tx) => loadDelivery(tx, sent.authority, sent))) ?? null;
}

/** Whether the person can read it now. */
export async function messageAvailable(
  scope: Scope,
  sent: { readonly authority: AuthorityId; readonly party: PartyId; readonly message: MessageId },
): Promise<boolean> {
  return (await deliveryOf(scope, sent)) !== null;
}
