import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';

/** A day's worth of looking: what an auditor's list shows of each kind at most. */
const MOST = 1000;

export type FactChange = {
  readonly at: Temporal.Instant;
  readonly by: PartyId | null;
  readonly number: string;
  readonly kind: string;
  readonly from: string;
  readonly source: string;
  readonly change: 'new' | 'replaced' | 'withdrawn';
};

/** What has been recorded of an employer's employees since, the latest first; what it says is not shown. */
export async function factChanges(
  tx: Tx,
  authority: AuthorityId,
  since: Temporal.Instant,
): Promise<readonly FactChange[]> {
  const { rows } = await sql<FactChange>`
    select f.recorded_at as at, f.recorded_by::text as by, e.number, f.kind, f.valid_from::text as "from", f.source,
      case when f.withdrawn then 'withdrawn' when f.replaces is not null then 'replaced' else 'new' end as change
    from payroll.fact f
    join payroll.employee e on e.authority_id = f.authority_id and e.employee_id = f.employee_id
    where f.authority_id = ${authority} and f.recorded_at >= ${since.toString()}::timestamptz
    order by f.recorded_at desc, f.employee_id, f.seq limit ${MOST}`.execute(tx);
  return rows;
}

export type RunAct = {
  readonly at: Temporal.Instant;
  readonly byName: string | null;
  readonly kind: string;
  readonly month: string;
};

/** Who has done what to the runs since, the latest first; null is the system. */
export async function runActs(tx: Tx, authority: AuthorityId, since: Temporal.Instant): Promise<readonly RunAct[]> {
  const { rows } = await sql<RunAct>`
    select v.at, v.by_name as "byName", v.kind, r.earned_from::text as month from payroll.run_event v
    join payroll.run r on r.authority_id = v.authority_id and r.run_id = v.run_id
    where v.authority_id = ${authority} and v.at >= ${since.toString()}::timestamptz
    order by v.at desc, v.run_id, v.seq desc limit ${MOST}`.execute(tx);
  return rows;
}

export type AnswerGiven = {
  readonly at: Temporal.Instant;
  readonly byName: string;
  readonly number: string;
  readonly kind: string;
  readonly answer: string;
  readonly note: string;
};

/** How what the checks found has been answered since, the latest first. */
export async function answersGiven(
  tx: Tx,
  authority: AuthorityId,
  since: Temporal.Instant,
): Promise<readonly AnswerGiven[]> {
  const { rows } = await sql<AnswerGiven>`
    select a.at, a.by_name as "byName", e.number, a.kind, a.answer, a.note from payroll.finding_answer a
    join payroll.employee e on e.authority_id = a.authority_id and e.employee_id = a.employee_id
    where a.authority_id = ${authority} and a.at >= ${since.toString()}::timestamptz
    order by a.at desc, a.employee_id, a.kind limit ${MOST}`.execute(tx);
  return rows;
}

export type RunSum = {
  readonly at: Temporal.Instant;
  readonly month: string;
  readonly people: number;
  readonly net: string;
  /** What the payments were made of, by their projection. */
  readonly payments: string | null;
  readonly open: number;
};

/** What the ledger holds of each run since, against what was made of it, and what its checks left unexplained. */
export async function runSums(tx: Tx, authority: AuthorityId, since: Temporal.Instant): Promise<readonly RunSum[]> {
  const { rows } = await sql<RunSum>`
    select max(p.released_at) as at, p.earned_from::text as month, count(*)::int as people, sum(greatest(p.net, 0))::text as net,
      (select j.total::text from payroll.projection j
       where j.authority_id = p.authority_id and j.run_id = p.run_id and j.kind = 'payments') as payments,
      (select count(*)::int from payroll.finding f
       where f.authority_id = p.authority_id and f.run_id = p.run_id and f.cause is null and f.risk >= 5) as open
    from payroll.payslip p
    where p.authority_id = ${authority} and p.released_at >= ${since.toString()}::timestamptz
    group by p.authority_id, p.run_id, p.earned_from order by at desc, p.run_id limit ${MOST}`.execute(tx);
  return rows;
}
