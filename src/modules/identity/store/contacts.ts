import type { Tx } from '../../../kernel/database/connection.ts';
import type { PartyId } from '../../../kernel/ids.ts';

/** Addresses are sealed. */
export type ContactRow = {
  readonly address: string | null;
  readonly verifiedAt: Temporal.Instant | null;
  readonly claim: { readonly id: string; readonly address: string; readonly until: Temporal.Instant } | null;
};

export async function loadContact(tx: Tx, party: PartyId): Promise<ContactRow | undefined> {
  const row = await tx
    .selectFrom('identity.contact')
    .select(['address', 'verified_at', 'claim_id', 'claimed_address', 'claimed_until'])
    .where('party_id', '=', party)
    .where('channel', '=', 'email')
    .executeTakeFirst();
  if (!row) return undefined;
  const { claim_id: id, claimed_address: address, claimed_until: until } = row;
  return {
    address: row.address,
    verifiedAt: row.verified_at,
    claim: id !== null && address !== null && until !== null ? { id, address, until } : null,
  };
}

export async function putClaim(
  tx: Tx,
  party: PartyId,
  claim: { readonly id: string; readonly address: string; readonly until: Temporal.Instant },
): Promise<void> {
  const values = { claim_id: claim.id, claimed_address: claim.address, claimed_until: claim.until };
  await tx
    .insertInto('identity.contact')
    .values({ party_id: party, channel: 'email', ...values })
    .onConflict((conflict) => conflict.columns(['party_id', 'channel']).doUpdateSet(values))
    .execute();
}

export async function putVerified(tx: Tx, party: PartyId, address: string, at: Temporal.Instant): Promise<void> {
  const values = { address, verified_at: at, claim_id: null, claimed_address: null, claimed_until: null };
  await tx
    .insertInto('identity.contact')
    .values({ party_id: party, channel: 'email', ...values })
    .onConflict((conflict) => conflict.columns(['party_id', 'channel']).doUpdateSet(values))
    .execute();
}

export async function deleteContact(tx: Tx, party: PartyId): Promise<void> {
  await tx.deleteFrom('identity.contact').where('party_id', '=', party).where('channel', '=', 'email').execute();
}
