import { sql } from 'kysely';
import type { Task } from '../../../kernel/authority.ts';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { ApprovalId, AuthorityId, PartyId } from '../../../kernel/ids.ts';
import type { Scheme } from '../account.ts';

/** An account that an authority has for a person. */
export type KeptAccount = {
  readonly authority: AuthorityId;
  readonly id: string;
  readonly party: PartyId;
  readonly sealed: string;
  readonly hint: string;
  readonly scheme: Scheme;
  readonly task: Task;
  readonly digest: string;
  /** There was another before it. */
  readonly changes: boolean;
  readonly request: ApprovalId;
  readonly madeBy: PartyId;
  readonly madeAt: Temporal.Instant;
  readonly state: 'proposed' | 'approved' | 'refused';
  /** The first day on which money may leave for it; null until it is approved. */
  readonly payableFrom: Temporal.PlainDate | null;
};

const columns = [
  ...(['authority_id', 'account_id', 'party_id', 'sealed', 'hint', 'scheme', 'task', 'digest', 'changes'] as const),
  ...(['request_id', 'made_by', 'made_at', 'state', 'payable_from'] as const),
] as const;

export async function insertAccount(tx: Tx, one: KeptAccount): Promise<void> {
  await tx
    .insertInto('payments.account')
    .values({
      authority_id: one.authority,
      account_id: one.id,
      party_id: one.party,
      sealed: one.sealed,
      hint: one.hint,
      scheme: one.scheme,
      task: one.task,
      digest: one.digest,
      changes: one.changes,
      request_id: one.request,
      made_by: one.madeBy,
      made_at: one.madeAt,
      state: one.state,
    })
    .execute();
}

export async function loadAccount(tx: Tx, authority: AuthorityId, id: string): Promise<KeptAccount | undefined> {
  const row = await tx
    .selectFrom('payments.account')
    .select(columns)
    .where('authority_id', '=', authority)
    .where('account_id', '=', id)
    .executeTakeFirst();
  return row && accountOf(row);
}

/** All that some persons have or have had, newest first. */
export async function loadAccountsOf(
  tx: Tx,
  authority: AuthorityId,
  parties: readonly PartyId[],
): Promise<readonly KeptAccount[]> {
  const rows = await tx
    .selectFrom('payments.account')
    .select(columns)
    .where('authority_id', '=', authority)
    .where('party_id', '=', sql<string>`any(${parties})`)
    .where('state', '<>', 'refused')
    .orderBy('made_at', 'desc')
    .orderBy('account_id', 'desc')
    .execute();
  return rows.map(accountOf);
}

/** What has been proposed since a moment, newest first, whatever became of it. */
export async function loadAccountChanges(
  tx: Tx,
  authority: AuthorityId,
  task: Task,
  since: Temporal.Instant,
  most: number,
): Promise<readonly KeptAccount[]> {
  const rows = await tx
    .selectFrom('payments.account')
    .select(columns)
    .where('authority_id', '=', authority)
    .where('task', '=', task)
    .where('made_at', '>=', since)
    .orderBy('made_at', 'desc')
    .orderBy('account_id', 'desc')
    .limit(most)
    .execute();
  return rows.map(accountOf);
}

/** What others have answered to it. */
export async function settleAccount(
  tx: Tx,
  { authority, id }: Pick<KeptAccount, 'authority' | 'id'>,
  outcome: { readonly approvedAt: Temporal.Instant; readonly payableFrom: Temporal.PlainDate } | 'refused',
): Promise<void> {
  await tx
    .updateTable('payments.account')
    .set(
      outcome === 'refused'
        ? { state: 'refused' }
        : { state: 'approved', approved_at: outcome.approvedAt, payable_from: outcome.payableFrom },
    )
    .where('authority_id', '=', authority)
    .where('account_id', '=', id)
    .where('state', '=', 'proposed')
    .execute();
}

type Row = {
  authority_id: number;
  account_id: string;
  party_id: string;
  sealed: string;
  hint: string;
  scheme: string;
  task: string;
  digest: string;
  changes: boolean;
  request_id: string;
  made_by: string;
  made_at: Temporal.Instant;
  state: string;
  payable_from: Temporal.PlainDate | null;
};

// The columns' own types are wider than the table's checks, and only insertAccount writes them.
function accountOf(row: Row): KeptAccount {
  return {
    authority: row.authority_id as AuthorityId,
    id: row.account_id,
    party: row.party_id as PartyId,
    sealed: row.sealed,
    hint: row.hint,
    scheme: row.scheme as Scheme,
    task: row.task as Task,
    digest: row.digest,
    changes: row.changes,
    request: row.request_id as ApprovalId,
    madeBy: row.made_by as PartyId,
    madeAt: row.made_at,
    state: row.state as KeptAccount['state'],
    payableFrom: row.payable_from,
  };
}
