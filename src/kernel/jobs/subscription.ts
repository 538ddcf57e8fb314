import type { EventId } from '../ids.ts';
import type { EventBody, EventKind } from '../outbox.ts';
import type { Scope } from '../scope.ts';

export type EventOf<K extends EventKind> = Extract<EventBody, { kind: K }>;

/** What a handler knows of its run. The same event may be handled again: `event` is what to be idempotent by. */
export type Run = { readonly event: EventId; readonly attempt: number; readonly lastAttempt: boolean };

/** "When this has happened, that follows": one job per event and subscription. */
export type Subscription = {
  readonly kind: EventKind;
  /** `module.what-it-does`; the job's name, so never changed while jobs wait. */
  readonly name: string;
  readonly maxAttempts: number;
  readonly handle: (scope: Scope, event: EventBody, run: Run) => Promise<void>;
};

/** Something that is done by the clock: five cron fields, UTC. */
export type Schedule = {
  readonly name: string;
  readonly cron: string;
  readonly run: (scope: Scope) => Promise<void>;
};

/**
 * @param handle idempotent by `run.event`; gets a worker's scope behind exactly the event's own fence
 * @param maxAttempts with exponential backoff (e^attempt seconds, at most e^10); then it is a dead letter. Default 12,
 *   about eleven hours
 */
export function on<K extends EventKind>(
  kind: K,
  name: string,
  handle: (scope: Scope, event: EventOf<K>, run: Run) => Promise<void>,
  maxAttempts = 12,
): Subscription {
  // The runner hands each handler only events of its own kind.
  return { kind, name, maxAttempts, handle: handle as Subscription['handle'] };
}
