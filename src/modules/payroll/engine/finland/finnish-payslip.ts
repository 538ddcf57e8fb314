import { divide, type Minor, share, timesOver, WHOLE } from '../amount.ts';
import type { Period } from '../day.ts';
import { type Line, type Maker, partsLine, type Rated, rateLine } from '../line.ts';
import type { EmployerFacts, PayslipInput } from '../payslip-input.ts';
import { type FinnishRules, rateAtAge } from './payment-rules.ts';
import { taxByCard, taxWithoutCard } from './tax-card.ts';

const ofAge = ['birthDate', 'pay', 'benefits'];
const ofPay = ['pay', 'benefits'];
const pension: Maker = { code: 'pension', rule: 'FI-PENSION-EE', rounding: 'half-up', facts: ofAge };
const unemployment: Maker = { code: 'unemployment', rule: 'FI-UNEMP-EE', rounding: 'half-up', facts: ofAge };
const health: Maker = { code: 'employer-health-insurance', rule: 'FI-HEALTH-ER', rounding: 'half-up', facts: ofAge };
const keva: Maker = {
  code: 'employer-pension',
  rule: 'FI-KEVA-ER',
  rounding: 'half-up',
  facts: [...ofAge, 'employer.pensionTotal'],
};
const graded: Maker = {
  code: 'employer-unemployment',
  rule: 'FI-UNEMP-ER',
  rounding: 'half-up',
  facts: [...ofAge, 'employer.paidBeforeThisYear'],
};
const life: Maker = {
  code: 'employer-group-life',
  rule: 'FI-GROUP-LIFE-ER',
  rounding: 'half-up',
  facts: [...ofPay, 'employer.groupLife'],
};
const accident: Maker = {
  code: 'employer-accident',
  rule: 'FI-ACCIDENT-ER',
  rounding: 'half-up',
  facts: [...ofPay, 'employer.accident'],
};

/**
 * Tax, pension and unemployment insurance of one payment, in this order: below zero.
 * @param months from the month of birth to that of payment
 */
export function finnishDeductions(
  rules: FinnishRules,
  input: PayslipInput,
  gross: Minor,
  cash: Minor,
  months: number,
  to: Line[],
): void {
  const { tax, earned } = input;
  to.push(
    tax.kind === 'card' ? taxByCard(tax.card, gross, cash, earned) : taxWithoutCard(rules.noCard, gross, cash, earned),
  );
  const base = Math.max(0, gross);
  to.push(part(pension, pensionRate(rules, months), base, -1, earned));
  to.push(part(unemployment, rateAtAge(rules.unemployment, months), base, -1, earned));
}

/** What the payment costs the employer beside. */
export function finnishEmployer(rules: FinnishRules, input: PayslipInput, gross: Minor, months: number): Line[] {
  const { earned, employer } = input;
  const base = Math.max(0, gross);
  const employee = pensionRate(rules, months);
  return [
    part(health, rateAtAge(rules.health, months), base, 1, earned),
    part(keva, kevaRate(rules, employee, employer), base, 1, earned),
    gradedUnemployment(rules, input, months, base),
    part(life, own(rules.groupLife, employer.groupLife), base, 1, earned),
    part(accident, own(rules.accident, employer.accident), base, 1, earned),
  ];
}

function part(maker: Maker, by: Rated, base: Minor, sign: 1 | -1, earned: Period): Line {
  return rateLine(maker, by, base, 0 + sign * share(base, by.rate, 'half-up'), earned);
}

/** The raised rate of the ages that have one, else the common one, else none. */
function pensionRate(rules: FinnishRules, months: number): Rated {
  if (rules.raisedPension) {
    const raised = rateAtAge(rules.raisedPension, months);
    if (raised.rate > 0) return raised;
  }
  return rateAtAge(rules.pension, months);
}

/** Keva's whole contribution less what the employee pays; nothing outside the insured ages. */
function kevaRate(rules: FinnishRules, employee: Rated, employer: EmployerFacts): Rated {
  if (employee.rate === 0) return employee;
  const whole = own(rules.keva, employer.pensionTotal);
  return {
    rate: Math.max(0, whole.rate - employee.rate),
    refs: whole.refs.length === 0 ? employee.refs : [...whole.refs, ...employee.refs],
    verified: whole.verified && employee.verified,
  };
}

/** What the employer has of its own stands before the average of the book. */
function own(average: Rated, rate: number | undefined): Rated {
  return rate === undefined ? average : { rate, refs: [], verified: true };
}

/** Low on the payer's first wages of the year, high above the limit: one payment may stand on both sides of it. */
function gradedUnemployment(rules: FinnishRules, input: PayslipInput, months: number, base: Minor): Line {
  const { unemploymentLow: low, unemploymentHigh: high, unemploymentLimit: limit } = rules;
  const { earned, employer } = input;
  if (rateAtAge(rules.unemployment, months).rate === 0) {
    return rateLine(graded, rules.unemployment.outside, base, 0, earned);
  }
  const under = Math.min(base, Math.max(0, limit.value - (employer.paidBeforeThisYear ?? 0)));
  const above = base - under;
  if (above === 0) return part(graded, low, base, 1, earned);
  if (under === 0) return part(graded, high, base, 1, earned);
  const exact = under * low.rate + above * high.rate;
  const amount = Number.isSafeInteger(exact)
    ? divide(exact, WHOLE, 'half-up')
    : timesOver(under, low.rate, WHOLE, 'half-up') + timesOver(above, high.rate, WHOLE, 'half-up');
  const parts = [
    { base: under, rate: low.rate },
    { base: above, rate: high.rate },
  ];
  const refs = [...low.refs, ...high.refs, limit.ref];
  return partsLine(graded, refs, low.verified && high.verified && limit.verified, parts, base, amount, earned);
}
