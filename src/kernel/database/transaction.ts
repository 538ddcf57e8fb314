import type { Pool } from 'pg';
import { FencedConnection, type Tx } from './connection.ts';
import { type Fence, fenceSql, type Mode } from './fence.ts';

/**
 * Runs `work` inside one fenced transaction. The fence travels in the same round trip as the first statement.
 * A read's commit is sent and not awaited: the next user of the connection queues behind it. A write's commit is awaited
 * and its tag checked, since a commit after a failed statement answers ROLLBACK without an error.
 * Await nothing but the database inside `work`.
 * @throws whatever `work` throws, after a rollback
 */
export async function inTransaction<T>(pool: Pool, fence: Fence, mode: Mode, work: (tx: Tx) => Promise<T>): Promise<T> {
  const opening = fenceSql(fence, mode);
  const client = await pool.connect();
  const onError = () => undefined; // a socket error while checked out must not end the process
  client.on('error', onError);
  const fenced = client.query(opening);
  fenced.catch(() => undefined);
  const connection = new FencedConnection(client, fenced);
  const free = (error?: Error) => {
    client.off('error', onError);
    client.release(error ?? connection.broken);
  };

  let result: T;
  try {
    result = await work(connection.transaction());
    if (connection.inFlight > 0) throw new Error('a statement was left running when the scope ended');
    await fenced;
  } catch (error) {
    connection.closed = true;
    await fenced.then(() => client.query('rollback')).then(() => free(), free);
    throw error;
  }

  connection.closed = true;
  const commit = client.query('commit');
  if (mode === 'read') {
    commit.catch(() => undefined);
    free();
    return result;
  }
  let tag: string;
  try {
    tag = (await commit).command;
  } catch (error) {
    free(error as Error);
    throw error;
  }
  free();
  if (tag !== 'COMMIT') throw new Error('the transaction was rolled back: a failed statement was overlooked');
  return result;
}
