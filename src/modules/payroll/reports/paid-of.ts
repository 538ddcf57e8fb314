import type { AuthorityId } from '../../../kernel/ids.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { addDays, monthAround } from '../engine/day.ts';
import { unpackFacts } from '../facts/fact.ts';
import { linesOf, type PayslipView } from '../read-pay.ts';
import { type Employee, loadEmployees } from '../store/facts.ts';
import { type PayslipRow, payslipsIn, payslipsOfEach, payslipsPaid } from '../store/payslips.ts';
import { claimsOn, ownLines, paidBackIn } from './recovered.ts';
import type { KeptReport, Paid } from './report.ts';

/** Employees whose whole year of payments is held at once. */
const AT_A_TIME = 500;
const DAYS_AROUND = 400;

/** Every payment that a report is of, with its lines, its person, and what was paid to them around it. */
export async function paidOf(
  scope: Scope,
  authority: AuthorityId,
  { run, period }: Pick<KeptReport, 'run' | 'period'>,
): Promise<readonly Paid[]> {
  const month = monthAround(period);
  const rows = await scope.read((tx) =>
    run === null ? payslipsPaid(tx, authority, month.from, month.to) : payslipsIn(tx, authority, run),
  );
  const ids = [...new Set(rows.map(({ employee }) => employee))];
  const paid: Paid[] = [];
  for (let n = 0; n < ids.length; n += AT_A_TIME) {
    const some = new Set(ids.slice(n, n + AT_A_TIME));
    paid.push(
      ...(await paidOfSome(
        scope,
        authority,
        rows.filter(({ employee }) => some.has(employee)),
      )),
    );
  }
  return paid;
}

async function paidOfSome(scope: Scope, authority: AuthorityId, rows: readonly PayslipRow[]): Promise<Paid[]> {
  const ids = [...new Set(rows.map(({ employee }) => employee))];
  const dates = rows.map(({ paymentDate }) => paymentDate).sort();
  const days = { from: addDays(dates.at(0) ?? '', -DAYS_AROUND), to: addDays(dates.at(-1) ?? '', DAYS_AROUND) };
  const [employees, around] = await scope.read((tx) =>
    Promise.all([loadEmployees(tx, authority, ids), payslipsOfEach(tx, authority, ids, days)]),
  );
  const views = Map.groupBy(await linesOf(scope, around), ({ row }) => row.employee);
  const known = new Map(employees.map((employee) => [employee.id, employee]));
  return rows.flatMap((row) => {
    const employee = known.get(row.employee);
    return employee ? [paidOne(employee, row, views.get(row.employee) ?? [])] : [];
  });
}

function paidOne(employee: Employee, row: PayslipRow, all: readonly PayslipView[]): Paid {
  const lines = all.find((view) => view.row.run === row.run)?.lines ?? [];
  const later = all.filter((view) => view.row.paymentDate > row.paymentDate);
  const facts = unpackFacts(employee.facts);
  return {
    ...{ employee, row, lines, facts, claims: claimsOn(row, facts, later), paidBack: paidBackIn(row, facts, all) },
    recoveredLater: later.flatMap((view) =>
      ownLines(view.lines).filter(
        ({ amount, facts, earnedFrom, earnedTo }) =>
          amount < 0 && facts.includes('ledger') && earnedFrom >= row.from && earnedTo <= row.to,
      ),
    ),
    paymentOf: (day) => all.find((view) => view.row.from <= day && day <= view.row.to)?.row,
  };
}
