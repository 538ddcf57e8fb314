import type { Task } from '../../kernel/authority.ts';
import type { AuthorityId } from '../../kernel/ids.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import type { Secrets } from '../../kernel/secrets.ts';
import { type Standing, standing } from '../approvals/index.ts';
import { protectedAmong } from '../identity/index.ts';
import { accountHint } from './account.ts';
import { openPayment } from './content.ts';
import type { PaymentState } from './payment-state.ts';
import { type BatchKey, findBatch } from './release.ts';
import { type KeptBatch, loadBatches } from './store/batches.ts';
import { countStates, loadPayments } from './store/payments.ts';
import { loadReceipts, type Receipt } from './store/receipts.ts';
import { tellPayees } from './tell-payees.ts';

export type Counts = Readonly<Partial<Record<PaymentState, number>>>;
export type BatchLine = { readonly batch: KeptBatch; readonly counts: Counts };
/** Where a bank's answer can be taken in: an authority and a task that the reader has. */
export type Office = { readonly authority: AuthorityId; readonly task: Task };

export type PayOuts = {
  readonly batches: readonly BatchLine[];
  readonly receipts: readonly Receipt[];
  readonly offices: readonly Office[];
};

const BATCHES_MOST = 100;
const RECEIPTS_MOST = 20;
const PAYMENTS_MOST = 500;

/**
 * The batches of all authorities whose task the reader has, and what banks have answered.
 * @throws Refusal not-allowed
 */
export async function ownPayOuts(scope: Scope): Promise<PayOuts> {
  await permit(scope, 'payment.read', {});
  const offices = officesOf(scope);
  const authorities = [...new Set(offices.map(({ authority }) => authority))];
  if (authorities.length === 0) return { batches: [], receipts: [], offices };
  const [kept, receipts] = await scope.read((tx) =>
    Promise.all([loadBatches(tx, authorities, BATCHES_MOST), loadReceipts(tx, authorities, RECEIPTS_MOST)]),
  );
  const own = kept.filter((batch) =>
    offices.some((one) => one.authority === batch.authority && one.task === batch.task),
  );
  const counts = await scope.read((tx) =>
    countStates(
      tx,
      authorities,
      own.map(({ id }) => id),
    ),
  );
  return { batches: own.map((batch) => ({ batch, counts: counts.get(batch.id) ?? {} })), receipts, offices };
}

export type SeenPayment = {
  readonly place: number;
  /** Null for a protected identity. */
  readonly name: string | null;
  readonly accountHint: string;
  readonly amount: number;
  readonly state: PaymentState;
  readonly reason: string | null;
};

export type SeenBatch = {
  readonly batch: KeptBatch;
  readonly stands: Standing | null;
  readonly counts: Counts;
  /** What the bank has not paid first; at most so many are shown. */
  readonly payments: readonly SeenPayment[];
};

/**
 * A batch with its payments. Whoever is named in it finds in their log that an official has looked.
 * @throws Refusal not-found | not-allowed
 */
export async function openPayOut(scope: Scope, secrets: Secrets, key: BatchKey): Promise<SeenBatch> {
  const batch = await findBatch(scope, key);
  const { authority, id, request, digest } = batch;
  const { basis } = await permit(scope, 'payment.read', { authority, task: batch.task });
  const [payments, stands] = await scope.read((tx) =>
    Promise.all([
      loadPayments(tx, batch),
      request === null ? null : standing(tx, { authority, request, digest }, scope.now),
    ]),
  );
  const counts: Partial<Record<PaymentState, number>> = {};
  for (const { state } of payments) counts[state] = (counts[state] ?? 0) + 1;
  const troubled = (state: PaymentState) => (state === 'rejected' || state === 'returned' ? 0 : 1);
  const shown = payments
    .toSorted((a, b) => troubled(a.state) - troubled(b.state) || a.place - b.place)
    .slice(0, PAYMENTS_MOST);
  await tellPayees(
    scope,
    authority,
    shown.map(({ payee }) => payee),
    basis,
  );
  const kept = await protectedAmong(
    scope,
    shown.map(({ payee }) => payee),
  );
  return {
    ...{ batch, stands, counts },
    payments: shown.map((sealed) => {
      const { name, account, amount } = openPayment(secrets, id, sealed);
      const { place, state, reason, payee } = sealed;
      return { place, name: kept.has(payee) ? null : name, accountHint: accountHint(account), amount, state, reason };
    }),
  };
}

function officesOf({ actor }: Scope): readonly Office[] {
  if (actor.kind !== 'official') return [];
  const all = actor.grants
    .filter(({ role }) => role === 'case-officer')
    .flatMap(({ authority, tasks }) => tasks.map((task) => ({ authority, task })));
  return [...new Map(all.map((one) => [`${one.authority} ${one.task}`, one])).values()];
}
