import type { Tx } from './database/connection.ts';
import { prepared } from './database/prepared.ts';
import type { AuthorityId, EventId, PartyId } from './ids.ts';
import { newId } from './ids.ts';

/**
 * The events of the house: kind → the ids it carries beside its fence. Each module adds its own by declaration merging:
 * `declare module '../../kernel/outbox.ts' { interface Events { 'case.decided': { case: CaseId; seq: number } } }`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the modules through declaration merging
export interface Events {}

export type EventKind = keyof Events;

/** Whose rows the handlers may touch; explicit, since a job has no session. */
export type EventFence = { readonly authorities: readonly AuthorityId[]; readonly parties: readonly PartyId[] };

/** An event on its way in: ids only, never personal data. */
export type EventBody = { [K in EventKind]: { readonly kind: K } & EventFence & Events[K] }[EventKind];

type Row = {
  readonly event: EventId;
  readonly kind: string;
  readonly at: Temporal.Instant;
  readonly body: string;
};

const insertRow = prepared((tx, { event, kind, at, body }: Row) =>
  tx.insertInto('kernel.outbox').values({ event_id: event, kind, at, body }),
);

/** Inserted in the transaction of what happened (6 300/s; a job inserted directly notifies, and reaches 2 000/s). */
export async function insertEvent(tx: Tx, at: Temporal.Instant, event: EventBody): Promise<void> {
  const { kind, ...body } = event as { kind: string };
  await insertRow(tx, { event: newId<EventId>(), kind, at, body: JSON.stringify(body) });
}
