import type { Task } from '../../../kernel/authority.ts';
import type { Tx } from '../../../kernel/database/connection.ts';
import { onUnique } from '../../../kernel/database/on-conflict.ts';
import type { ApprovalId, AuthorityId, PartyId } from '../../../kernel/ids.ts';
import { type Currency, money } from '../../../kernel/money.ts';
import type { ApprovalRule, ApprovalState, ApprovalSummary, Request } from '../approval.ts';

const columns = [
  ...(['authority_id', 'request_id', 'subject_kind', 'subject_id', 'task', 'digest', 'summary', 'href'] as const),
  ...(['amount_minor', 'currency', 'rule', 'proposed_by', 'proposer_name', 'makers', 'concerned'] as const),
  ...(['proposed_at', 'deadline', 'state', 'seq'] as const),
] as const;

/** @throws Refusal conflict when the subject has another live request: somebody proposed it meanwhile */
export async function insertRequest(tx: Tx, one: Request): Promise<void> {
  await tx
    .insertInto('approvals.request')
    .values({
      authority_id: one.authority,
      request_id: one.id,
      subject_kind: one.subject.kind,
      subject_id: one.subject.id,
      task: one.task,
      digest: one.digest,
      summary: JSON.stringify(one.summary),
      href: one.href,
      amount_minor: one.amount && BigInt(one.amount.minor),
      currency: one.amount?.currency ?? null,
      rule: JSON.stringify(one.rule),
      proposed_by: one.proposedBy,
      proposer_name: one.proposerName,
      makers: [...one.makers],
      concerned: [...one.concerned],
      proposed_at: one.proposedAt,
      deadline: one.deadline,
      seq: one.seq,
      state: one.state,
    })
    .execute()
    .catch(onUnique('approvals.changed-meanwhile'));
}

export async function loadRequest(tx: Tx, authority: AuthorityId, id: ApprovalId): Promise<Request | undefined> {
  const row = await tx
    .selectFrom('approvals.request')
    .select(columns)
    .where('authority_id', '=', authority)
    .where('request_id', '=', id)
    .executeTakeFirst();
  return row && requestOf(row);
}

/** The one that is open or approved; a subject has at most one. */
export async function loadLiveRequest(
  tx: Tx,
  authority: AuthorityId,
  subject: Request['subject'],
): Promise<Request | undefined> {
  const row = await tx
    .selectFrom('approvals.request')
    .select(columns)
    .where('authority_id', '=', authority)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('state', 'in', ['open', 'approved'])
    .executeTakeFirst();
  return row && requestOf(row);
}

/** The open ones of several authorities, oldest deadline first. */
export async function loadOpen(tx: Tx, authorities: readonly AuthorityId[], most: number): Promise<Request[]> {
  const rows = await tx
    .selectFrom('approvals.request')
    .select(columns)
    .where('authority_id', 'in', authorities)
    .where('state', '=', 'open')
    .orderBy('deadline')
    .orderBy('request_id')
    .limit(most)
    .execute();
  return rows.map(requestOf);
}

/** What is over, latest proposed first. */
export async function loadDone(tx: Tx, authorities: readonly AuthorityId[], most: number): Promise<Request[]> {
  const rows = await tx
    .selectFrom('approvals.request')
    .select(columns)
    .where('authority_id', 'in', authorities)
    .where('state', '<>', 'open')
    .orderBy('proposed_at', 'desc')
    .orderBy('request_id', 'desc')
    .limit(most)
    .execute();
  return rows.map(requestOf);
}

export async function showState(
  tx: Tx,
  { authority, id }: Pick<Request, 'authority' | 'id'>,
  seq: number,
  state: ApprovalState,
): Promise<void> {
  await tx
    .updateTable('approvals.request')
    .set({ seq, state })
    .where('authority_id', '=', authority)
    .where('request_id', '=', id)
    .execute();
}

type Row = {
  authority_id: number;
  request_id: string;
  subject_kind: string;
  subject_id: string;
  task: string;
  digest: string;
  summary: unknown;
  href: string | null;
  amount_minor: bigint | null;
  currency: string | null;
  rule: unknown;
  proposed_by: string;
  proposer_name: string;
  makers: string[];
  concerned: string[];
  proposed_at: Temporal.Instant;
  deadline: Temporal.Instant;
  state: string;
  seq: number;
};

// The columns' own types are wider than the table's checks, and only insertRequest writes them.
function requestOf(row: Row): Request {
  return {
    authority: row.authority_id as AuthorityId,
    id: row.request_id as ApprovalId,
    subject: { kind: row.subject_kind, id: row.subject_id },
    task: row.task as Task,
    digest: row.digest,
    summary: row.summary as ApprovalSummary,
    href: row.href,
    amount: row.amount_minor === null ? null : money(Number(row.amount_minor), row.currency as Currency),
    rule: row.rule as ApprovalRule,
    proposedBy: row.proposed_by as PartyId,
    proposerName: row.proposer_name,
    makers: row.makers as PartyId[],
    concerned: row.concerned as PartyId[],
    proposedAt: row.proposed_at,
    deadline: row.deadline,
    state: row.state as ApprovalState,
    seq: row.seq,
  };
}
