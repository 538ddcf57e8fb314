import type { AuthorityId, EventId } from '../../kernel/ids.ts';
import { on, type Subscription } from '../../kernel/jobs/subscription.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { askAgain, loadAttempts, loadTip, setTipState, type TipKey } from './store.ts';

declare module '../../kernel/outbox.ts' {
  interface Events {
    /** An operator wants a tip that was refused, or whose fate is unknown, sent once more. */
    'notifications.again-asked': { readonly authority: AuthorityId; readonly tip: EventId };
  }
}

/**
 * Allows a refused or unknown tip one more attempt. What it tells of is handled anew, since the address is kept nowhere
 * else. Who asked stands with the attempts, and in the trail of the person whom the tip is for.
 * @throws Refusal not-allowed | conflict when it has come through or was asked for meanwhile
 */
export async function sendAgain(scope: Scope, key: TipKey): Promise<void> {
  const { actor } = scope;
  const permitted = await permit(scope, 'operations.retry', {});
  if (actor.kind !== 'official') throw new Refusal('not-allowed', 'kernel.authority.no');
  const there = scope.reaching(permitted, { authorities: [key.authority] });
  await there.write(async (tx) => {
    const event = await askAgain(tx, key, actor, there.now);
    if (!event) throw new Refusal('conflict', 'notifications.tip.not-again');
    const { authority, tip } = key;
    const authorities = [...new Set([authority, ...event.authorities])];
    await there.publish(tx, { kind: 'notifications.again-asked', authorities, parties: event.parties, authority, tip });
    for (const about of event.parties) {
      await there.audit(tx, {
        about,
        action: 'operations.retry',
        purpose: 'notifications.purpose.again',
        basis: permitted.basis,
        authority,
        resource: { tip },
      });
    }
  });
}

/**
 * Has the one who sent the tip handle its event anew. When there is nothing to send any longer (the address is removed,
 * the invitation used), the tip has lapsed.
 * @param tellers the subscriptions that send tips
 */
export function againSubscription(tellers: readonly Subscription[]): Subscription {
  return on('notifications.again-asked', 'notifications.send-again', async (scope, { authority, tip }, run) => {
    const key = { authority, tip };
    const known = await scope.read((tx) => loadTip(tx, key));
    if (!known?.event) return;
    const { event, againAfter } = known;
    const teller = tellers.find((one) => one.kind === event.kind);
    await teller?.handle(scope, event, run);
    await scope.write(async (tx) => {
      const attempts = await loadAttempts(tx, key);
      if (!attempts.some(({ number }) => number > againAfter)) await setTipState(tx, key, 'lapsed', scope.now);
    });
  });
}
