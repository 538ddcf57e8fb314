import type { AuthorityId } from '../../../kernel/ids.ts';
import type { Scope } from '../../../kernel/scope.ts';
import type { Secrets } from '../../../kernel/secrets.ts';
import { accountHint, loadPayer, type PaymentFault } from '../../payments/index.ts';
import { batchesOf, type PaidBatch } from '../store/pay-out.ts';
import type { RunRow } from '../store/run.ts';
import { askedOf } from './make-pay-out.ts';

export type PayOutView = {
  readonly authority: AuthorityId;
  /** From where it is paid: enough of it to see which account; null until somebody has said. */
  readonly from: string | null;
  readonly batches: readonly PaidBatch[];
  /** How many can be paid now. */
  readonly ready: number;
  /** Who waits, and why. */
  readonly waiting: readonly { readonly employee: string; readonly name: string; readonly fault: PaymentFault }[];
};

/** How far the payment of a run is that is in the ledger; null for one that is not. The caller has the right to read it. */
export async function readPayOut(scope: Scope, secrets: Secrets, run: RunRow): Promise<PayOutView | null> {
  if (run.state !== 'posted' && run.state !== 'closed') return null;
  const { authority, id } = run;
  return scope.read(async (tx) => {
    const [payer, batches] = await Promise.all([loadPayer(tx, authority), batchesOf(tx, authority, id)]);
    if (!payer) return { authority, from: null, batches, ready: 0, waiting: [] };
    const { faults, rows } = await askedOf(scope, tx, secrets, run, payer);
    const names = new Map(rows.map(({ employee, name }) => [employee, name]));
    const waiting = faults.map((one) => ({ employee: one.id, name: names.get(one.id) ?? '', fault: one.fault }));
    return { authority, from: accountHint(payer.debtor.account), batches, ready: rows.length - faults.length, waiting };
  });
}
