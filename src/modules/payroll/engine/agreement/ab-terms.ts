import type { Minor, Rate } from '../amount.ts';
import type { Day } from '../day.ts';
import type { AbRules } from './ab-rules.ts';

/** What was agreed with the employee, from a day on. Amounts are of full time. */
export type AbTerms = {
  readonly from: Day;
  /** The last day, when they end without others after them. */
  readonly to?: Day | null | undefined;
  /** A month's pay of full time; for who is paid by the hour what a month would be. */
  readonly monthlyPay: Minor;
  /** A supplement a month of its own, of full time. */
  readonly personalSupplement: Minor;
  readonly partTime: Rate;
  /** The agreed price of an hour, for who is paid by the hour; null: by the month. */
  readonly hourPrice: Minor | null;
};

/** By the rules of an earning day. */
export type AbOn = (day: Day) => AbRules;

/** A month's fixed pay of full time. */
export function fixedPay({ monthlyPay, personalSupplement }: AbTerms): Minor {
  return monthlyPay + personalSupplement;
}
