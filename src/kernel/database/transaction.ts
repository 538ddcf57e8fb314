import type { Pool } from 'pg';
import { FencedConnection, type Tx } from './connection.ts';
import { type Fence, fenceSql, type Mode } from './fence.ts';

/**
 * Runs `work` on a connection of its own, behind the fence, which travels in the same round trip as the first statement.
 * A write is one transaction, and its commit is awaited and checked; a read's commit travels with its statements.
 * Await nothing but the database inside `work`.
 * @throws whatever `work` throws, after a rollback
 */
export async function inTransaction<T>(pool: Pool, fence: Fence, mode: Mode, work: (tx: Tx) => Promise<T>): Promise<T> {
  const opening = fenceSql(fence, mode);
  const client = await pool.connect();
  const connection = new FencedConnection(client, opening, mode);
  try {
    const result = await work(connection.transaction());
    await connection.end();
    return result;
  } catch (error) {
    await connection.abandon();
    throw error;
  } finally {
    client.release(connection.broken);
  }
}
