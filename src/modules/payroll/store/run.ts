import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import { onUnique } from '../../../kernel/database/on-conflict.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';
import type { RunEvent, RunKind, RunState } from '../run/run.ts';

export type RunRow = {
  readonly authority: AuthorityId;
  readonly id: string;
  readonly kind: RunKind;
  readonly from: string;
  readonly to: string;
  readonly paymentDate: string;
  readonly seq: number;
  readonly state: RunState;
  readonly rules: string | null;
  readonly only: readonly string[] | null;
  readonly done: number;
  readonly total: number;
  readonly stopAsked: boolean;
  readonly digest: string | null;
};

const columns = sql`authority_id as authority, run_id::text as id, kind, earned_from::text as "from", earned_to::text as "to",
  payment_date::text as "paymentDate", seq, state, rules, only_employees::text[] as only, done, total,
  stop_asked as "stopAsked", digest`;

/** @throws Refusal conflict when the month has its run already */
export async function insertRun(
  tx: Tx,
  run: Omit<RunRow, 'seq' | 'state' | 'rules' | 'done' | 'stopAsked' | 'digest'>,
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into payroll.run (authority_id, run_id, kind, earned_from, earned_to, payment_date, seq, state, only_employees,
      total, opened_at)
    values (${run.authority}, ${run.id}::uuid, ${run.kind}, ${run.from}::date, ${run.to}::date, ${run.paymentDate}::date, 1,
      'open', ${run.only}::uuid[], ${run.total}, ${at.toString()}::timestamptz)`
    .execute(tx)
    .catch(onUnique('payroll.run.month-has-one'));
}

export async function loadRun(tx: Tx, authority: AuthorityId, run: string): Promise<RunRow | undefined> {
  const { rows } = await sql<RunRow>`
    select ${columns} from payroll.run where authority_id = ${authority} and run_id = ${run}::uuid`.execute(tx);
  return rows[0];
}

/** The latest runs of each authority of the scope that is asked for, newest first. */
export async function latestRuns(
  tx: Tx,
  authorities: readonly AuthorityId[],
  each: number,
): Promise<readonly RunRow[]> {
  const { rows } = await sql<RunRow>`
    select r.* from unnest(${[...authorities]}::int[]) as a(id)
    cross join lateral (
      select ${columns} from payroll.run where authority_id = a.id order by payment_date desc, run_id desc limit ${each}
    ) r`.execute(tx);
  return rows;
}

/** What changes on a run's row with its next event; absent: stays. */
export type RunChange = {
  readonly state: RunState;
  readonly rules?: string;
  readonly digest?: string | null;
  readonly progress?: { readonly done: number; readonly total: number };
  readonly stopAsked?: boolean;
};

/** @throws Refusal conflict when somebody else did something with the run first */
export async function appendRunEvent(
  tx: Tx,
  run: Pick<RunRow, 'authority' | 'id' | 'seq'>,
  event: RunEvent,
  change: RunChange,
): Promise<void> {
  const { kind, at, by, byName, basis, body } = event;
  await sql`
    insert into payroll.run_event (authority_id, run_id, seq, kind, at, by_party, by_name, basis, body)
    values (${run.authority}, ${run.id}::uuid, ${run.seq + 1}, ${kind}, ${at.toString()}::timestamptz, ${by}::uuid, ${byName},
      ${JSON.stringify(basis)}::jsonb, ${JSON.stringify(body)}::jsonb)`
    .execute(tx)
    .catch(onUnique('payroll.run.changed-meanwhile'));
  const { state, rules = null, digest, progress, stopAsked = false } = change;
  await sql`
    update payroll.run set seq = ${run.seq + 1}, state = ${state}, rules = coalesce(${rules}::text, rules),
      digest = case when ${digest === undefined} then digest else ${digest ?? null}::text end,
      done = coalesce(${progress?.done ?? null}::int, done), total = coalesce(${progress?.total ?? null}::int, total),
      stop_asked = ${stopAsked}
    where authority_id = ${run.authority} and run_id = ${run.id}::uuid`.execute(tx);
}

/** The event that opens a run: its first. */
export async function insertOpening(tx: Tx, run: Pick<RunRow, 'authority' | 'id'>, event: RunEvent): Promise<void> {
  const { kind, at, by, byName, basis, body } = event;
  await sql`
    insert into payroll.run_event (authority_id, run_id, seq, kind, at, by_party, by_name, basis, body)
    values (${run.authority}, ${run.id}::uuid, 1, ${kind}, ${at.toString()}::timestamptz, ${by}::uuid, ${byName},
      ${JSON.stringify(basis)}::jsonb, ${JSON.stringify(body)}::jsonb)`.execute(tx);
}

export async function loadRunEvents(tx: Tx, authority: AuthorityId, run: string): Promise<readonly RunEvent[]> {
  const { rows } = await sql<RunEvent>`
    select kind, at, by_party::text as by, by_name as "byName", basis, body from payroll.run_event
    where authority_id = ${authority} and run_id = ${run}::uuid order by seq`.execute(tx);
  return rows;
}

/** Asks a calculation under way to stop after the batch it is at. */
export async function askToStop(tx: Tx, authority: AuthorityId, run: string): Promise<void> {
  await sql`
    update payroll.run set stop_asked = true
    where authority_id = ${authority} and run_id = ${run}::uuid and state = 'calculating'`.execute(tx);
}

export type RunSums = {
  readonly people: number;
  readonly gross: string;
  readonly net: string;
  readonly cost: string;
  readonly held: number;
};

/** What a run pays; what is kept apart is only counted. */
export async function sumsOfDrafts(tx: Tx, authority: AuthorityId, run: string): Promise<RunSums> {
  const sums = await sumsOfRuns(tx, [{ authority, id: run }]);
  return sums.get(authority) ?? { people: 0, gross: '0', net: '0', cost: '0', held: 0 };
}

/** The same of one run of each employer, in one statement. */
export async function sumsOfRuns(
  tx: Tx,
  runs: readonly Pick<RunRow, 'authority' | 'id'>[],
): Promise<ReadonlyMap<AuthorityId, RunSums>> {
  const { rows } = await sql<RunSums & { authority: AuthorityId }>`
    select r.authority, sums.* from unnest(${runs.map(({ authority }) => authority)}::int[], ${runs.map(({ id }) => id)}::uuid[])
      as r(authority, run)
    cross join lateral (
      select count(*) filter (where held is null)::int as people,
        coalesce(sum(gross) filter (where held is null), 0)::text as gross,
        coalesce(sum(net) filter (where held is null), 0)::text as net,
        coalesce(sum(cost) filter (where held is null), 0)::text as cost,
        count(*) filter (where held <> 'nothing-to-pay')::int as held
      from payroll.draft where authority_id = r.authority and run_id = r.run
    ) sums`.execute(tx);
  return new Map(rows.map(({ authority, ...sums }) => [authority, sums]));
}

/** Of every draft that would be paid and of every one kept apart, in order: what is checked is what is released. */
export async function digestOfDrafts(tx: Tx, authority: AuthorityId, run: string): Promise<string> {
  const { rows } = await sql<{ digest: string }>`
    select encode(sha256(convert_to(coalesce(string_agg(md5(d::text), '' order by employee_id), ''), 'UTF8')), 'hex') as digest
    from payroll.draft d where authority_id = ${authority} and run_id = ${run}::uuid`.execute(tx);
  return rows[0]?.digest ?? '';
}

/** Drafts that are older than the facts: somebody has learnt something since they were made. */
export async function countOutdated(tx: Tx, run: Pick<RunRow, 'authority' | 'id' | 'only'>): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from payroll.employee e
    left join payroll.draft d on d.authority_id = e.authority_id and d.run_id = ${run.id}::uuid and d.employee_id = e.employee_id
    where e.authority_id = ${run.authority} and (d.employee_id is null or d.facts_seq <> e.seq)
      and (${run.only}::uuid[] is null or e.employee_id = any (${run.only}::uuid[]))`.execute(tx);
  return rows[0]?.n ?? 0;
}

/** Puts what is paid into the ledger; a second time it changes nothing. */
export async function moveToLedger(tx: Tx, run: RunRow, at: Temporal.Instant): Promise<void> {
  await sql`
    insert into payroll.payslip (authority_id, employee_id, payment_date, run_id, earned_from, earned_to, party_id, facts_seq,
      rules, gross, net, cost, totals, lines, released_at)
    select d.authority_id, d.employee_id, ${run.paymentDate}::date, d.run_id, ${run.from}::date, ${run.to}::date, d.party_id,
      d.facts_seq, d.rules, d.gross, d.net, d.cost, d.totals, d.lines, ${at.toString()}::timestamptz
    from payroll.draft d
    where d.authority_id = ${run.authority} and d.run_id = ${run.id}::uuid and d.held is null
    on conflict do nothing`.execute(tx);
}
