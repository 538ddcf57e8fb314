import type { Pool, PoolClient } from 'pg';
import { breaksConnection, send } from './statement.ts';

/** A connection that several ask through at the same time. */
type Shared = {
  readonly client: Promise<PoolClient>;
  asking: number;
  /** What is asked in one turn of the event loop leaves in one write. */
  corked: boolean;
  broken: Error | undefined;
};

const shares = new WeakMap<Pool, Shared>();

/**
 * Asks one named statement outside any scope, for look-ups by key before somebody is known. Those who ask at the same
 * time share a connection, and what they ask follows each other on it without waiting: a page's time in the system and
 * in PostgreSQL goes to waking each other, and at 32 readers this halves it. For what is answered at once only: the
 * others wait behind it.
 */
export async function askTogether<Row>(
  pool: Pool,
  { name, text, values }: { readonly name: string; readonly text: string; readonly values: unknown[] },
): Promise<readonly Row[]> {
  let shared = shares.get(pool);
  if (!shared) {
    shared = { client: pool.connect(), asking: 0, corked: false, broken: undefined };
    shares.set(pool, shared);
  }
  shared.asking += 1;
  try {
    const client = await shared.client;
    cork(shared, client);
    const { rows } = await send(client, text, values, name);
    return rows;
  } catch (error) {
    if (breaksConnection(error)) {
      shared.broken ??= error as Error;
      if (shares.get(pool) === shared) shares.delete(pool);
    }
    throw error;
  } finally {
    shared.asking -= 1;
    if (shared.asking === 0) {
      if (shares.get(pool) === shared) shares.delete(pool);
      release(shared);
    }
  }
}

function cork(shared: Shared, { connection: { stream } }: PoolClient): void {
  if (shared.corked) return;
  shared.corked = true;
  stream.cork();
  setImmediate(() => {
    shared.corked = false;
    stream.uncork();
  });
}

function release({ client, broken }: Shared): void {
  client.then(
    (held) => held.release(broken),
    () => undefined, // it was never there, and everybody has been told
  );
}
