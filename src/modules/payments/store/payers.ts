import { sql } from 'kysely';
import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId, PartyId } from '../../../kernel/ids.ts';
import type { Scheme } from '../account.ts';
import type { Debtor } from '../batch.ts';

/** From which account an authority pays. */
export type Payer = {
  readonly authority: AuthorityId;
  readonly scheme: Scheme;
  readonly debtor: Debtor;
};

export async function loadPayer(tx: Tx, authority: AuthorityId): Promise<Payer | undefined> {
  const { rows } = await sql<Payer>`
    select authority_id as authority, scheme, debtor from payments.payer where authority_id = ${authority}`.execute(tx);
  return rows[0];
}

export async function keepPayer(
  tx: Tx,
  { authority, scheme, debtor }: Payer,
  by: { readonly party: PartyId | null; readonly name: string },
  at: Temporal.Instant,
): Promise<void> {
  await sql`
    insert into payments.payer as p (authority_id, scheme, debtor, changed_at, changed_by, changer_name)
    values (${authority}, ${scheme}, ${JSON.stringify(debtor)}::jsonb, ${at.toString()}::timestamptz, ${by.party}::uuid, ${by.name})
    on conflict (authority_id) do update set scheme = excluded.scheme, debtor = excluded.debtor,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by, changer_name = excluded.changer_name`.execute(
    tx,
  );
}
