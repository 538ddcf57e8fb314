import type { Basis } from '../../../kernel/authority.ts';
import type { Tx } from '../../../kernel/database/connection.ts';
import { onUnique } from '../../../kernel/database/on-conflict.ts';
import type { ApprovalId, AuthorityId, PartyId } from '../../../kernel/ids.ts';
import type { Request } from '../approval.ts';

/** What happened to a request, as it is kept. */
export type Act = {
  readonly kind: 'approved' | 'refused' | 'voided' | 'expired';
  readonly at: Temporal.Instant;
  readonly by: { readonly party: PartyId; readonly name: string } | null;
  readonly standsInFor: PartyId | null;
  readonly releasing: boolean;
  readonly reason: string | null;
};

/** @throws Refusal conflict when somebody else acted first */
export async function insertAct(
  tx: Tx,
  { authority, id }: Pick<Request, 'authority' | 'id'>,
  seq: number,
  act: Act,
  basis: readonly Basis[],
): Promise<void> {
  await tx
    .insertInto('approvals.vote')
    .values({
      authority_id: authority,
      request_id: id,
      seq,
      kind: act.kind,
      at: act.at,
      by_party: act.by?.party ?? null,
      by_name: act.by?.name ?? null,
      stands_in_for: act.standsInFor,
      releasing: act.releasing,
      reason: act.reason,
      basis: JSON.stringify(basis),
    })
    .execute()
    .catch(onUnique('approvals.changed-meanwhile'));
}

/** What has happened to each of some requests, first first. */
export async function loadActs(
  tx: Tx,
  authorities: readonly AuthorityId[],
  requests: readonly ApprovalId[],
): Promise<ReadonlyMap<ApprovalId, readonly Act[]>> {
  const found = new Map<ApprovalId, Act[]>();
  if (requests.length === 0) return found;
  const rows = await tx
    .selectFrom('approvals.vote')
    .select(['request_id', 'kind', 'at', 'by_party', 'by_name', 'stands_in_for', 'releasing', 'reason'])
    .where('authority_id', 'in', authorities)
    .where('request_id', 'in', requests)
    .orderBy('seq')
    .execute();
  for (const row of rows) {
    const id = row.request_id as ApprovalId;
    const acts = found.get(id) ?? [];
    acts.push({
      kind: row.kind as Act['kind'], // the table's check holds the kinds
      at: row.at,
      by: row.by_party === null ? null : { party: row.by_party as PartyId, name: row.by_name ?? '' },
      standsInFor: row.stands_in_for as PartyId | null,
      releasing: row.releasing,
      reason: row.reason,
    });
    found.set(id, acts);
  }
  return found;
}
