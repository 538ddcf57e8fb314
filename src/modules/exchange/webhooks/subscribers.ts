import '../events.ts';
import { randomBytes } from 'node:crypto';
import { type AuthorityId, newId } from '../../../kernel/ids.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { permit, type Scope } from '../../../kernel/scope.ts';
import type { Secrets } from '../../../kernel/secrets.ts';
import {
  endSubscriber,
  insertSubscriber,
  type KeptPush,
  loadPushes,
  loadSubscriber,
  loadSubscribers,
  type Subscriber,
  setPushesWaiting,
} from '../store/pushes.ts';
import { type PushCarrier, type PushKind, type SubscriberKey, secretOf } from './push.ts';

const SECRET_BYTES = 32;
const PUSHES = 50;
/** Once more from a date: more than this is asked for in parts. */
const REPLAY_MOST = 5_000;

export function secretContext({ authority, subscriber }: SubscriberKey): string {
  return `exchange.subscriber:${authority}:${subscriber}`;
}

async function administering(scope: Scope, authority: AuthorityId): Promise<Scope> {
  const permitted = await permit(scope, 'authority.administer', { authority });
  return scope.reaching(permitted, { authorities: [authority] });
}

/** @throws Refusal not-allowed */
export async function seeSubscribers(scope: Scope, authority: AuthorityId): Promise<readonly Subscriber[]> {
  const there = await administering(scope, authority);
  return there.read((tx) => loadSubscribers(tx, authority));
}

export type SeenSubscriber = { readonly to: Subscriber; readonly pushes: readonly KeptPush[] };

/** @throws Refusal not-allowed | not-found */
export async function seeSubscriber(scope: Scope, key: SubscriberKey): Promise<SeenSubscriber> {
  const there = await administering(scope, key.authority);
  return there.read(async (tx) => {
    const [to, pushes] = await Promise.all([loadSubscriber(tx, key), loadPushes(tx, key, PUSHES)]);
    return { to, pushes };
  });
}

export type NewSubscriber = { readonly name: string; readonly url: string; readonly kinds: readonly PushKind[] };

/**
 * Who is told from now on.
 * @returns the secret that its pushes are signed with, which is shown once
 * @throws Refusal not-allowed | invalid for an address that may not be sent to
 */
export async function addSubscriber(
  scope: Scope,
  { secrets, carrier }: { readonly secrets: Secrets; readonly carrier: Pick<PushCarrier, 'mayReach'> },
  authority: AuthorityId,
  one: NewSubscriber,
): Promise<SubscriberKey & { readonly secret: string }> {
  const there = await administering(scope, authority);
  const { actor } = scope;
  if (actor.kind !== 'official') throw new Refusal('not-allowed', 'kernel.authority.no');
  if (!carrier.mayReach(one.url)) throw new Refusal('invalid', 'exchange.subscriber.address');
  const key = { authority, subscriber: newId<string>() };
  const secret = secretOf(randomBytes(SECRET_BYTES));
  const sealedSecret = secrets.encrypt(secret, secretContext(key));
  const by = { party: actor.party, name: actor.name, at: scope.now };
  await there.write((tx) => insertSubscriber(tx, { ...key, ...one, sealedSecret }, by));
  return { ...key, secret };
}

/** It is told nothing more, not even what waits. */
export async function stopTelling(scope: Scope, key: SubscriberKey): Promise<void> {
  const there = await administering(scope, key.authority);
  await there.write((tx) => endSubscriber(tx, key, there.now));
}

/** Tells it once more all that has happened since then, under the same ids. @returns how much */
export async function tellAgain(scope: Scope, key: SubscriberKey, since: Temporal.Instant): Promise<number> {
  const there = await administering(scope, key.authority);
  const { authority } = key;
  return there.write(async (tx) => {
    const to = await loadSubscriber(tx, key);
    if (to.endedAt) throw new Refusal('conflict', 'exchange.subscriber.ended');
    const pushes = await setPushesWaiting(tx, key, { since, at: there.now, most: REPLAY_MOST });
    for (const push of pushes) {
      await there.publish(tx, { kind: 'exchange.push-asked', authorities: [authority], parties: [], authority, push });
    }
    return pushes.length;
  });
}
