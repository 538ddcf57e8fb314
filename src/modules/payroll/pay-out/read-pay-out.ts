import type { AuthorityId } from '../../../kernel/ids.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Secrets } from '../../../kernel/secrets.ts';
import { accountHint, loadPayer, type PaymentFault } from '../../payments/index.ts';
import { asShown, mayRead, tellEmployees } from '../may-read.ts';
import { batchesOf, type PaidBatch } from '../store/pay-out.ts';
import type { RunRow } from '../store/run.ts';
import { askedOf } from './make-pay-out.ts';

export type PayOutView = {
  readonly authority: AuthorityId;
  /** From where it is paid: enough of it to see which account; null until somebody has said. */
  readonly from: string | null;
  readonly batches: readonly PaidBatch[];
  /** How many can be paid now, and how many wait. */
  readonly ready: number;
  readonly waits: number;
  /** The first of those who wait, and why. */
  readonly waiting: readonly { readonly employee: string; readonly name: string; readonly fault: PaymentFault }[];
};

const SHOWN = 100;

/**
 * How far the payment of a run is that is in the ledger; null for one that is not. Those whom it names find in their log
 * that an official has looked.
 * @throws Refusal not-allowed
 */
export async function readPayOut(scope: Scope, secrets: Secrets, run: RunRow): Promise<PayOutView | null> {
  if (run.state !== 'posted' && run.state !== 'closed') return null;
  const { authority, id } = run;
  const permitted = await mayRead(scope, authority);
  const [payer, batches] = await scope.read((tx) =>
    Promise.all([loadPayer(tx, authority), batchesOf(tx, authority, id)]),
  );
  if (!payer) return { authority, from: null, batches, ready: 0, waits: 0, waiting: [] };
  const { faults, rows } = await scope.read((tx) => askedOf(scope, tx, secrets, run, payer));
  const shown = faults.slice(0, SHOWN);
  const waiting = new Set(shown.map(({ id: employee }) => employee));
  const named = await asShown(
    scope,
    rows.filter(({ employee }) => waiting.has(employee)),
  );
  const people = new Map(named.map((row) => [row.employee, row]));
  const parties = shown.map((one) => people.get(one.id)?.party ?? null);
  await tellEmployees(scope, authority, parties, permitted);
  return {
    ...{ authority, from: accountHint(payer.debtor.account), batches },
    ...{ ready: rows.length - faults.length, waits: faults.length },
    waiting: shown.map((one) => ({ employee: one.id, name: people.get(one.id)?.name ?? '', fault: one.fault })),
  };
}
