import { sql } from 'kysely';
import type { Extent } from '../../../kernel/authority.ts';
import type { Tx } from '../../../kernel/database/connection.ts';
import { prepared } from '../../../kernel/database/prepared.ts';
import { partsOf } from '../../../kernel/extent.ts';
import type { AuthorityId, CaseId, PartyId, ServiceId } from '../../../kernel/ids.ts';
import { ballOf, type CaseState, type Phase } from '../case.ts';
import type { CaseKey } from '../filed-case.ts';

/** A case in its party's own list. */
export type OwnCase = CaseKey & {
  readonly service: ServiceId;
  readonly version: number;
  readonly diaryNumber: string;
  readonly state: Phase;
  /** The service's id of the decision it got. */
  readonly decision: string | null;
  readonly ball: 'party' | 'authority' | 'nobody';
  readonly dueOn: Temporal.PlainDate;
  readonly filedAt: Temporal.Instant;
  readonly at: Temporal.Instant;
};

/** Where a list goes on: after this one. */
export type OwnCursor = { readonly at: Temporal.Instant; readonly case: string };

const columns = [
  'authority_id',
  'case_id',
  'service_id',
  'service_version',
  'diary_number',
  'state',
  'decision',
  'ball',
  'due_on',
  'filed_at',
  'at',
] as const;

/** @param at when something last happened that the party may see */
export async function updateParties(
  tx: Tx,
  key: CaseKey,
  parties: readonly PartyId[],
  state: CaseState,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('cases.case_party')
    .set({
      state: state.phase,
      decision: state.decision?.id ?? null,
      ball: ballOf[state.phase],
      due_on: state.dueOn,
      at,
    })
    .where('party_id', '=', sql<string>`any (${[...parties]}::uuid[])`)
    .where('authority_id', '=', key.authority)
    .where('case_id', '=', key.case)
    .execute();
}

export type OwnWanted = {
  readonly most: number;
  readonly beyond?: OwnCursor | null;
  readonly waitingOnly?: boolean;
  /** Which of them; absent is all. */
  readonly extent?: Extent;
};

const listed = prepared((tx, { party, most }: { readonly party: PartyId; readonly most: number }) =>
  tx
    .selectFrom('cases.case_party')
    .select(columns)
    .where('party_id', '=', party)
    .orderBy('at', 'desc')
    .orderBy('case_id', 'desc')
    .limit(most),
);

/** A party's cases, or those that wait for them, latest first. */
export async function listOwnCases(tx: Tx, party: PartyId, wanted: OwnWanted): Promise<OwnCase[]> {
  const isUsual = !wanted.waitingOnly && !wanted.beyond && partsOf(wanted.extent ?? 'whole') === null;
  const rows = isUsual
    ? await listed(tx, { party, most: wanted.most })
    : await someOf(tx, party, wanted).limit(wanted.most).execute();
  // The table's checks hold the unions; only this module writes it.
  return rows.map((row) => ({
    authority: row.authority_id as AuthorityId,
    case: row.case_id as CaseId,
    service: row.service_id as ServiceId,
    version: row.service_version,
    diaryNumber: row.diary_number,
    state: row.state as Phase,
    decision: row.decision,
    ball: row.ball as OwnCase['ball'],
    dueOn: row.due_on,
    filedAt: row.filed_at,
    at: row.at,
  }));
}

function someOf(tx: Tx, party: PartyId, { beyond, waitingOnly, extent }: OwnWanted) {
  let query = tx.selectFrom('cases.case_party').select(columns).where('party_id', '=', party);
  if (waitingOnly) query = query.where('ball', '=', sql.lit('party')); // a literal, for the partial index
  if (beyond) {
    query = query.where(sql<boolean>`(at, case_id) < (${beyond.at}::timestamptz, ${beyond.case}::uuid)`);
  }
  const parts = partsOf(extent ?? 'whole');
  if (parts) {
    const { authorities, services, cases } = parts;
    query = query.where(
      sql<boolean>`(
        authority_id = any (${[...authorities]}::int[])
        or (authority_id, service_id) in (
          select * from unnest(${[...services.authorities]}::int[], ${[...services.services]}::text[]))
        or (authority_id, case_id) in (
          select * from unnest(${[...cases.authorities]}::int[], ${[...cases.cases]}::uuid[])))`,
    );
  }
  return query.orderBy('at', 'desc').orderBy('case_id', 'desc');
}
