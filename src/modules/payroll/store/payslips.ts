import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';

export type PayslipRow = {
  readonly authority: AuthorityId;
  readonly run: string;
  readonly employee: string;
  readonly from: string;
  readonly to: string;
  readonly paymentDate: string;
  readonly factsSeq: number;
  readonly rules: string;
  readonly gross: string;
  readonly net: string;
  readonly cost: string;
  readonly held: string | null;
  readonly totals: string;
  readonly lines: string;
  readonly at: Temporal.Instant | null;
};

const stored = sql`authority_id as authority, run_id::text as run, employee_id::text as employee, earned_from::text as "from",
  earned_to::text as "to", payment_date::text as "paymentDate", facts_seq as "factsSeq", rules, gross::text as gross,
  net::text as net, cost::text as cost, null::text as held, totals::text as totals, lines::text as lines, released_at as at`;

/** The ledger of one employee, newest first. */
export async function payslipsOf(
  tx: Tx,
  authority: AuthorityId,
  employee: string,
  most: number,
): Promise<readonly PayslipRow[]> {
  const { rows } = await sql<PayslipRow>`
    select ${stored} from payroll.payslip where authority_id = ${authority} and employee_id = ${employee}::uuid
    order by payment_date desc, run_id desc limit ${most}`.execute(tx);
  return rows;
}

/** A person's own ledger with every employer, newest first. */
export async function ownPayslips(tx: Tx, party: PartyId, most: number): Promise<readonly PayslipRow[]> {
  const { rows } = await sql<PayslipRow>`
    select ${stored} from payroll.payslip where party_id = ${party}::uuid
    order by payment_date desc, run_id desc limit ${most}`.execute(tx);
  return rows;
}

/** Every payslip of a released run, in the order that its projections are made in. */
export async function payslipsIn(tx: Tx, authority: AuthorityId, run: string): Promise<readonly PayslipRow[]> {
  const { rows } = await sql<PayslipRow>`
    select ${stored} from payroll.payslip where authority_id = ${authority} and run_id = ${run}::uuid
    order by employee_id`.execute(tx);
  return rows;
}

/** What an employer paid from one day to another, both counted, in the order that reports are made in. */
export async function payslipsPaid(
  tx: Tx,
  authority: AuthorityId,
  from: string,
  to: string,
): Promise<readonly PayslipRow[]> {
  const { rows } = await sql<PayslipRow>`
    select ${stored} from payroll.payslip
    where authority_id = ${authority} and payment_date between ${from}::date and ${to}::date
    order by employee_id, payment_date, run_id`.execute(tx);
  return rows;
}

/** What some employees were paid from one day to another, both counted. */
export async function payslipsOfEach(
  tx: Tx,
  authority: AuthorityId,
  employees: readonly string[],
  days: { readonly from: string; readonly to: string },
): Promise<readonly PayslipRow[]> {
  const { rows } = await sql<PayslipRow>`
    select ${stored} from payroll.payslip
    where authority_id = ${authority} and employee_id = any (${`{${employees.join()}}`}::uuid[])
      and payment_date between ${days.from}::date and ${days.to}::date
    order by employee_id, payment_date, run_id`.execute(tx);
  return rows;
}

export async function loadDraft(
  tx: Tx,
  authority: AuthorityId,
  run: string,
  employee: string,
): Promise<PayslipRow | undefined> {
  const { rows } = await sql<PayslipRow>`
    select d.authority_id as authority, d.run_id::text as run, d.employee_id::text as employee, r.earned_from::text as "from",
      r.earned_to::text as "to", r.payment_date::text as "paymentDate", d.facts_seq as "factsSeq", d.rules,
      d.gross::text as gross, d.net::text as net, d.cost::text as cost, d.held, d.totals::text as totals,
      d.lines::text as lines, null::timestamptz as at
    from payroll.draft d join payroll.run r on r.authority_id = d.authority_id and r.run_id = d.run_id
    where d.authority_id = ${authority} and d.run_id = ${run}::uuid and d.employee_id = ${employee}::uuid`.execute(tx);
  return rows[0];
}

/** The shapes that some lines name; no person stands in them. */
export async function loadShapesOf(tx: Tx, ids: readonly number[]): Promise<readonly { id: string; body: unknown }[]> {
  const { rows } = await sql<{ id: string; body: unknown }>`
    select shape_id::text as id, body from payroll.line_shape where shape_id = any (${ids.map(String)}::bigint[])`.execute(
    tx,
  );
  return rows;
}

export type Projection = {
  readonly kind: 'payments' | 'voucher' | 'register';
  readonly rows: number;
  readonly total: number;
  readonly sha256: string;
};

export async function writeProjections(
  tx: Tx,
  authority: AuthorityId,
  run: string,
  projections: readonly Projection[],
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into payroll.projection (authority_id, run_id, kind, rows, total, sha256, made_at)
    select ${authority}, ${run}::uuid, r.kind, r.rows, r.total, r.sha256, ${at.toString()}::timestamptz
    from json_to_recordset(${JSON.stringify(projections)}::json) as r(kind text, rows int, total bigint, sha256 text)
    on conflict do nothing`.execute(tx);
}

export async function loadProjections(
  tx: Tx,
  authority: AuthorityId,
  run: string,
): Promise<readonly (Omit<Projection, 'total'> & { total: string })[]> {
  const { rows } = await sql<Omit<Projection, 'total'> & { total: string }>`
    select kind, rows, total::text as total, sha256 from payroll.projection
    where authority_id = ${authority} and run_id = ${run}::uuid order by kind`.execute(tx);
  return rows;
}
