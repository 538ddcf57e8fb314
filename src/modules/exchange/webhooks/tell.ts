import '../events.ts';
import { type AuthorityId, derivedId, type EventId } from '../../../kernel/ids.ts';
import { on, type Run, type Subscription } from '../../../kernel/jobs/subscription.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Secrets } from '../../../kernel/secrets.ts';
import {
  endPushAttempt,
  insertPush,
  insertPushAttempt,
  loadPush,
  loadSubscriber,
  loadSubscribers,
  setPushState,
} from '../store/pushes.ts';
import { bodyOf, type PushCarrier, type PushKey, type PushKind, signedHeaders } from './push.ts';
import { secretContext } from './subscribers.ts';

export type PushParts = { readonly secrets: Secrets; readonly carrier: PushCarrier };

/** What has happened, by reference. */
export type Happening = {
  readonly authority: AuthorityId;
  readonly kind: PushKind;
  readonly subject: string;
  readonly seq: number;
};

/** Has everybody told who wants to be; a job that runs again tells nobody twice. */
export async function tellSubscribers(scope: Scope, one: Happening, { event }: Pick<Run, 'event'>): Promise<void> {
  const { authority, kind } = one;
  await scope.write(async (tx) => {
    const wanting = (await loadSubscribers(tx, authority)).filter(
      ({ endedAt, kinds }) => endedAt === null && kinds.includes(kind),
    );
    for (const { subscriber } of wanting) {
      const push = derivedId<string>('exchange.push', subscriber, event satisfies EventId);
      if (!(await insertPush(tx, { ...one, subscriber, push, at: scope.now }))) continue;
      await scope.publish(tx, { kind: 'exchange.push-asked', authorities: [authority], parties: [], authority, push });
    }
  });
}

/**
 * One attempt, committed before it is made. A process that dies in the middle tells once more, under the same id, which
 * the receiver knows again.
 * @throws Refusal unavailable when the job must try again later
 */
async function tell(scope: Scope, { secrets, carrier }: PushParts, key: PushKey): Promise<void> {
  const begun = await scope.write(async (tx) => {
    const push = await loadPush(tx, key);
    if (push.state === 'delivered' || push.state === 'refused') return null;
    const to = await loadSubscriber(tx, push);
    if (to.endedAt) {
      await setPushState(tx, key, 'refused', Temporal.Now.instant());
      return null;
    }
    return { push, to, number: await insertPushAttempt(tx, key, Temporal.Now.instant()) };
  });
  if (!begun) return;
  const { push, to, number } = begun;
  const body = bodyOf(push);
  const secret = secrets.decrypt(to.sealedSecret, secretContext(to));
  const headers = signedHeaders(secret, push.push, Temporal.Now.instant(), body);
  const outcome = await carrier.post(to.url, headers, body);
  await scope.write(async (tx) => {
    const ended = Temporal.Now.instant();
    await endPushAttempt(tx, key, number, outcome, ended);
    await setPushState(tx, key, outcome.outcome, ended);
  });
  if (outcome.outcome === 'later') throw new Refusal('unavailable', 'exchange.push.later');
}

export function pushSubscriptions(parts: PushParts): readonly Subscription[] {
  return [
    on('exchange.push-asked', 'exchange.push', (scope, { authority, push }) => tell(scope, parts, { authority, push })),
  ];
}
