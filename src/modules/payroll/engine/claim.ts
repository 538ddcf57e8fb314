import type { Minor } from './amount.ts';
import type { LineCode } from './codes.ts';
import type { Day, Period } from './day.ts';
import type { Line } from './line.ts';

/** Pay that was not owed: below zero; above it where something else was owed instead. */
export type ClaimedPay = { readonly code: LineCode; readonly amount: Minor; readonly from: Day; readonly to: Day };

/**
 * What one payment was too much. On Åland the person pays back what they had in hand (net): tax, pension and
 * unemployment insurance come back from those who had them. In Sweden the withheld tax stays, and the gross is paid back.
 */
export type Claim = {
  /** When too much was paid, and the days that it was for. */
  readonly paymentDate: Day;
  readonly month: Period;
  readonly pay: readonly ClaimedPay[];
  readonly tax: Minor;
  readonly pension: Minor;
  readonly unemployment: Minor;
  /** What the payment cost the employer too much, below zero. */
  readonly employer: readonly { readonly code: LineCode; readonly amount: Minor }[];
  /** What the person pays back. */
  readonly net: Minor;
};

/** A part of a claim that is drawn from a month's pay; `reserved` is left to the person as in a garnishment. */
export type Draw = { readonly month: Period; readonly most: Minor; readonly reserved: Minor };

/** A part of a claim that the person has paid back on their own. */
export type Receipt = { readonly month: Period; readonly amount: Minor };

/** What a payslip books of overpayments; a claim and a receipt change nothing of what is paid out. */
export type Recovery = {
  readonly claims: readonly Claim[];
  readonly draws: readonly Draw[];
  readonly receipts: readonly Receipt[];
};

/** Whether a line books an overpayment, and so is no pay or deduction of the payment that it stands in. */
export function isRecovered({ rule }: Line): boolean {
  return rule === 'FI-RECOVERY' || rule === 'SE-RECOVERY';
}
