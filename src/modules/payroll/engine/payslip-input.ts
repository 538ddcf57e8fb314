import type { Minor, Rate } from './amount.ts';
import type { Recovery } from './claim.ts';
import type { Country } from './codes.ts';
import type { Day, Period } from './day.ts';
import type { Line } from './line.ts';
import type { TaxColumn } from './sweden/tax-table.ts';

/** A Finnish tax card: base percent up to the year's limit, additional percent above it. */
export type TaxCard = {
  readonly basePercent: Rate;
  readonly yearLimit: Minor;
  readonly additionalPercent: Rate;
  /** Gross that has been counted on the card before this payment. */
  readonly earnedBefore: Minor;
};

/** `none`: on Åland no card, in Sweden neither table nor decision (side income). */
export type TaxFacts =
  | { readonly kind: 'card'; readonly card: TaxCard }
  | { readonly kind: 'table'; readonly table: number; readonly column: TaxColumn }
  | { readonly kind: 'none' };

/**
 * `dependants`: the protected part is the table's; `reserved`: the order states it (in Sweden: what is always left);
 * `one-off`: of pay that does not come regularly, on Åland, a share without a protected part.
 */
export type Garnishment =
  | { readonly kind: 'dependants'; readonly dependants: number }
  | { readonly kind: 'reserved'; readonly reserved: Minor }
  | { readonly kind: 'one-off' };

/** What the employer has of its own; what is absent is taken from the averages of the book. */
export type EmployerFacts = {
  readonly pensionTotal?: Rate;
  readonly accident?: Rate;
  readonly groupLife?: Rate;
  /** Wages that this payer has paid this calendar year before this payment, to all its employees. */
  readonly paidBeforeThisYear?: Minor;
};

/** All that the law needs to make a payslip of the lines of pay. */
export type PayslipInput = {
  readonly country: Country;
  readonly paymentDate: Day;
  /** The days that the payslip is for. */
  readonly earned: Period;
  readonly birthDate: Day;
  /** From the agreement (`aktaLines`, `abLines`), from `givenLine`, and from `retroLines`. */
  readonly pay: readonly Line[];
  readonly benefits: readonly Line[];
  readonly tax: TaxFacts;
  readonly garnishment?: Garnishment | undefined;
  readonly employer: EmployerFacts;
  /** Union fees and the like, below zero; taken last, and of pay in money alone. */
  readonly deductions?: readonly Line[] | undefined;
  /** What was overpaid before, and how it is paid back; the law counts nothing on it. */
  readonly recovery?: Recovery | undefined;
  /** Sweden: of the month's pay that the reduction for the young counts, what earlier payments have used. */
  readonly paidBeforeThisMonth?: Minor | undefined;
  /** Sweden: whose pension agreement; AKAP-KR when absent. */
  readonly pensionAgreement?: 'akap-kr' | 'kap-kl' | undefined;
};

/** A payslip: the employee's lines sum to `net`, the employer's are what the payment costs beside. */
export type Payslip = {
  readonly lines: readonly Line[];
  readonly employer: readonly Line[];
  /** Pay and benefits. */
  readonly gross: Minor;
  /** What is paid out; below zero when the deductions are larger than the pay: an exception for an officer. */
  readonly net: Minor;
};
