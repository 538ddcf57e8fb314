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

/** A line with who took it away, if somebody has. */
export type ApproverLine = NamedApprover & {
  readonly ended: { readonly at: Temporal.Instant; readonly by: string } | null;
};

/** All lines that an authority has or has had, newest first. */
export async function loadApproverLines(tx: Tx, authority: AuthorityId): Promise<ApproverLine[]> {
  const rows = await tx
    .selectFrom('approvals.approver')
    .select(['approver_id', 'party_id', 'name', 'task', 'limit_minor', 'currency', 'deputy_for'])
    .select(['from_day', 'to_day', 'ended_at', 'ended_by_name'])
    .where('authority_id', '=', authority)
    .orderBy('given_at', 'desc')
    .orderBy('approver_id')
    .limit(500)
    .execute();
  return rows.map((row) => ({
    ...{ authority, id: row.approver_id, party: row.party_id as PartyId, name: row.name, task: row.task as Task },
    limit: row.limit_minor === null ? null : money(Number(row.limit_minor), row.currency as Currency),
    ...{ deputyFor: row.deputy_for as PartyId | null, from: row.from_day, to: row.to_day },
    ended: row.ended_at && { at: row.ended_at, by: row.ended_by_name ?? '' },
  }));
}

/** @returns false when there is no such line, or it has been taken away */
export async function endApprover(
  tx: Tx,
  authority: AuthorityId,
  id: string,
  by: { readonly party: PartyId; readonly name: string },
  at: Temporal.Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('approvals.approver')
    .set({ ended_at: at, ended_by: by.party, ended_by_name: by.name })
    .where('authority_id', '=', authority)
    .where('approver_id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Whether an authority has a list of approvers for a task on a day: then whoever releases must stand on it. */
export async function hasApprovers(
  tx: Tx,
  authority: AuthorityId,
  task: Task,
  on: Temporal.PlainDate,
): Promise<boolean> {
  const lines = await loadApprovers(tx, [authority]);
  return lines.some(
    (line) =>
      line.task === task &&
      Temporal.PlainDate.compare(line.from, on) <= 0 &&
      (line.to === null || Temporal.PlainDate.compare(on, line.to) <= 0),
  );
}
