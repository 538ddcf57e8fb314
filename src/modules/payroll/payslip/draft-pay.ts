import { dateIn } from '../../../kernel/calendar/format.ts';
import { pipelined } from '../../../kernel/database/pipelined.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import { permit, type Scope } from '../../../kernel/scope.ts';
import { type Day, dayOfMonth, monthAround, type Period, yearOf } from '../engine/day.ts';
import type { Engine } from '../engine/payslip.ts';
import { linesOf } from '../read-pay.ts';
import { type MadePayslip, makePayslip, needsHistory, type PaidEmployee } from '../run/make-payslip.ts';
import { reachBack } from '../run/month-before.ts';
import { numbersOf } from '../run/packed-lines.ts';
import { rulesDigest } from '../run/rules-digest.ts';
import { type Employee, ownEmployee } from '../store/facts.ts';
import { ownPayslips, type PayslipRow } from '../store/payslips.ts';

/** From this day of the month an employee sees what it is going to be. */
const SHOWN_FROM = 15;

export type DraftPay = { readonly employee: Employee; readonly month: Period; readonly made: MadePayslip };

/**
 * What this month's pay will be with what is known now, for each employer that has not paid it yet: calculated as the
 * run does it, and nothing is stored.
 */
export async function draftPay(scope: Scope, engine: Engine): Promise<readonly DraftPay[]> {
  await permit(scope, 'payroll.read-own', {});
  const party = scope.principal as PartyId; // a resident's scope has one, or permit has refused
  const [employees, rows] = await scope.read((tx) => pipelined([ownEmployee(tx, party), ownPayslips(tx, party, 60)]));
  const drafts: DraftPay[] = [];
  for (const employee of employees) {
    const today = dateIn(employee.country, scope.now).toString();
    const month = monthAround(today);
    const paid = rows.filter((row) => row.authority === employee.authority && row.employee === employee.id);
    if (dayOfMonth(today) < SHOWN_FROM || paid.some((row) => row.from === month.from)) continue;
    const made = await draftOf(scope, engine, employee, month, paid);
    if (made.held !== 'nothing-to-pay') drafts.push({ employee, month, made });
  }
  return drafts;
}

async function draftOf(
  scope: Scope,
  engine: Engine,
  { birthDate, country, seq, facts }: Employee,
  month: Period,
  paid: readonly PayslipRow[],
): Promise<MadePayslip> {
  const terms = { month, paymentDate: month.to, rules: rulesDigest(engine.book), employer: {} };
  const [last] = paid;
  const employee: PaidEmployee = {
    ...{ birthDate, country, seq, facts },
    before: last ? beforeOf(last) : null,
    year: paid
      .filter((row) => yearOf(row.paymentDate) === yearOf(month.to))
      .map((row) => ({ paymentDate: row.paymentDate, gross: Number(row.gross) })),
  };
  if (!needsHistory(employee, terms)) return makePayslip(engine, terms, employee, null);
  const since = reachBack(month);
  const views = await linesOf(
    scope,
    paid.filter((row) => row.from >= since),
  );
  const first = views.map(({ row }) => row.from).reduce((a: Day, b) => (a < b ? a : b), month.from);
  return makePayslip(engine, terms, employee, { first, lines: views.flatMap(({ lines }) => lines) });
}

function beforeOf(row: PayslipRow): PaidEmployee['before'] {
  const { factsSeq, rules, from, to, totals, gross, net } = row;
  return { factsSeq, rules, month: { from, to }, totals: numbersOf(totals), gross: Number(gross), net: Number(net) };
}
