import type { Task } from '../../kernel/authority.ts';
import { bankingDayOnOrAfter, isBankingDay } from '../../kernel/calendar/banking-days.ts';
import { dateIn } from '../../kernel/calendar/format.ts';
import type { Tx } from '../../kernel/database/connection.ts';
import { type AuthorityId, derivedId, newId, type PartyId } from '../../kernel/ids.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Permit, Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { type Account, type AccountFault, accountText, readAccount, type Scheme } from './account.ts';
import { type Batch, currencyOf, type Debtor, type PainFormat, type Payment, type Purpose, totalOf } from './batch.ts';
import { fileOf, sealPayment } from './content.ts';
import { bankText } from './iso20022/characters.ts';
import { payableAccounts } from './payable.ts';
import { insertBatch, type KeptBatch } from './store/batches.ts';
import { insertPayments } from './store/payments.ts';

/** A payment as a module asks for it. */
export type AskedPayment = {
  /** In the module that asks; unique in the batch, at most 100 characters. */
  readonly id: string;
  /** The person: the account must then be theirs as approved here (`changeAccount`). Null: the caller answers for it. */
  readonly payee: PartyId | null;
  readonly name: string;
  /** As typed: IBAN, Swedish clearing and number, or `bg 123-4567`. Null: the payee's own, as approved. */
  readonly account: string | null;
  /** In minor units, above zero. */
  readonly amount: number;
  /** What the payee reads on their statement. */
  readonly reference: string;
};

export type BatchRequest = {
  readonly authority: AuthorityId;
  readonly task: Task;
  readonly purpose: Purpose;
  readonly scheme: Scheme;
  readonly format?: PainFormat;
  readonly debtor: Omit<Debtor, 'account' | 'customerId'> & { readonly account: string; readonly customerId?: string };
  readonly executionDate: Temporal.PlainDate;
  readonly payments: readonly AskedPayment[];
};

export type PaymentFault =
  | AccountFault
  | 'amount'
  | 'name'
  | 'id-twice'
  | 'no-account'
  | 'account-awaits'
  | 'account-waits-a-day'
  | 'account-not-approved';

/** A payment that can not be made, and why; the others can. */
export type FaultyPayment = { readonly id: string; readonly fault: PaymentFault };

const MOST_MINOR = 99_999_999_999;
const PAYMENTS_MOST = 100_000;

/**
 * Which payments can not be made as asked, each with its reason: for who would keep them apart and let the rest go on.
 * An empty list is what `openBatch` asks for.
 */
export async function faultsOf(tx: Tx, secrets: Secrets, request: BatchRequest): Promise<readonly FaultyPayment[]> {
  return (await prepare(tx, secrets, request)).faults;
}

/**
 * A batch in the caller's transaction, with the digest to be approved. Nothing of it can be changed; a mistake is a new
 * batch.
 * @param permitted the yes to `payment.prepare` at the authority
 * @throws Refusal invalid when a payment, the payer or the day can not be, or the file would break a bank's rule
 */
export async function openBatch(
  scope: Scope,
  tx: Tx,
  permitted: Permit,
  secrets: Secrets,
  request: BatchRequest,
): Promise<KeptBatch> {
  if (permitted.action !== 'payment.prepare') throw new TypeError('opening a batch needs a yes to payment.prepare');
  const { authority, task, purpose, scheme, executionDate, format = 'pain.001.001.09' } = request;
  const country = scheme === 'sepa' ? 'FI' : 'SE';
  if (request.payments.length === 0 || request.payments.length > PAYMENTS_MOST) {
    throw new Refusal('invalid', 'payments.batch.empty');
  }
  if (!isBankingDay(executionDate, country)) {
    const day = bankingDayOnOrAfter(executionDate, country).toString();
    throw new Refusal('invalid', 'payments.batch.no-banking-day', { next: day });
  }
  if (Temporal.PlainDate.compare(executionDate, dateIn(country, scope.now)) < 0) {
    throw new Refusal('invalid', 'payments.batch.day-has-been');
  }
  const account = readAccount(request.debtor.account, scheme);
  if (typeof account === 'string') throw new Refusal('invalid', 'payments.batch.debtor-account');
  const id = newId<string>();
  const { payments, faults } = await prepare(tx, secrets, request);
  const [fault] = faults;
  if (fault) {
    throw new Refusal('invalid', `payments.fault.${fault.fault}`, { payment: fault.id, faults: faults.length });
  }
  const { name, organisationNumber, bic, customerId = null } = request.debtor;
  const batch: Batch = {
    ...{ authority, id, messageId: id.replaceAll('-', ''), task, purpose, scheme, format, executionDate },
    ...{ currency: currencyOf[scheme], debtor: { name, organisationNumber, bic, customerId, account } },
    madeAt: scope.now.round('millisecond'),
    payments: payments.map((one) => ({ ...one, endToEndId: derivedId(id, one.id).replaceAll('-', '') })),
  };
  const { file, digest } = fileOf(batch);
  const { actor } = scope;
  const kept: KeptBatch = {
    ...batch,
    ...{ count: payments.length, total: totalOf(payments), digest, fileSha256: file.sha256 },
    ...{ madeBy: actor.kind === 'official' ? actor.party : null, makerName: 'name' in actor ? actor.name : '' },
    ...{ request: null, state: 'open', delivery: null, released: null },
  };
  await insertBatch(tx, kept);
  await insertPayments(
    tx,
    batch,
    batch.payments.map((one, index) => sealPayment(secrets, id, index + 1, one)),
    scope.now,
  );
  return kept;
}

type Prepared = {
  readonly payments: readonly Omit<Payment, 'endToEndId'>[];
  readonly faults: readonly FaultyPayment[];
};

async function prepare(tx: Tx, secrets: Secrets, request: BatchRequest): Promise<Prepared> {
  const { authority, scheme, executionDate } = request;
  const parties = [...new Set(request.payments.flatMap(({ payee }) => payee ?? []))];
  const approved = await payableAccounts(tx, secrets, { authority, parties, on: executionDate });
  const seen = new Set<string>();
  const payments: Omit<Payment, 'endToEndId'>[] = [];
  const faults: FaultyPayment[] = [];
  for (const one of request.payments) {
    const twice = seen.has(one.id);
    seen.add(one.id);
    const account = twice ? 'id-twice' : accountFor(one, scheme, approved);
    const fault = typeof account === 'string' ? account : faultIn(one);
    if (fault !== null) faults.push({ id: one.id, fault });
    else if (typeof account !== 'string') {
      const { id, payee, name, amount, reference } = one;
      payments.push({ id, payee, name, account, amount, reference });
    }
  }
  return { payments, faults };
}

function faultIn({ amount, name }: AskedPayment): PaymentFault | null {
  if (!Number.isSafeInteger(amount) || amount <= 0 || amount > MOST_MINOR) return 'amount';
  return bankText(name, 70) === '' ? 'name' : null;
}

/** The account that a payment goes to: the payee's own as approved, or what the caller names when it answers for it. */
function accountFor(
  { payee, account: typed }: AskedPayment,
  scheme: Scheme,
  approved: Awaited<ReturnType<typeof payableAccounts>>,
): Account | PaymentFault {
  const named = typed === null ? null : readAccount(typed, scheme);
  if (typeof named === 'string') return named;
  if (payee === null) return named ?? 'no-account';
  const own = approved.get(payee);
  if (own === undefined) return 'no-account';
  if (own.account === null) return own.why;
  if (named !== null && accountText(named) !== accountText(own.account)) return 'account-not-approved';
  return own.scheme === scheme ? own.account : 'not-an-account';
}
