import type { JWK } from 'jose';
import type { Tx } from '../../../kernel/database/connection.ts';

export type KeptKey = { readonly id: string; readonly publicJwk: JWK; readonly sealed: string };

/** The one that signs from now on. */
export async function loadCurrentKey(tx: Tx): Promise<KeptKey | undefined> {
  const row = await tx
    .selectFrom('signing.key')
    .select(['key_id', 'public_jwk', 'sealed'])
    .where('retired_at', 'is', null)
    .executeTakeFirst();
  return row && { id: row.key_id, publicJwk: row.public_jwk as JWK, sealed: row.sealed };
}

/** Also those that sign no more, the newest first. */
export async function loadPublicKeys(tx: Tx): Promise<JWK[]> {
  const rows = await tx.selectFrom('signing.key').select('public_jwk').orderBy('made_at', 'desc').execute();
  return rows.map((row) => row.public_jwk as JWK);
}
