import { sql } from 'kysely';
import type { Action, Actor, Basis } from '../../../kernel/authority.ts';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';

/** Somebody has seen or done something that concerns the reader. */
export type TrailLine = {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly authority: AuthorityId | null;
  readonly actorKind: 'person' | 'official' | 'machine' | 'system';
  /** Null for what nobody did in person. */
  readonly actorParty: PartyId | null;
  /** Empty for a protected identity who acts for the reader. */
  readonly actorName: string;
  readonly action: Action;
  /** A text key of the module that asked. */
  readonly purpose: string;
  readonly basis: readonly Basis[];
  /** Ids of what it was done to. */
  readonly resource: Readonly<Record<string, string | number>>;
};

/** Which lines: what others did in the reader's name, by any right or by one of them. */
export type ForReader = { readonly right: string | null };

/** Newest first. @param before the last line of the page before; @param only absent for all that concerns the reader */
export async function loadTrail(
  tx: Tx,
  party: PartyId,
  before: string | null,
  most: number,
  only?: ForReader,
): Promise<TrailLine[]> {
  let query = tx
    .selectFrom('kernel.audit_line')
    .select(['line_id', 'at', 'authority_id', 'actor_kind', 'actor_party', 'actor_name', 'action', 'purpose'])
    .select(['basis', 'resource'])
    .where('party_id', '=', party)
    .orderBy('line_id', 'desc') // sorts by time, and the primary key has that order
    .limit(most);
  if (before !== null) query = query.where('line_id', '<', before);
  if (only) {
    query = query.where('actor_kind', '=', 'person').whereRef('actor_party', '<>', 'party_id');
    const right = JSON.stringify([{ id: only.right }]);
    if (only.right !== null) query = query.where(sql<boolean>`basis @> ${right}::jsonb`);
  }
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.line_id,
    at: row.at,
    authority: row.authority_id as AuthorityId | null,
    actorKind: row.actor_kind as TrailLine['actorKind'], // written by insertAuditLine alone
    actorParty: row.actor_party as PartyId | null,
    actorName: row.actor_name,
    action: row.action as Action,
    purpose: row.purpose,
    basis: row.basis as unknown as readonly Basis[],
    resource: row.resource as TrailLine['resource'],
  }));
}

/** Who asks for an identity number, in which matter and by which right; becomes the line that the person reads. */
export type RevealLine = {
  readonly about: PartyId;
  readonly line: string;
  readonly at: Temporal.Instant;
  readonly authority: AuthorityId;
  readonly actorKind: Actor['kind'];
  readonly actorParty: PartyId | null;
  readonly actorName: string;
  readonly purpose: string;
  readonly basis: readonly Basis[];
  readonly resource: Readonly<Record<string, string | number>>;
  readonly request: string;
};

/** The sealed number, handed out by the same database function that leaves the trace. */
export async function takeNumber(
  tx: Tx,
  l: RevealLine,
): Promise<{ readonly country: 'SE' | 'FI'; readonly sealed: string } | undefined> {
  const { rows } = await sql<{ country: 'SE' | 'FI'; sealed: string }>`
    select country, sealed from identity.reveal_number(${l.about}, ${l.line}, ${l.at}, ${l.authority}, ${l.actorKind},
      ${l.actorParty}, ${l.actorName}, ${l.purpose}, ${JSON.stringify(l.basis)}, ${JSON.stringify(l.resource)},
      ${l.request})`.execute(tx);
  return rows[0];
}
