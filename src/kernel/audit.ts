import { sql } from 'kysely';
import type { Action, Actor, Basis } from './authority.ts';
import type { Tx } from './database/connection.ts';
import { prepared } from './database/prepared.ts';
import { type AuthorityId, newId, type PartyId } from './ids.ts';

/** One trace: about whom, what was done, for which purpose, by which right. Ids only in `resource`. */
export type AuditLine = {
  readonly about: PartyId;
  readonly action: Action;
  /** A text key (`cases.purpose.handling`), shown to the person in their language. */
  readonly purpose: string;
  readonly basis: readonly Basis[];
  /** On whose behalf; absent when a person looks at their own. */
  readonly authority?: AuthorityId;
  readonly resource?: Readonly<Record<string, string | number>>;
};

type Who = { readonly actor: Actor; readonly now: Temporal.Instant; readonly requestId: string };

function nameOf(actor: Actor): string {
  if (actor.kind === 'official' || actor.kind === 'person') return actor.name;
  if (actor.kind === 'machine') return actor.client;
  return actor.kind === 'system' ? actor.name : '';
}

function partyOf(actor: Actor): PartyId | null {
  return actor.kind === 'person' || actor.kind === 'official' ? actor.party : null;
}

type Row = {
  readonly about: PartyId;
  readonly line: string;
  readonly at: Temporal.Instant;
  readonly authority: AuthorityId | null;
  readonly kind: string;
  readonly party: PartyId | null;
  readonly name: string;
  readonly action: Action;
  readonly purpose: string;
  readonly basis: string;
  readonly resource: string;
  readonly request: string;
};

const insertLine = prepared((tx, row: Row) =>
  tx.insertInto('kernel.audit_line').values({
    party_id: row.about,
    line_id: row.line,
    at: row.at,
    authority_id: row.authority,
    actor_kind: row.kind,
    actor_party: row.party,
    actor_name: row.name,
    action: row.action,
    purpose: row.purpose,
    basis: row.basis,
    resource: row.resource,
    request_id: row.request,
  }),
);

/**
 * Append-only; the person reads it at `/mina-sidor/logg`.
 * @throws TypeError for an anonymous actor: who has not signed in sees nobody's data
 */
export async function insertAuditLine(tx: Tx, who: Who, line: AuditLine): Promise<void> {
  const { actor } = who;
  if (actor.kind === 'anonymous') throw new TypeError('an anonymous actor leaves no audit line');
  await insertLine(tx, {
    about: line.about,
    line: newId(),
    at: who.now,
    authority: line.authority ?? null,
    kind: actor.kind,
    party: partyOf(actor),
    name: nameOf(actor),
    action: line.action,
    purpose: line.purpose,
    basis: JSON.stringify(line.basis),
    resource: JSON.stringify(line.resource ?? {}),
    request: who.requestId,
  });
}

/** A person who is named in a list that an authority's official has before them. */
export type NamedInList = Pick<AuditLine, 'about' | 'purpose' | 'basis'> & { readonly authority: AuthorityId };

/**
 * All whom a list names, in one statement. An official who opens it again the same day leaves no second line: a row for
 * each name each time would drown what a person wants to find in their log, and nothing is written then.
 * @throws TypeError for an anonymous actor
 */
export async function insertNamedInList(tx: Tx, who: Who, named: readonly NamedInList[]): Promise<void> {
  const { actor } = who;
  if (actor.kind === 'anonymous') throw new TypeError('an anonymous actor leaves no audit line');
  const lines = named.map(({ about, authority, purpose, basis }) => ({
    about,
    authority,
    purpose,
    basis,
    id: newId(),
  }));
  // In one order, so that two who list the same people at once wait for each other and not both.
  await sql`
    insert into kernel.audit_line (
      party_id, line_id, at, authority_id, actor_kind, actor_party, actor_name, action, purpose, basis, resource, request_id
    )
    select line.about, line.id, ${who.now}::timestamptz, line.authority, ${actor.kind}::text, ${partyOf(actor)}::uuid,
      ${nameOf(actor)}::text, 'case.list', line.purpose, line.basis, '{}', ${who.requestId}::text
    from json_to_recordset(${JSON.stringify(lines)}::json)
      as line(about uuid, id uuid, authority int, purpose text, basis jsonb)
    order by line.about, line.authority
    on conflict do nothing`.execute(tx);
}
