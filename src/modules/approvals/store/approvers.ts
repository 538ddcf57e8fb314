import type { Task } from '../../../kernel/authority.ts';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';
import { type Currency, money } from '../../../kernel/money.ts';
import type { Approver } from '../approval.ts';

/** A line of the list as its administrator sees it. */
export type NamedApprover = Approver & {
  readonly authority: AuthorityId;
  readonly id: string;
  readonly name: string;
  readonly task: Task;
};

/** The lines that nobody has ended, of some authorities; past days too, since the page shows what was. */
export async function loadApprovers(tx: Tx, authorities: readonly AuthorityId[]): Promise<NamedApprover[]> {
  const rows = await tx
    .selectFrom('approvals.approver')
    .select(['authority_id', 'approver_id', 'party_id', 'name', 'task', 'limit_minor', 'currency'])
    .select(['deputy_for', 'from_day', 'to_day'])
    .where('authority_id', 'in', authorities)
    .where('ended_at', 'is', null)
    .orderBy('name')
    .limit(1000)
    .execute();
  return rows.map((row) => ({
    authority: row.authority_id as AuthorityId,
    id: row.approver_id,
    party: row.party_id as PartyId,
    name: row.name,
    task: row.task as Task, // only insertApprover writes it
    limit: row.limit_minor === null ? null : money(Number(row.limit_minor), row.currency as Currency),
    deputyFor: row.deputy_for as PartyId | null,
    from: row.from_day,
    to: row.to_day,
  }));
}

export async function insertApprover(
  tx: Tx,
  one: NamedApprover,
  given: { readonly by: PartyId | null; readonly at: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('approvals.approver')
    .values({
      authority_id: one.authority,
      approver_id: one.id,
      party_id: one.party,
      name: one.name,
      task: one.task,
      limit_minor: one.limit && BigInt(one.limit.minor),
      currency: one.limit?.currency ?? null,
      deputy_for: one.deputyFor,
      from_day: one.from,
      to_day: one.to,
      given_by: given.by,
      given_at: given.at,
    })
    .execute();
}
