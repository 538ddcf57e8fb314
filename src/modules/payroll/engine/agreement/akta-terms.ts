import type { Minor, Rate } from '../amount.ts';
import type { Day } from '../day.ts';
import type { AktaSystem } from './akta-rules.ts';

/** What was agreed with the employee, from a day on. Amounts are of full time, a month. */
export type AktaTerms = {
  readonly from: Day;
  /** The last day, when they end without others after them. */
  readonly to?: Day | null | undefined;
  readonly taskPay: Minor;
  readonly personalSupplement: Minor;
  /** The share of full time that is worked and paid (AKTA II § 4); the whole is 1 000 000. */
  readonly partTime: Rate;
  readonly system: AktaSystem;
  /** From when the time that counts for the experience increment is counted; null: none counts. */
  readonly experienceFrom: Day | null;
  /** An increment decided as an amount: it stands instead of what the years give. */
  readonly increment?: Minor | undefined;
  /** Paid by the month, or for each hour worked. */
  readonly paid: 'monthly' | 'hourly';
};
