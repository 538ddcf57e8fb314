import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';
import type { Batch } from '../batch.ts';
import type { PaymentState } from '../payment-state.ts';

type BatchKey = Pick<Batch, 'authority' | 'id'>;

/** A payment as it is kept: what is of the person is sealed. */
export type KeptPayment = {
  readonly place: number;
  readonly id: string;
  readonly endToEndId: string;
  readonly payee: PartyId | null;
  readonly sealed: string;
  readonly amount: number;
  readonly state: PaymentState;
  readonly reason: string | null;
};

const AT_A_TIME = 5000;

export async function insertPayments(
  tx: Tx,
  { authority, id }: BatchKey,
  payments: readonly Omit<KeptPayment, 'state' | 'reason'>[],
  at: Temporal.Instant,
): Promise<void> {
  for (let from = 0; from < payments.length; from += AT_A_TIME) {
    const rows = JSON.stringify(payments.slice(from, from + AT_A_TIME));
    await sql`
      insert into payments.payment (
        authority_id, batch_id, place, payment_id, end_to_end_id, payee, sealed, amount_minor, state, changed_at
      )
      select ${authority}::int, ${id}::uuid, p.place, p.id, p."endToEndId", p.payee, p.sealed, p.amount, 'waiting',
        ${at}::timestamptz
      from json_to_recordset(${rows}::json)
        as p(place int, id text, "endToEndId" text, payee uuid, sealed text, amount bigint)`.execute(tx);
  }
}

/** All of a batch, in the order of its file. */
export async function loadPayments(tx: Tx, { authority, id }: BatchKey): Promise<KeptPayment[]> {
  const rows = await tx
    .selectFrom('payments.payment')
    .select(['place', 'payment_id', 'end_to_end_id', 'payee', 'sealed', 'amount_minor', 'state', 'reason_code'])
    .where('authority_id', '=', authority)
    .where('batch_id', '=', id)
    .orderBy('place')
    .execute();
  return rows.map((row) => ({
    place: row.place,
    id: row.payment_id,
    endToEndId: row.end_to_end_id,
    payee: row.payee as PartyId | null,
    sealed: row.sealed,
    amount: Number(row.amount_minor),
    state: row.state as PaymentState, // the table's check holds the states
    reason: row.reason_code,
  }));
}

/** How many of each state, for each batch. */
export async function countStates(
  tx: Tx,
  authorities: readonly AuthorityId[],
  batches: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Partial<Record<PaymentState, number>>>>> {
  const found = new Map<string, Partial<Record<PaymentState, number>>>();
  if (batches.length === 0) return found;
  const rows = await tx
    .selectFrom('payments.payment')
    .select(['batch_id', 'state', sql<number>`count(*)::int`.as('payments')])
    .where('authority_id', 'in', authorities)
    .where('batch_id', 'in', batches)
    .groupBy(['batch_id', 'state'])
    .execute();
  for (const row of rows) {
    found.set(row.batch_id, { ...found.get(row.batch_id), [row.state as PaymentState]: row.payments });
  }
  return found;
}

/** Which batch each of a bank's references is of. */
export async function loadByEndToEnd(
  tx: Tx,
  authority: AuthorityId,
  endToEndIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (endToEndIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('payments.payment')
    .select(['end_to_end_id', 'batch_id'])
    .where('authority_id', '=', authority)
    .where('end_to_end_id', '=', sql<string>`any(${endToEndIds})`)
    .execute();
  return new Map(rows.map((row) => [row.end_to_end_id, row.batch_id]));
}

export type PaymentChange = { readonly place: number; readonly state: PaymentState; readonly reason: string | null };

/** What a bank has said of some payments of a batch. */
export async function showPaymentStates(
  tx: Tx,
  { authority, id }: BatchKey,
  changes: readonly PaymentChange[],
  at: Temporal.Instant,
): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    update payments.payment p set state = c.state, reason_code = c.reason, changed_at = ${at}::timestamptz
    from json_to_recordset(${JSON.stringify(changes)}::json) as c(place int, state text, reason text)
    where p.authority_id = ${authority}::int and p.batch_id = ${id}::uuid and p.place = c.place`.execute(tx);
}
