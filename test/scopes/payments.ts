import { derivedId } from '../../src/kernel/ids.ts';
import * as accounts from '../../src/modules/payments/store/accounts.ts';
import * as batches from '../../src/modules/payments/store/batches.ts';
import * as payers from '../../src/modules/payments/store/payers.ts';
import * as payments from '../../src/modules/payments/store/payments.ts';
import * as receipts from '../../src/modules/payments/store/receipts.ts';
import { fenced, type StatementsOf } from './statement.ts';
import { digest, now, today, type World } from './worlds.ts';

const office = { official: 'authority', worker: 'authority' } as const;
const jobs = { worker: 'authority' } as const;
const key = (w: World) => ({ authority: w.authority, id: w.batch });
const payerOf = (authority: World['authority']): payers.Payer => ({
  ...{ authority, scheme: 'sepa' },
  debtor: {
    ...{ name: 'x', organisationNumber: '1', bic: 'x', customerId: null },
    account: { kind: 'iban', iban: 'x' },
  },
});
const newBatch = derivedId('new batch');

const forBatches: StatementsOf<typeof batches> = {
  insertBatch: fenced(office, (tx, w) =>
    batches.insertBatch(tx, {
      ...{ authority: w.authority, id: newBatch, messageId: 'new', task: 'payroll', purpose: 'salary', scheme: 'sepa' },
      ...{ format: 'pain.001.001.03', currency: 'EUR', executionDate: today, madeAt: now, count: 1, total: 1 },
      debtor: {
        ...{ name: 'x', organisationNumber: '1', bic: 'x', customerId: null },
        account: { kind: 'iban', iban: 'x' },
      },
      ...{
        digest,
        fileSha256: digest,
        madeBy: w.party,
        makerName: 'x',
        request: null,
        state: 'open',
        delivery: null,
        released: null,
      },
    }),
  ),
  loadBatch: fenced(office, (tx, w) => batches.loadBatch(tx, w.authority, w.batch)),
  lockBatch: fenced(office, (tx, w) => batches.lockBatch(tx, w.authority, w.batch)),
  loadBatches: fenced(office, (tx, w) => batches.loadBatches(tx, [w.authority], 10)),
  loadBatchIdsByMessage: fenced(office, async (tx, w) => [
    ...(await batches.loadBatchIdsByMessage(tx, w.authority, [w.batch.slice(-12)])),
  ]),
  markProposed: fenced(office, (tx, w) => batches.markProposed(tx, key(w), w.approval)),
  markSent: fenced(
    { official: 'authority' },
    (tx, w) => batches.markSent(tx, key(w), newBatch),
    `update payments.batch set state = 'released', released_at = now() where authority_id = $1`,
  ),
  markReleased: fenced(
    office,
    (tx, w) => batches.markReleased(tx, key(w), { party: w.party, name: 'x' }, now),
    `update payments.batch set state = 'proposed', released_at = null where authority_id = $1`,
  ),
};

const forPayments: StatementsOf<typeof payments> = {
  insertPayments: fenced(office, (tx, w) =>
    payments.insertPayments(
      tx,
      key(w),
      [{ place: 2, id: 'p2', endToEndId: 'new', payee: w.party, sealed: 'x', amount: 1 }],
      now,
    ),
  ),
  loadPayments: fenced(office, (tx, w) => payments.loadPayments(tx, key(w))),
  countStates: fenced(office, async (tx, w) => [...(await payments.countStates(tx, [w.authority], [w.batch]))]),
  loadByEndToEnd: fenced(office, async (tx, w) => [
    ...(await payments.loadByEndToEnd(tx, w.authority, [w.batch.slice(-12)])),
  ]),
  showPaymentStates: fenced(office, (tx, w) =>
    payments.showPaymentStates(tx, key(w), [{ place: 1, state: 'rejected', reason: 'AC04' }], now),
  ),
};

const forAccounts: StatementsOf<typeof accounts> = {
  insertAccount: fenced(office, (tx, w) =>
    accounts.insertAccount(tx, {
      ...{
        authority: w.authority,
        id: derivedId('new account'),
        party: w.party,
        sealed: 'x',
        hint: 'x',
        scheme: 'sepa',
      },
      ...{ task: 'payroll', digest, changes: false, request: w.approval, madeBy: w.party, madeAt: now },
      ...{ state: 'proposed', payableFrom: null },
    }),
  ),
  loadAccount: fenced(office, (tx, w) => accounts.loadAccount(tx, w.authority, w.account)),
  loadAccountsOf: fenced(office, (tx, w) => accounts.loadAccountsOf(tx, w.authority, [w.party])),
  loadAccountChanges: fenced(office, (tx, w) =>
    accounts.loadAccountChanges(tx, w.authority, 'payroll', Temporal.Instant.fromEpochMilliseconds(0), 10),
  ),
  settleAccount: fenced(jobs, (tx, w) =>
    accounts.settleAccount(tx, { authority: w.authority, id: w.account }, { approvedAt: now, payableFrom: today }),
  ),
};

const forReceipts: StatementsOf<typeof receipts> = {
  insertReceipt: fenced(office, (tx, w) =>
    receipts.insertReceipt(tx, {
      ...{ authority: w.authority, id: derivedId('new receipt'), sha256: 'b'.repeat(64), kind: 'camt.054' },
      ...{ bankMessageId: 'x', takenAt: now, taker: { party: w.party, name: 'x' } },
      counts: { told: 0, changed: 0, unknown: 0 },
    }),
  ),
  loadReceipts: fenced(office, (tx, w) => receipts.loadReceipts(tx, [w.authority], 10)),
};

const forPayers: StatementsOf<typeof payers> = {
  loadPayer: fenced(office, (tx, w) => payers.loadPayer(tx, w.authority)),
  keepPayer: fenced(office, (tx, w) => payers.keepPayer(tx, payerOf(w.authority), { party: w.party, name: 'x' }, now)),
};

export const paymentStatements = {
  'payments/store/payers.ts': forPayers,
  'payments/store/batches.ts': forBatches,
  'payments/store/payments.ts': forPayments,
  'payments/store/accounts.ts': forAccounts,
  'payments/store/receipts.ts': forReceipts,
};
