import type { Action, Basis } from '../../kernel/authority.ts';
import type { Tx } from '../../kernel/database/connection.ts';
import type { AuthorityId, PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';

/** Somebody has seen or done something that concerns the reader. */
export type TrailLine = {
  readonly id: string;
  readonly at: Temporal.Instant;
  readonly authority: AuthorityId | null;
  readonly actorKind: 'person' | 'official' | 'machine' | 'system';
  readonly actorName: string;
  readonly action: Action;
  /** A text key of the module that asked. */
  readonly purpose: string;
  readonly basis: readonly Basis[];
};

/** The next page begins after `next`; null at the end. */
export type Trail = { readonly lines: readonly TrailLine[]; readonly next: string | null };

const PAGE = 50;

/**
 * Who has seen or done what about me, newest first.
 * @param before the last line of the page before
 */
export async function ownTrail(scope: Scope, before: string | null): Promise<Trail> {
  const { actor } = scope;
  if (actor.kind !== 'person') throw new Refusal('not-allowed', 'kernel.authority.no');
  await permit(scope, 'audit.read-own', {});
  const lines = await scope.read((tx) => loadTrail(tx, actor.party, before, PAGE + 1));
  const more = lines.length > PAGE;
  const page = lines.slice(0, PAGE);
  return { lines: page, next: more ? (page.at(-1)?.id ?? null) : null };
}

async function loadTrail(tx: Tx, party: PartyId, before: string | null, most: number): Promise<TrailLine[]> {
  let query = tx
    .selectFrom('kernel.audit_line')
    .select(['line_id', 'at', 'authority_id', 'actor_kind', 'actor_name', 'action', 'purpose', 'basis'])
    .where('party_id', '=', party)
    .orderBy('line_id', 'desc') // sorts by time, and the primary key has that order
    .limit(most);
  if (before !== null) query = query.where('line_id', '<', before);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.line_id,
    at: row.at,
    authority: row.authority_id as AuthorityId | null,
    actorKind: row.actor_kind as TrailLine['actorKind'], // written by insertAuditLine alone
    actorName: row.actor_name,
    action: row.action as Action,
    purpose: row.purpose,
    basis: row.basis as unknown as readonly Basis[],
  }));
}
