import type { Recovery } from '../engine/claim.ts';
import { type Country, codeOf } from '../engine/codes.ts';
import type { Day, Period } from '../engine/day.ts';
import { cardAt } from '../engine/finland/tax-card.ts';
import { givenLine } from '../engine/given-line.ts';
import { type Line, unionRef } from '../engine/line.ts';
import { type ClosedMonths, calculateMonth } from '../engine/month.ts';
import { grossOf } from '../engine/overpaid.ts';
import type { Engine } from '../engine/payslip.ts';
import type { EmployerFacts, Garnishment, Payslip, TaxCard, TaxFacts } from '../engine/payslip-input.ts';
import { claimedLines } from '../engine/recovery.ts';
import { MissingParameter } from '../engine/rule-book.ts';
import { taxColumns } from '../engine/sweden/tax-table.ts';
import { type Fact, type FactBodies, isValidIn, unpackFacts } from '../facts/fact.ts';
import { recoveryIn } from '../facts/recoveries.ts';
import { type Before, type Finding, findingsOf, risks } from './checks.ts';
import { closedMonths, monthBefore } from './month-before.ts';
import { type MonthOfFacts, monthOfFacts } from './month-pay.ts';
import { totalsOf } from './totals.ts';

/** What a run is for, as far as a payslip needs it. */
export type RunTerms = {
  readonly month: Period;
  readonly paymentDate: Day;
  readonly rules: string;
  readonly employer: EmployerFacts;
  /** Only the advances of the month are paid. */
  readonly advance?: boolean;
  /** Beside the month's own payment: what is booked of overpayments once a month is not. */
  readonly beside?: boolean;
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
  const fresh = readable(text).filter((fact) => fact.seq > before.factsSeq);
  if (fresh.length !== seq - before.factsSeq) return true;
  const worked = monthBefore(month);
  return fresh.some((fact) => fact.from < (fact.kind === 'time' ? worked.from : month.from) && isPay(fact));
}

/** Facts that can not be read are named with the payslip that they are of, and stop nobody else's. */
function readable(text: string): readonly Fact[] {
  try {
    return unpackFacts(text);
  } catch {
    return [];
  }
}

function isPay({ kind }: Fact): boolean {
  return kind !== 'tax-card' && kind !== 'tax-table' && kind !== 'account' && kind !== 'service' && kind !== 'holiday';
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
  const { month, paymentDate, rules, employer, advance = false, beside = advance } = terms;
  const { country, birthDate, before } = employee;
  try {
    const facts = unpackFacts(employee.facts);
    const open = advance ? advancesOf(country, facts, month) : monthOfFacts(engine, country, facts, month);
    const card = cardOf(facts, employee, paymentDate);
    const recovery = beside ? undefined : recoveryIn(facts, month);
    const payslip = calculateMonth(engine, {
      country,
      paymentDate,
      earned: month,
      birthDate,
      works: open.works,
      given: open.given,
      closed: history
        ? advance
          ? paidInMonth(month, history)
          : closedOf(engine, country, facts, month, claimed(country, history, recovery))
        : undefined,
      benefits: open.benefits,
      tax: taxOf(facts, card, paymentDate),
      garnishment: garnishmentOf(facts, paymentDate),
      employer,
      deductions: advance ? [] : deductionsOf(country, facts, month),
      recovery,
    });
    const totals = totalsOf(payslip.lines, month, monthBefore(month).from);
    const used = card ? { used: card.earnedBefore + payslip.gross, limit: card.yearLimit } : null;
    const { troubles } = open;
    const findings = findingsOf({
      ...{ country, month, paymentDate, birthDate, rules, facts, troubles, payslip, totals, before, card: used },
    });
    return { payslip, totals, held: heldBy(findings, payslip), findings };
  } catch (error) {
    return notMade(month, error);
  }
}

/** Nothing is paid to whom a payslip can not be made for; it is named, and the others' are. */
function notMade(month: Period, error: unknown): MadePayslip {
  const finding: Finding =
    error instanceof MissingParameter
      ? { kind: 'missing-parameter', cause: null, detail: { parameter: error.parameter, day: error.day } }
      : { kind: 'broken-facts', cause: null, detail: { problem: error instanceof Error ? error.name : '' } };
  const payslip: Payslip = { lines: [], employer: [], gross: 0, net: 0 };
  return { payslip, totals: totalsOf([], month, month.from), held: finding.kind, findings: [finding] };
}

/** What is to be paid in advance of a month: no terms, hours or benefits. */
function advancesOf(country: Country, facts: readonly Fact[], month: Period): MonthOfFacts {
  const given = facts.flatMap((fact) =>
    fact.kind === 'advance' && fact.from >= month.from && fact.from <= month.to
      ? [givenLine(country, { code: 'advance', amount: fact.body.amount }, month)]
      : [],
  );
  return { works: [], given, benefits: [], troubles: [] };
}

/** Advances of the month that have been paid: another one is only what they are less than now. */
function paidInMonth({ from }: Period, { lines }: History): ClosedMonths {
  const paid = lines.filter(({ code, earnedFrom }) => code === 'advance' && earnedFrom >= from);
  return { paid, months: [], since: from };
}

/** The months that the ledger holds, with today's facts. */
function closedOf(
  engine: Engine,
  country: Country,
  facts: readonly Fact[],
  month: Period,
  { first, lines }: History,
): ClosedMonths {
  const months = closedMonths(month, first).map((one) => monthOfFacts(engine, country, facts, one));
  return { paid: lines, months, since: first };
}

/** What is claimed now is taken back by the claim, and not once more as a correction. */
function claimed(country: Country, history: History, recovery: Recovery | undefined): History {
  if (!recovery || recovery.claims.length === 0) return history;
  return {
    ...history,
    lines: [...history.lines, ...recovery.claims.flatMap((claim) => claimedLines(country, claim))],
  };
}

/** A card has not been used for what was overpaid on it: that comes back, with its tax. */
function cardOf(
  facts: readonly Fact[],
  { year, country }: Pick<PaidEmployee, 'year' | 'country'>,
  paymentDate: Day,
): TaxCard | undefined {
  const cards = facts.flatMap((fact) => (fact.kind === 'tax-card' ? [{ ...fact.body, from: fact.from }] : []));
  if (cards.length === 0) return undefined;
  const back = facts.flatMap((fact) =>
    fact.kind === 'recovery' && country === 'AX'
      ? [{ paymentDate: fact.body.paymentDate, gross: 0 - grossOf(fact.body) }]
      : [],
  );
  return cardAt(cards, back.length === 0 ? year : [...year, ...back], paymentDate);
}

/** By what tax is withheld of a payment. */
export function taxFactsOn(
  facts: readonly Fact[],
  employee: Pick<PaidEmployee, 'year' | 'country'>,
  paymentDate: Day,
): TaxFacts {
  return taxOf(facts, cardOf(facts, employee, paymentDate), paymentDate);
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

/** A union's fee; it carries the name that it had when it was deducted. */
function feeLine(country: Country, { amount, name }: FactBodies['union'], month: Period): Line {
  const line = givenLine(country, { code: 'union-fee', amount }, month);
  return name === undefined ? line : { ...line, facts: [unionRef(name)] };
}

/** Union fees. */
function deductionsOf(country: Country, facts: readonly Fact[], month: Period): readonly Line[] {
  return facts.flatMap((fact) =>
    fact.kind === 'union' && isValidIn(fact, month.from, month.to) ? [feeLine(country, fact.body, month)] : [],
  );
}

/** What stops the payment until somebody has mended it; and where there is nothing to pay. */
function heldBy(findings: readonly Finding[], { lines, gross, net }: Payslip): string | null {
  const stop = findings.find(({ kind }) => risks[kind] === 9);
  if (stop) return stop.kind;
  const isPaid = lines.some(({ code }) => codeOf(code).side === 'pay' || codeOf(code).inRecovery);
  return gross === 0 && net === 0 && !isPaid ? 'nothing-to-pay' : null;
}
