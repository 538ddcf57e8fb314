import { type AbMonth, abLines } from './agreement/ab-lines.ts';
import { type AktaMonth, aktaLines } from './agreement/akta-lines.ts';
import type { Line } from './line.ts';
import { calculatePayslip, type Engine } from './payslip.ts';
import type { Payslip, PayslipInput } from './payslip-input.ts';
import { retroLines } from './retro.ts';

/** What was worked and agreed in a month of one employment, under its agreement. */
export type Work =
  | { readonly agreement: 'AKTA'; readonly month: AktaMonth }
  | { readonly agreement: 'AB'; readonly month: AbMonth };

/** A closed month as the ledger paid it, with its facts as they are known today. */
export type ClosedMonth = { readonly paid: readonly Line[]; readonly work: Work };

/** Everything a payslip is made from. */
export type MonthFacts = Omit<PayslipInput, 'pay'> & {
  readonly work: Work;
  /** Finished lines beside the agreement (`givenLine`). */
  readonly given?: readonly Line[] | undefined;
  /** Closed months whose facts or rules have changed since they were paid. */
  readonly closed?: readonly ClosedMonth[] | undefined;
};

/** The lines of pay of a month by its agreement. @throws MissingParameter by name and day */
export function workLines(engine: Engine, work: Work): Line[] {
  return work.agreement === 'AKTA' ? aktaLines(engine.akta, work.month) : abLines(engine.ab, work.month);
}

/** What is owed for closed months: today's rules and facts for their days, less what was paid. */
export function owedLines(engine: Engine, closed: readonly ClosedMonth[]): Line[] {
  return closed.flatMap(({ paid, work }) => retroLines(paid, workLines(engine, work)));
}

/**
 * The payslip of a month from its facts: agreement by the earning days, arrears, then law by the payment date.
 * @throws MissingParameter by name and day; ask `monthHindrances` before a run
 */
export function calculateMonth(engine: Engine, facts: MonthFacts): Payslip {
  return calculatePayslip(engine, inputOf(engine, facts));
}

/** What the law is given: the month's facts with their lines of pay. */
export function inputOf(engine: Engine, facts: MonthFacts): PayslipInput {
  const pay = workLines(engine, facts.work);
  if (facts.given) pay.push(...facts.given);
  if (facts.closed) pay.push(...owedLines(engine, facts.closed));
  const { country, paymentDate, earned, birthDate, benefits, tax, garnishment, employer } = facts;
  const { deductions, paidBeforeThisMonth, pensionAgreement } = facts;
  return {
    country,
    paymentDate,
    earned,
    birthDate,
    pay,
    benefits,
    tax,
    garnishment,
    employer,
    deductions,
    paidBeforeThisMonth,
    pensionAgreement,
  };
}
