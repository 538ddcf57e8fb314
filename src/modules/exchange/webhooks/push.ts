import { createHmac } from 'node:crypto';
import type { AuthorityId } from '../../../kernel/ids.ts';

/** What others can be told of. */
export const pushKinds = ['case.opened', 'case.changed', 'case.needs-you', 'case.decided', 'case.closed'] as const;
export type PushKind = (typeof pushKinds)[number];

export type SubscriberKey = { readonly authority: AuthorityId; readonly subscriber: string };
export type PushKey = { readonly authority: AuthorityId; readonly push: string };

export type Push = PushKey &
  SubscriberKey & {
    readonly kind: PushKind;
    /** The case, and which act of it. */
    readonly subject: string;
    readonly seq: number;
    readonly at: Temporal.Instant;
  };

/** `refused`: they want no more. `later`: tried again by itself. `detail` is a code, never a text of theirs. */
export type PushOutcome = { readonly outcome: 'delivered' | 'refused' | 'later'; readonly detail: string };

/** How a push leaves the house; a connector implements it. */
export type PushCarrier = {
  post(url: string, headers: Readonly<Record<string, string>>, body: string): Promise<PushOutcome>;
  /** Whether it may be sent there at all: as it is written, before any name is looked up. */
  mayReach(url: string): boolean;
};

/** The message itself: what has happened to which case. Who it is about is asked for with a key, not told here. */
export function bodyOf({ kind, at, authority, subject, seq }: Push): string {
  return JSON.stringify({ type: kind, timestamp: at.toString(), data: { authority, case: subject, seq } });
}

const PREFIX = 'whsec_';

/**
 * The signature of Standard Webhooks 1.0.0 (symmetric, `v1`): over id, time and body, so that none of them can be changed,
 * and what is sent once more later has another time under the same id.
 * @param secret `whsec_` and Base64
 */
export function signedHeaders(secret: string, id: string, at: Temporal.Instant, body: string) {
  const timestamp = String(Math.floor(at.epochMilliseconds / 1000));
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'content-type': 'application/json; charset=utf-8',
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signature}`,
  };
}

/** @param random at least 24 random bytes */
export function secretOf(random: Buffer): string {
  return `${PREFIX}${random.toString('base64')}`;
}
