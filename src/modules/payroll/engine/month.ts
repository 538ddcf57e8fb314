import { type AbMonth, abLines } from './agreement/ab-lines.ts';
import { type AktaMonth, aktaLines } from './agreement/akta-lines.ts';
import type { Day } from './day.ts';
import type { Line } from './line.ts';
import { calculatePayslip, type Engine } from './payslip.ts';
import type { Payslip, PayslipInput } from './payslip-input.ts';
import { retroLines } from './retro.ts';

/** What was worked and agreed in a month of one employment, under its agreement. */
export type Work =
  | { readonly agreement: 'AKTA'; readonly month: AktaMonth }
  | { readonly agreement: 'AB'; readonly month: AbMonth };

/** What gives the pay of a month: each employment by its agreement, and finished lines beside (`givenLine`). */
export type MonthPay = {
  readonly works: readonly Work[];
  readonly given?: readonly Line[] | undefined;
};

/** Closed months as the ledger paid them, with their facts as they are known today. */
export type ClosedMonths = {
  readonly paid: readonly Line[];
  readonly months: readonly MonthPay[];
  /** From which day the ledger has them. */
  readonly since: Day;
};

/** Everything a payslip is made from. */
export type MonthFacts = Omit<PayslipInput, 'pay'> &
  MonthPay & {
    /** Closed months whose facts or rules may have changed since they were paid. */
    readonly closed?: ClosedMonths | undefined;
  };

/** The lines of pay of a month of one employment, by its agreement. @throws MissingParameter by name and day */
export function workLines(engine: Engine, work: Work): Line[] {
  return work.agreement === 'AKTA' ? aktaLines(engine.akta, work.month) : abLines(engine.ab, work.month);
}

/** The lines of pay of a month. @throws MissingParameter by name and day */
export function payLines(engine: Engine, { works, given }: MonthPay): Line[] {
  const [first] = works;
  const lines = first ? workLines(engine, first) : [];
  for (let n = 1; n < works.length; n++) lines.push(...workLines(engine, works[n] as Work)); // inside the list
  if (given) lines.push(...given);
  return lines;
}

/**
 * The payslip of a month from its facts: agreement by the earning days, arrears, then law by the payment date.
 * @throws MissingParameter by name and day; ask `hindrancesOf` before a run
 */
export function calculateMonth(engine: Engine, facts: MonthFacts): Payslip {
  return calculatePayslip(engine, inputOf(engine, facts));
}

/** What the law is given: the month's facts with their lines of pay, and what is owed for closed months. */
export function inputOf(engine: Engine, facts: MonthFacts): PayslipInput {
  const { closed } = facts;
  const open = payLines(engine, facts);
  const pay = closed ? retroLines(closed.paid, dueLines(engine, closed), open, closed.since) : open;
  const { country, paymentDate, earned, birthDate, benefits, tax, garnishment, employer } = facts;
  const { deductions, recovery, paidBeforeThisMonth, pensionAgreement } = facts;
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
    recovery,
    paidBeforeThisMonth,
    pensionAgreement,
  };
}

function dueLines(engine: Engine, { months }: ClosedMonths): Line[] {
  return months.flatMap((month) => payLines(engine, month));
}
