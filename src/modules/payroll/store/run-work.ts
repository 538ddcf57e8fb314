import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';

/** Whom the next batch is for, and by what their drafts would be up to date. */
type Batch = {
  readonly authority: AuthorityId;
  readonly run: string;
  readonly rules: string;
  readonly paymentDate: string;
  readonly yearStart: string;
  readonly only: readonly string[] | null;
  readonly after: string;
  readonly most: number;
};

export type WorkRow = {
  readonly id: string;
  readonly party: string | null;
  readonly born: string;
  readonly country: string;
  readonly seq: number;
  readonly facts: string;
  readonly before_seq: number | null;
  readonly before_rules: string | null;
  readonly before_from: string | null;
  readonly before_to: string | null;
  readonly before_totals: string | null;
  readonly before_gross: string | null;
  readonly before_net: string | null;
  readonly year: string | null;
};

/**
 * The next employees whose draft is missing, or older than their facts or the rules, with their last payslip and what
 * they have been paid this year. In the order of their ids.
 */
export async function takeWork(tx: Tx, batch: Batch): Promise<readonly WorkRow[]> {
  const { authority, run, rules, paymentDate, yearStart, only, after, most } = batch;
  const { rows } = await sql<WorkRow>`
    select e.employee_id::text as id, e.party_id::text as party, e.birth_date::text as born, e.country, e.seq, e.facts,
      l.facts_seq as before_seq, l.rules as before_rules, l.earned_from::text as before_from,
      l.earned_to::text as before_to, l.totals::text as before_totals, l.gross::text as before_gross,
      l.net::text as before_net, y.paid as year
    from (
      select e.* from payroll.employee e
      left join payroll.draft d
        on d.authority_id = e.authority_id and d.run_id = ${run}::uuid and d.employee_id = e.employee_id
      where e.authority_id = ${authority} and e.employee_id > ${after}::uuid
        and (d.employee_id is null or d.facts_seq <> e.seq or d.rules <> ${rules})
        and (${only}::uuid[] is null or e.employee_id = any (${only}::uuid[]))
      order by e.employee_id limit ${most}
    ) e
    left join lateral (
      select * from payroll.payslip p
      where p.authority_id = ${authority} and p.employee_id = e.employee_id and p.run_id <> ${run}::uuid
      order by p.payment_date desc, p.run_id desc limit 1
    ) l on true
    left join lateral (
      select string_agg(p.payment_date::text || ':' || p.gross, ',') as paid from payroll.payslip p
      where p.authority_id = ${authority} and p.employee_id = e.employee_id
        and p.payment_date >= ${yearStart}::date and p.payment_date <= ${paymentDate}::date and p.run_id <> ${run}::uuid
    ) y on l.employee_id is not null
    order by e.employee_id`.execute(tx);
  return rows;
}

/** How many employees a run is for. */
export async function countEmployees(tx: Tx, authority: AuthorityId, only: readonly string[] | null): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from payroll.employee
    where authority_id = ${authority} and (${only}::uuid[] is null or employee_id = any (${only}::uuid[]))`.execute(tx);
  return rows[0]?.n ?? 0;
}

export type HistoryRow = {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly lines: string;
};

/** Every payslip of some employees that was earned in or after a month, whenever its payment is: nothing is due twice. */
export async function loadHistory(
  tx: Tx,
  authority: AuthorityId,
  employees: readonly string[],
  from: string,
): Promise<readonly HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`
    select employee_id::text as id, earned_from::text as "from", earned_to::text as "to", lines::text as lines
    from payroll.payslip
    where authority_id = ${authority} and employee_id = any (${`{${employees.join()}}`}::uuid[])
      and payment_date >= ${from}::date
    order by employee_id, payment_date`.execute(tx);
  return rows;
}

/** Columns of a batch of drafts, as PostgreSQL writes arrays: cheaper than rows by three. */
export type DraftColumns = {
  readonly employees: string;
  readonly parties: string;
  readonly seqs: string;
  readonly held: string;
  readonly gross: string;
  readonly net: string;
  readonly cost: string;
  readonly totals: string;
  readonly lines: string;
};

export async function writeDrafts(
  tx: Tx,
  authority: AuthorityId,
  run: string,
  rules: string,
  { employees, parties, seqs, held, gross, net, cost, totals, lines }: DraftColumns,
): Promise<void> {
  await sql`
    insert into payroll.draft as d (authority_id, run_id, employee_id, party_id, facts_seq, rules, held, gross, net, cost,
      totals, lines)
    select ${authority}, ${run}::uuid, t.e, t.p, t.s, ${rules}, t.h, t.g, t.n, t.c, t.t::bigint[], t.l::bigint[]
    from unnest(${employees}::uuid[], ${parties}::uuid[], ${seqs}::int[], ${held}::text[], ${gross}::bigint[],
      ${net}::bigint[], ${cost}::bigint[], ${totals}::text[], ${lines}::text[]) as t(e, p, s, h, g, n, c, t, l)
    on conflict (authority_id, run_id, employee_id) do update set party_id = excluded.party_id,
      facts_seq = excluded.facts_seq, rules = excluded.rules, held = excluded.held, gross = excluded.gross,
      net = excluded.net, cost = excluded.cost, totals = excluded.totals, lines = excluded.lines`.execute(tx);
}

export type FindingRow = {
  readonly employee: string;
  readonly kind: string;
  readonly risk: number;
  readonly cause: string | null;
  readonly detail: Readonly<Record<string, string | number | null>>;
  readonly digest: string;
};

/** The findings of a batch stand instead of what was found on the same employees before. */
export async function writeFindings(
  tx: Tx,
  authority: AuthorityId,
  run: string,
  employees: string,
  rows: readonly FindingRow[],
): Promise<void> {
  await sql`
    delete from payroll.finding
    where authority_id = ${authority} and run_id = ${run}::uuid and employee_id = any (${employees}::uuid[])
      and kind not in ('account-shared', 'person-twice')`.execute(tx);
  if (rows.length === 0) return;
  await sql`
    insert into payroll.finding (authority_id, run_id, employee_id, kind, risk, cause, detail, digest)
    select ${authority}, ${run}::uuid, r.employee, r.kind, r.risk, r.cause, r.detail, r.digest
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(employee uuid, kind text, risk smallint, cause text, detail jsonb, digest text)`.execute(tx);
}

/** What is only seen beside others: an account that two are paid to, and a person who is there twice. */
export async function writeCrossFindings(tx: Tx, authority: AuthorityId, run: string): Promise<void> {
  await sql`
    delete from payroll.finding
    where authority_id = ${authority} and run_id = ${run}::uuid and kind in ('account-shared', 'person-twice')`.execute(
    tx,
  );
  await sql`
    with paid as (
      select e.employee_id, e.account_index, e.party_id, e.birth_date, lower(e.name) as name
      from payroll.employee e
      join payroll.draft d on d.authority_id = e.authority_id and d.run_id = ${run}::uuid and d.employee_id = e.employee_id
      where e.authority_id = ${authority} and d.gross <> 0
    ), accounts as (
      select employee_id, 'account-shared' as kind, 8 as risk,
        count(*) over (partition by account_index) as n from paid where account_index is not null
    ), persons as (
      select employee_id, 'person-twice' as kind, 9 as risk,
        count(*) over (partition by coalesce(party_id::text, name || birth_date)) as n from paid
    )
    insert into payroll.finding (authority_id, run_id, employee_id, kind, risk, cause, detail, digest)
    select ${authority}, ${run}::uuid, employee_id, kind, risk, null, jsonb_build_object('count', n), kind || n
    from (select * from accounts union all select * from persons) f where n > 1`.execute(tx);
  await sql`
    update payroll.draft d set held = 'person-twice'
    where d.authority_id = ${authority} and d.run_id = ${run}::uuid and d.held is null and exists (
      select from payroll.finding f where f.authority_id = d.authority_id and f.run_id = d.run_id
        and f.employee_id = d.employee_id and f.kind = 'person-twice')`.execute(tx);
}

/** New shapes of lines; another process may have been first. */
export async function writeShapes(tx: Tx, shapes: ReadonlyMap<number, string>): Promise<void> {
  if (shapes.size === 0) return;
  await sql`
    insert into payroll.line_shape (shape_id, body)
    select id, body from unnest(${[...shapes.keys()].map(String)}::bigint[], ${[...shapes.values()]}::jsonb[]) as t(id, body)
    on conflict (shape_id) do nothing`.execute(tx);
}

export async function loadShapes(tx: Tx): Promise<readonly { id: string; body: unknown }[]> {
  const { rows } = await sql<{ id: string; body: unknown }>`
    select shape_id::text as id, body from payroll.line_shape`.execute(tx);
  return rows;
}

export type WorkState = { readonly stop_asked: boolean; readonly state: string };

/** Says how far the calculation is, and asks whether somebody wants it stopped. */
export async function noteProgress(
  tx: Tx,
  authority: AuthorityId,
  run: string,
  done: number,
): Promise<WorkState | undefined> {
  const { rows } = await sql<WorkState>`
    update payroll.run set done = done + ${done}
    where authority_id = ${authority} and run_id = ${run}::uuid
    returning stop_asked, state`.execute(tx);
  return rows[0];
}
