import type { Task } from '../../kernel/authority.ts';
import type { AuthorityId, PartyId } from '../../kernel/ids.ts';
import type { Currency } from '../../kernel/money.ts';
import type { Account, Scheme } from './account.ts';

/** The message that the bank takes; a bank says which. */
export const painFormats = ['pain.001.001.03', 'pain.001.001.09'] as const;
export type PainFormat = (typeof painFormats)[number];

/** What the payments are, as the bank shows and prices them. */
export type Purpose = 'salary' | 'other';

/** Who pays. */
export type Debtor = {
  readonly name: string;
  /** FO-nummer, organisationsnummer: digits as the bank knows them. */
  readonly organisationNumber: string;
  readonly account: Account;
  readonly bic: string;
  /** The bank's own name for the payer in files (palvelutunnus, avtalsnummer), when it has given one. */
  readonly customerId: string | null;
};

export type Payment = {
  /** In the module that asks; unique in the batch. */
  readonly id: string;
  /** What comes back in the bank's answers. */
  readonly endToEndId: string;
  /** Whose account it must be, when the house keeps it. */
  readonly payee: PartyId | null;
  readonly name: string;
  readonly account: Account;
  /** In minor units, above zero. */
  readonly amount: number;
  /** What the payee reads. */
  readonly reference: string;
};

/** What goes to the bank as one file. Nothing of it is changed once it is opened. */
export type Batch = {
  readonly authority: AuthorityId;
  readonly id: string;
  readonly messageId: string;
  readonly task: Task;
  readonly purpose: Purpose;
  readonly scheme: Scheme;
  readonly format: PainFormat;
  readonly currency: Currency;
  readonly debtor: Debtor;
  /** When the money is to leave: a banking day. */
  readonly executionDate: Temporal.PlainDate;
  readonly madeAt: Temporal.Instant;
  readonly payments: readonly Payment[];
};

export const currencyOf = { sepa: 'EUR', sweden: 'SEK' } as const satisfies Record<Scheme, Currency>;

export function totalOf(payments: readonly Pick<Payment, 'amount'>[]): number {
  return payments.reduce((sum, { amount }) => sum + amount, 0);
}
