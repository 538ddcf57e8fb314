import { bankingDayOnOrAfter } from '../../../kernel/calendar/banking-days.ts';
import { dateIn } from '../../../kernel/calendar/format.ts';
import type { Tx } from '../../../kernel/database/connection.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { permit, type Scope } from '../../../kernel/scope.ts';
import type { Secrets } from '../../../kernel/secrets.ts';
import { hasApprovers } from '../../approvals/index.ts';
import {
  type BatchRequest,
  type FaultyPayment,
  faultsOf,
  loadPayer,
  openBatch,
  type Payer,
  proposeRelease,
} from '../../payments/index.ts';
import type { RunKey } from '../run/handle-run.ts';
import { insertPayOuts, type UnpaidRow, unpaidOf } from '../store/pay-out.ts';
import { loadRun, loadRunEvents, type RunRow } from '../store/run.ts';

const DAYS_TO_APPROVE = 14;

/**
 * Makes the pay-out of what a run has put into the ledger and nobody has been paid yet, and asks the municipality to
 * approve its very file: not those who calculated or checked the run. Who has no account that may be paid to waits for
 * the next one.
 * @throws Refusal not-found | not-allowed | conflict when there is nothing to pay, or no account to pay from
 */
export async function makePayOut(scope: Scope, secrets: Secrets, { authority, run: id }: RunKey): Promise<string> {
  const permitted = await permit(scope, 'payment.prepare', { authority, task: 'payroll' });
  const [run, payer, events] = await scope.read((tx) =>
    Promise.all([loadRun(tx, authority, id), loadPayer(tx, authority), loadRunEvents(tx, authority, id)]),
  );
  if (!run) throw new Refusal('not-found', 'payroll.run.not-found');
  if (run.state !== 'posted') throw new Refusal('conflict', 'payroll.pay-out.not-posted');
  if (!payer) throw new Refusal('conflict', 'payroll.pay-out.no-payer');
  const batch = await scope.write(async (tx) => {
    const { request, faults, rows } = await askedOf(scope, tx, secrets, run, payer);
    const waiting = new Set(faults.map((one) => one.id));
    const payments = request.payments.filter((one) => !waiting.has(one.id));
    if (payments.length === 0) throw new Refusal('conflict', 'payroll.pay-out.nothing');
    const opened = await openBatch(scope, tx, permitted, secrets, { ...request, payments });
    const paid = rows.filter(({ employee }) => !waiting.has(employee));
    await insertPayOuts(tx, { authority, run: id, batch: opened.id }, paid.map(amountOf), scope.now);
    return opened.id;
  });
  const today = dateIn('SE', scope.now);
  const listed = await scope.read((tx) => hasApprovers(tx, authority, 'payroll', today));
  const handled = events.filter(({ kind }) => kind === 'calculation-asked' || kind === 'checked');
  await proposeRelease(
    scope,
    { authority, batch },
    {
      rule: { eyes: 2, named: listed, own: true },
      deadline: scope.now.add({ hours: 24 * DAYS_TO_APPROVE }),
      makers: [...new Set(handled.flatMap(({ by }) => by ?? []))],
    },
  );
  return batch;
}

export type AskedPayOut = {
  readonly request: BatchRequest;
  readonly faults: readonly FaultyPayment[];
  readonly rows: readonly UnpaidRow[];
};

/** What would be paid now, and who must wait and why. */
export async function askedOf(scope: Scope, tx: Tx, secrets: Secrets, run: RunRow, payer: Payer): Promise<AskedPayOut> {
  const rows = await unpaidOf(tx, run.authority, run.id);
  const { scheme, debtor } = payer;
  const country = scheme === 'sepa' ? 'FI' : 'SE';
  const [today, due] = [dateIn(country, scope.now), Temporal.PlainDate.from(run.paymentDate)];
  const day = Temporal.PlainDate.compare(due, today) < 0 ? today : due;
  const { name, organisationNumber, bic } = debtor;
  const request: BatchRequest = {
    ...{ authority: run.authority, task: 'payroll', purpose: 'salary', scheme },
    debtor: { name, organisationNumber, bic, account: typedAccount(payer) },
    executionDate: bankingDayOnOrAfter(day, country),
    payments: rows.map((row) => ({
      ...{ id: row.employee, payee: row.party, name: row.name, account: null, amount: Number(row.net) },
      reference: `Lön ${run.from.slice(0, 7)}`,
    })),
  };
  return { request, faults: await faultsOf(tx, secrets, request), rows };
}

function amountOf({ employee, net }: UnpaidRow): { readonly employee: string; readonly amount: number } {
  return { employee, amount: Number(net) };
}

function typedAccount({ debtor: { account } }: Payer): string {
  if (account.kind === 'iban') return account.iban;
  return account.kind === 'bban' ? `${account.clearing}${account.number}` : `bg ${account.number}`;
}
