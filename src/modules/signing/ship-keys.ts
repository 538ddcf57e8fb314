import type { Client } from 'pg';
import type { Secrets } from '../../kernel/secrets.ts';
import { makeKey } from './keys.ts';

/** Makes the first key; only the owner of the database writes keys. Of two starts at once one makes it. */
export async function shipSignatureKey(owner: Client, secrets: Secrets): Promise<void> {
  const { rowCount } = await owner.query('select from signing.key where retired_at is null');
  if (!rowCount) await insertKey(owner, secrets);
}

/**
 * A new key signs from now on; what the old ones have signed is verified as before.
 * @returns the new key's id
 */
export async function rotateSignatureKey(owner: Client, secrets: Secrets): Promise<string> {
  await owner.query('begin');
  try {
    await owner.query('update signing.key set retired_at = now() where retired_at is null');
    const id = await insertKey(owner, secrets);
    await owner.query('commit');
    return id;
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

async function insertKey(owner: Client, secrets: Secrets): Promise<string> {
  const { id, publicJwk, sealed } = await makeKey(secrets);
  await owner.query(
    `insert into signing.key (key_id, public_jwk, sealed, made_at) values ($1, $2, $3, now())
     on conflict ((true)) where retired_at is null do nothing`,
    [id, JSON.stringify(publicJwk), sealed],
  );
  return id;
}
