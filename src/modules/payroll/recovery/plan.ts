import type { Minor } from '../engine/amount.ts';
import type { Claim } from '../engine/claim.ts';
import type { Day } from '../engine/day.ts';

/** How something is paid back: a part of each month's pay, or what the person has paid in on a day. */
export type Plan =
  | { readonly way: 'pay'; readonly total: Minor; readonly monthly: Minor; readonly reserved: Minor }
  | { readonly way: 'own'; readonly total: Minor; readonly on: Day };

/** What is approved: a claim with its plan where there is one, or a plan for a claim that stands. */
export type RecoveryBody = { readonly decision: string } & (
  | { readonly kind: 'claim'; readonly run: string; readonly claim: Claim; readonly plan: Plan | null }
  | { readonly kind: 'plan'; readonly claim: Claim; readonly plan: Plan }
);
