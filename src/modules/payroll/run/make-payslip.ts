import type { Country } from '../engine/codes.ts';
import { addDays, type Day, monthAround, type Period } from '../engine/day.ts';
import { cardAt } from '../engine/finland/tax-card.ts';
import { givenLine } from '../engine/given-line.ts';
import { type Line, sumOf } from '../engine/line.ts';
import { calculatePayslip, type Engine } from '../engine/payslip.ts';
import type { EmployerFacts, Garnishment, Payslip, TaxCard, TaxFacts } from '../engine/payslip-input.ts';
import { MissingParameter } from '../engine/rule-book.ts';
import { taxColumns } from '../engine/sweden/tax-table.ts';
import { type Fact, isValidIn, unpackFacts } from '../facts/fact.ts';
import { type Before, type Finding, findingsOf, risks } from './checks.ts';
import { dueAndUnpaid, reachBack } from './due-and-paid.ts';
import { type MonthPay, monthBefore, payOfMonth } from './pay-lines.ts';
import { totalsOf } from './totals.ts';

/** What a run is for, as far as a payslip needs it. */
export type RunTerms = {
  readonly month: Period;
  readonly paymentDate: Day;
  readonly rules: string;
  readonly employer: EmployerFacts;
};

/** An employee as a run reads them. */
export type PaidEmployee = {
  readonly birthDate: Day;
  readonly country: Country;
  readonly seq: number;
  readonly facts: string;
  readonly before: Before | null;
  /** This year's earlier payments. */
  readonly year: readonly { readonly paymentDate: Day; readonly gross: number }[];
};

export type MadePayslip = {
  readonly payslip: Payslip;
  readonly totals: readonly number[];
  /** Why nothing is paid. */
  readonly held: string | null;
  readonly findings: readonly Finding[];
};

/** Whether earlier months must be looked at again: a fact came late, one was corrected, or the rules have changed. */
export function needsHistory({ before, seq, facts: text }: PaidEmployee, { month, rules }: RunTerms): boolean {
  if (!before) return false;
  if (before.rules !== rules || before.month.from >= month.from) return true;
  if (seq === before.factsSeq) return false;
  const fresh = unpackFacts(text).filter((fact) => fact.seq > before.factsSeq);
  if (fresh.length !== seq - before.factsSeq) return true;
  const worked = monthBefore(month);
  return fresh.some((fact) => fact.from < (fact.kind === 'time' ? worked.from : month.from) && isPay(fact));
}

function isPay({ kind }: Fact): boolean {
  return kind !== 'tax-card' && kind !== 'tax-table' && kind !== 'account' && kind !== 'service' && kind !== 'holiday';
}

/** The closed months that a payslip of the month looks back on. */
function closedMonths(month: Period, first: Day): Period[] {
  const months: Period[] = [];
  for (let one = monthAround(reachBack(month)); one.from < month.from; one = monthAround(addDays(one.to, 1)))
    if (one.from >= first) months.push(one);
  return months;
}

/** Paid lines of the months looked back on, and from which month on the ledger has any. */
export type History = { readonly first: Day; readonly lines: readonly Line[] };

/**
 * One payslip with what its checks found: pure, so the same for a run, for a look at an earlier month, and for a
 * question of what would be.
 */
export function makePayslip(
  engine: Engine,
  terms: RunTerms,
  employee: PaidEmployee,
  history: History | null,
): MadePayslip {
  const { month, paymentDate, rules, employer } = terms;
  const { country, birthDate, before } = employee;
  const facts = unpackFacts(employee.facts);
  try {
    const due = payOfMonth(engine.book, country, facts, month);
    const pay = history
      ? dueAndUnpaid(
          engine.book,
          country,
          facts,
          closedMonths(month, history.first),
          { month, pay: due.pay },
          history.lines,
        )
      : due.pay;
    const card = cardOf(facts, employee, paymentDate);
    const tax = taxOf(facts, card, paymentDate);
    const payslip = calculatePayslip(engine, {
      country,
      paymentDate,
      earned: month,
      birthDate,
      pay,
      benefits: due.benefits,
      tax,
      garnishment: garnishmentOf(facts, paymentDate),
      employer,
      deductions: deductionsOf(country, facts, month, pay),
    });
    const totals = totalsOf(payslip.lines, month, monthBefore(month).from);
    const used = card ? { used: card.earnedBefore + payslip.gross, limit: card.yearLimit } : null;
    const findings = findingsOf({
      ...{ month, paymentDate, birthDate, rules, facts, troubles: due.troubles, payslip, totals, before, card: used },
    });
    return { payslip, totals, held: heldBy(findings, payslip, due), findings };
  } catch (error) {
    if (!(error instanceof MissingParameter)) throw error;
    const detail = { parameter: error.parameter, day: error.day };
    const nothing = { lines: [], employer: [], gross: 0, net: 0 };
    const finding: Finding = { kind: 'missing-parameter', cause: null, detail };
    return { payslip: nothing, totals: totalsOf([], month, month.from), held: finding.kind, findings: [finding] };
  }
}

function cardOf(facts: readonly Fact[], { year }: PaidEmployee, paymentDate: Day): TaxCard | undefined {
  const cards = facts.flatMap((fact) => (fact.kind === 'tax-card' ? [{ ...fact.body, from: fact.from }] : []));
  return cards.length === 0 ? undefined : cardAt(cards, year, paymentDate);
}

function taxOf(facts: readonly Fact[], card: TaxCard | undefined, paymentDate: Day): TaxFacts {
  if (card) return { kind: 'card', card };
  const table = facts.findLast((fact) => fact.kind === 'tax-table' && isValidIn(fact, paymentDate, paymentDate));
  if (table?.kind !== 'tax-table') return { kind: 'none' };
  const { column } = table.body;
  return { kind: 'table', table: table.body.table, column: taxColumns.find((known) => known === column) ?? 1 };
}

function garnishmentOf(facts: readonly Fact[], paymentDate: Day): Garnishment | undefined {
  const order = facts.findLast((fact) => fact.kind === 'garnishment' && isValidIn(fact, paymentDate, paymentDate));
  if (order?.kind !== 'garnishment') return undefined;
  const { body } = order;
  return 'reserved' in body
    ? { kind: 'reserved', reserved: body.reserved }
    : { kind: 'dependants', dependants: body.dependants };
}

/** Union fees, where there is any pay to take them from. */
function deductionsOf(country: Country, facts: readonly Fact[], month: Period, pay: readonly Line[]): readonly Line[] {
  if (sumOf(pay) <= 0) return [];
  return facts.flatMap((fact) =>
    fact.kind === 'union' && isValidIn(fact, month.from, month.to)
      ? [givenLine(country, { code: 'union-fee', amount: fact.body.amount }, month)]
      : [],
  );
}

/** What stops the payment until somebody has mended it; and where there is nothing to pay. */
function heldBy(findings: readonly Finding[], payslip: Payslip, { pay }: MonthPay): string | null {
  const stop = findings.find(({ kind }) => risks[kind] === 9);
  if (stop) return stop.kind;
  return payslip.gross === 0 && payslip.net === 0 && pay.length === 0 ? 'nothing-to-pay' : null;
}
