import { dateIn } from '../../../kernel/calendar/format.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { EmployeeKey } from '../beside/beside-key.ts';
import type { Minor } from '../engine/amount.ts';
import type { Claim } from '../engine/claim.ts';
import { codeOf } from '../engine/codes.ts';
import { addDays, type Day, monthAround, type Period, yearOf } from '../engine/day.ts';
import { inOrder, type Line, sumOf } from '../engine/line.ts';
import { payLines } from '../engine/month.ts';
import { claimOf } from '../engine/overpaid.ts';
import { calculatePayslip, type Engine } from '../engine/payslip.ts';
import type { PayslipInput } from '../engine/payslip-input.ts';
import { claimedLines } from '../engine/recovery.ts';
import { retroLines } from '../engine/retro.ts';
import { type Fact, holding, type RecordedFact } from '../facts/fact.ts';
import { drawnIn } from '../facts/recoveries.ts';
import { linesOf, type PayslipView } from '../read-pay.ts';
import { isClaim, ownLines, repaidOf } from '../reports/recovered.ts';
import { taxFactsOn } from '../run/make-payslip.ts';
import { closedMonths } from '../run/month-before.ts';
import { monthOfFacts } from '../run/month-pay.ts';
import { type Employee, loadEmployee, loadFacts } from '../store/facts.ts';
import { payslipsOf } from '../store/payslips.ts';
import { type KeptRecovery, lastSettledMonth, openRecovery } from '../store/recoveries.ts';

/** Why a payment that was too much can not be claimed back by what is known here. */
export type Hindered = 'garnishment' | 'not-as-paid' | 'law';

/** A payment that was too much. */
export type Overpaid = {
  readonly run: string;
  readonly paymentDate: Day;
  readonly month: Period;
  readonly gross: Minor;
  readonly claim: Claim | null;
  readonly hindered: Hindered | null;
};

/** A claim that has been approved, and how far it has come. */
export type Standing = {
  readonly claim: Fact<'recovery'>['body'];
  readonly booked: boolean;
  readonly repaid: Minor;
  /** Agreed to be drawn, or paid in and not booked yet. */
  readonly planned: Minor;
  /** Neither paid back nor agreed how. */
  readonly left: Minor;
};

export type OverpaidView = {
  readonly employee: Employee;
  readonly overpaid: readonly Overpaid[];
  readonly claims: readonly Standing[];
  readonly waiting: KeptRecovery | null;
  /** The month whose payment books what is approved now. */
  readonly next: Period;
};

const MONTHS = 24;

/** What somebody has been paid too much by what is known today, and the claims on it. @throws Refusal not-found */
export async function readOverpaid(
  scope: Scope,
  engine: Engine,
  { authority, employee: id }: EmployeeKey,
): Promise<OverpaidView> {
  const [employee, recorded, rows, settled, waiting] = await scope.read((tx) =>
    Promise.all([
      loadEmployee(tx, authority, id),
      loadFacts(tx, authority, id),
      payslipsOf(tx, authority, id, MONTHS),
      lastSettledMonth(tx, authority),
      openRecovery(tx, authority, id),
    ]),
  );
  if (!employee) throw new Refusal('not-found', 'payroll.employee.not-found');
  const views = (await linesOf(scope, rows)).toReversed();
  const facts = holding(recorded);
  const today = dateIn(employee.country, scope.now).toString();
  const next = settled === null ? monthAround(today) : monthAround(addDays(monthAround(settled).to, 1));
  const claims = facts.flatMap((fact) => (fact.kind === 'recovery' ? [standingOf(fact, facts, views, next)] : []));
  const unbooked = claims.filter(({ booked }) => !booked).map(({ claim }) => claim);
  const overpaid = overpaidIn(engine, employee, { recorded, facts, views, next, unbooked });
  return { employee, overpaid, claims, waiting: waiting ?? null, next };
}

function standingOf(
  { body: claim }: Fact<'recovery'>,
  facts: readonly Fact[],
  views: readonly PayslipView[],
  next: Period,
): Standing {
  const repaid = repaidOf(claim, views);
  let planned = 0;
  for (const fact of facts) {
    if (fact.kind !== 'repayment' || fact.body.claim !== claim.claim) continue;
    if (fact.body.way === 'own') planned += fact.from >= next.from ? fact.body.total : 0;
    else
      for (let month = monthAround(fact.from); month.from <= (fact.to ?? month.from); month = after(month))
        if (month.from >= next.from) planned += drawnIn(fact.body, fact.from, month.from);
  }
  const booked = views.some(({ lines }) => lines.some(isClaim(claim)));
  return { claim, booked, repaid, planned, left: Math.max(0, claim.net - repaid - planned) };
}

function after({ to }: Period): Period {
  return monthAround(addDays(to, 1));
}

type Known = {
  readonly recorded: readonly RecordedFact[];
  readonly facts: readonly Fact[];
  readonly views: readonly PayslipView[];
  readonly next: Period;
  readonly unbooked: readonly Claim[];
};

/** What is due by today's facts, less what was paid and what is claimed already, by the payment that it was of. */
function overpaidIn(engine: Engine, employee: Employee, known: Known): readonly Overpaid[] {
  const { facts, views, next, unbooked } = known;
  const { country } = employee;
  const first = views[0]?.row.from;
  if (first === undefined) return [];
  const months = closedMonths(next, first);
  const since = months[0]?.from ?? next.from;
  const due = months.flatMap((month) => payLines(engine, monthOfFacts(engine, country, facts, month)));
  const paid = [...views.flatMap(payOf), ...unbooked.flatMap((claim) => claimedLines(country, claim))];
  const owed = Map.groupBy(retroLines(paid, due, [], since), (line) => paymentOf(views, line));
  return [...owed].flatMap(([view, lines]) => {
    if (!view || sumOf(lines) >= 0) return [];
    const { run, paymentDate, from, to } = view.row;
    const gross = 0 - sumOf(lines);
    const { claim, hindered } = claimOn(engine, employee, known, view, lines);
    return [{ run, paymentDate, month: { from, to }, gross, claim, hindered }];
  });
}

function payOf({ lines }: PayslipView): readonly Line[] {
  return lines.filter(({ code }) => codeOf(code).side === 'pay');
}

/** The payment that had what is taken back now, or that of the month in which something else was owed. */
function paymentOf(views: readonly PayslipView[], { code, amount, earnedFrom }: Line): PayslipView | undefined {
  const month = earnedFrom.slice(0, 7);
  return (
    views.find(({ lines }) =>
      lines.some((line) => line.code === code && line.earnedFrom.startsWith(month) && line.amount + amount >= 0),
    ) ?? views.find(({ row }) => row.from.startsWith(month))
  );
}

function claimOn(
  engine: Engine,
  { birthDate, country }: Employee,
  { recorded, views }: Known,
  { row, lines: all }: PayslipView,
  correction: readonly Line[],
): Pick<Overpaid, 'claim' | 'hindered'> {
  const { paymentDate, from, to } = row;
  const lines = ownLines(all);
  if (lines.some(({ code, amount }) => code === 'garnishment' && amount !== 0))
    return { claim: null, hindered: 'garnishment' };
  const then = holding(recorded.filter(({ seq }) => seq <= row.factsSeq));
  const year = views
    .filter((one) => one.row.paymentDate < paymentDate && yearOf(one.row.paymentDate) === yearOf(paymentDate))
    .map((one) => ({ paymentDate: one.row.paymentDate, gross: Number(one.row.gross) }));
  const asPaid: PayslipInput = {
    ...{ country, paymentDate, birthDate, earned: { from, to }, employer: {} },
    pay: inOrder(lines.filter(({ code }) => codeOf(code).side === 'pay')),
    benefits: lines.filter(({ code }) => codeOf(code).side === 'benefit'),
    tax: taxFactsOn(then, { country, year }, paymentDate),
  };
  const again = calculatePayslip(engine, asPaid).lines;
  const isAsPaid = taken.every((code) => amountOf(again, code) === amountOf(lines, code));
  if (!isAsPaid) return { claim: null, hindered: 'not-as-paid' };
  const claim = claimOf(engine, asPaid, correction) ?? null;
  return { claim, hindered: claim ? null : 'law' };
}

const taken = ['tax', 'pension', 'unemployment'] as const;

function amountOf(lines: readonly Line[], code: (typeof taken)[number]): Minor {
  return lines.reduce((sum, line) => (line.code === code ? sum + line.amount : sum), 0);
}
