import type { Pool } from 'pg';
import { AtOnceConnection } from './at-once-connection.ts';
import { FencedConnection, type Tx, transactionOn } from './connection.ts';
import { type Fence, openingOf } from './fence.ts';
import { ReadConnection } from './read-connection.ts';
import { readsOf } from './reads.ts';

/**
 * Runs `work` as one transaction on a connection of its own, behind the fence, which travels in the same round trip as
 * the first statement. The commit is awaited and checked. Await nothing but the database inside `work`.
 * @throws whatever `work` throws, after a rollback
 */
export async function inTransaction<T>(pool: Pool, fence: Fence, work: (tx: Tx) => Promise<T>): Promise<T> {
  const opening = openingOf(fence, 'write').join(';');
  const client = await pool.connect();
  const connection = new FencedConnection(client, opening);
  try {
    const result = await work(transactionOn(connection));
    await connection.end();
    return result;
  } catch (error) {
    await connection.abandon();
    throw error;
  } finally {
    client.release(connection.broken);
  }
}

/**
 * The same for statements that need nothing of each other's answers: they leave in one package with their commit, and
 * come back in one. A connection is held from the write to the answer.
 * @throws whatever `work` throws: nothing is kept when it throws in the turn in which it asks, and all that was asked when
 * it throws after the answers; what must undo them fails by itself
 */
export async function inTransactionAtOnce<T>(pool: Pool, fence: Fence, work: (tx: Tx) => Promise<T>): Promise<T> {
  const connection = new AtOnceConnection(pool, openingOf(fence, 'write'));
  try {
    const result = await work(transactionOn(connection));
    await connection.end();
    return result;
  } finally {
    await connection.close();
  }
}

/**
 * Runs `work`, whose statements lie behind the fence: what it asks at once is a transaction, together with what others
 * ask behind the same fence in the same turn; what it asks after an answer is another. No connection is held between.
 */
export async function inRead<T>(pool: Pool, fence: Fence, work: (tx: Tx) => Promise<T>): Promise<T> {
  const connection = new ReadConnection(readsOf(pool), openingOf(fence, 'read'));
  try {
    const result = await work(transactionOn(connection));
    connection.end();
    return result;
  } finally {
    connection.close();
  }
}
