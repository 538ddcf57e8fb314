import type { Action, Actor, Basis } from './authority.ts';
import type { Tx } from './database/connection.ts';
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

/**
 * Append-only; the person reads it at `/mina-sidor/logg`.
 * @throws TypeError for an anonymous actor: who has not signed in sees nobody's data
 */
export async function insertAuditLine(tx: Tx, who: Who, line: AuditLine): Promise<void> {
  const { actor } = who;
  if (actor.kind === 'anonymous') throw new TypeError('an anonymous actor leaves no audit line');
  await tx
    .insertInto('kernel.audit_line')
    .values({
      party_id: line.about,
      line_id: newId(),
      at: who.now,
      authority_id: line.authority ?? null,
      actor_kind: actor.kind,
      actor_party: actor.kind === 'person' || actor.kind === 'official' ? actor.party : null,
      actor_name: nameOf(actor),
      action: line.action,
      purpose: line.purpose,
      basis: JSON.stringify(line.basis),
      resource: JSON.stringify(line.resource ?? {}),
      request_id: who.requestId,
    })
    .execute();
}
