import { sql } from 'kysely';
import type { Action, Actor, Basis, Resource } from './authority.ts';
import type { Tx } from './database/connection.ts';
import { derivedId, newId, type PartyId } from './ids.ts';

type Who = { readonly actor: Actor; readonly now: Temporal.Instant; readonly requestId: string };

/** Somebody has looked in another's name. */
export type Use = {
  /** For whom. */
  readonly about: PartyId;
  readonly action: Action;
  readonly resource: Resource;
  readonly basis: readonly Basis[];
  /** A text key; that somebody acted for them when it says nothing else. */
  readonly purpose?: string;
};

/** How long a page may be read again before it is a new line. */
const SAME_USE_MINUTES = 15;
const hex = (n: number) => n.toString(16).padStart(12, '0');

/** The lowest id of a line that was written then or later: the ids begin with their milliseconds (UUIDv7). */
function firstIdAt(at: Temporal.Instant): string {
  const time = hex(at.epochMilliseconds);
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

/**
 * The trace of who looks for another, which the other reads: one line for the same thing by the same person within a
 * quarter of an hour, so that a page that is turned over is not ten lines. Two that are written at once do not see each
 * other, and meet at a key that holds the quarter of the clock.
 */
export async function insertUseLine(tx: Tx, who: Who, use: Use): Promise<void> {
  const { actor } = who;
  if (actor.kind !== 'person') throw new TypeError('only a person acts in the name of another');
  const { authority, service, case: about, message } = use.resource;
  const resource = JSON.stringify({
    ...(service && { service }),
    ...(about && { case: about }),
    ...(message && { message }),
  });
  const purpose = use.purpose ?? 'mandates.purpose.for-you';
  const quarter = Math.floor(who.now.epochMilliseconds / (SAME_USE_MINUTES * 60_000));
  const key = derivedId(
    'kernel.use',
    ...[use.about, actor.party, use.action, purpose, resource, String(authority ?? ''), String(quarter)],
  );
  const since = firstIdAt(who.now.subtract({ minutes: SAME_USE_MINUTES }));
  await sql`
    insert into kernel.audit_line (party_id, line_id, at, authority_id, actor_kind, actor_party, actor_name, action,
      purpose, basis, resource, request_id, use_key)
    select ${use.about}::uuid, ${newId()}::uuid, ${who.now}::timestamptz, ${authority ?? null}::int, 'person',
      ${actor.party}::uuid, ${actor.name}::text, ${use.action}::text,
      ${purpose}::text, ${JSON.stringify(use.basis)}::jsonb, ${resource}::jsonb, ${who.requestId}::text, ${key}::uuid
    where not exists (
      select from kernel.audit_line l where l.party_id = ${use.about} and l.line_id >= ${since}
        and l.actor_party = ${actor.party} and l.action = ${use.action}
        and l.purpose = ${purpose} and l.resource = ${resource}::jsonb
        and l.authority_id is not distinct from ${authority ?? null}::int)
    on conflict (party_id, use_key) where use_key is not null do nothing`.execute(tx);
}
