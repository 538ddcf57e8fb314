/** What the bank has said of a payment; `waiting`: nothing yet, or nothing that settles it. */
export type PaymentState = 'waiting' | 'accepted' | 'paid' | 'rejected' | 'returned';

/** What a bank's message says of one payment: `returned` came back after it was paid. */
export type Told = { readonly state: Exclude<PaymentState, 'waiting'>; readonly reason: string | null };

/**
 * Messages come late and in any order. What says more wins: paid over accepted, a no over a yes, a return over all. A bank
 * that rejects what it has booked has returned it.
 */
const next = {
  waiting: { accepted: 'accepted', paid: 'paid', rejected: 'rejected', returned: 'returned' },
  accepted: { accepted: 'accepted', paid: 'paid', rejected: 'rejected', returned: 'returned' },
  paid: { accepted: 'paid', paid: 'paid', rejected: 'returned', returned: 'returned' },
  rejected: { accepted: 'rejected', paid: 'rejected', rejected: 'rejected', returned: 'returned' },
  returned: { accepted: 'returned', paid: 'returned', rejected: 'returned', returned: 'returned' },
} as const satisfies Record<PaymentState, Record<Told['state'], PaymentState>>;

/** The state after the message. */
export function afterMessage(before: PaymentState, told: Told['state']): PaymentState {
  return next[before][told];
}
