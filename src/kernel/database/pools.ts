import pg from 'pg';
import { readsOf } from './reads.ts';
import { fieldTypes } from './values.ts';

/** One pool for each login role; none of them owns a table or passes by row-level security. */
export type Pools = {
  readonly official: pg.Pool;
  readonly resident: pg.Pool;
  readonly worker: pg.Pool;
  end(): Promise<void>;
};

/** Connection strings, one for each login role. */
export type PoolUrls = { readonly official: string; readonly resident: string; readonly worker: string };

export function makePool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    pipeline: true,
    types: fieldTypes,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    idleTimeoutMillis: 0, // a timer at each release, and a new connection after each lull
    // Statements of pages and jobs are short; one that is not is a defect, and must not hold a connection for ever.
    options: '-c statement_timeout=30000 -c idle_in_transaction_session_timeout=30000 -c timezone=UTC',
  });
  // A socket error would be an uncaught exception: of an idle client the pool's, of one in use the client's own.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** What residents ask is by key and answered at once; an official's search may take its time, and nobody waits behind it. */
const RESIDENTS_TOGETHER = 16;

/** @param size connections for each of the two web roles; the worker gets half */
export function makePools(urls: PoolUrls, size = 10): Pools {
  const official = makePool(urls.official, size);
  const resident = makePool(urls.resident, size);
  readsOf(resident, RESIDENTS_TOGETHER);
  const worker = makePool(urls.worker, Math.max(4, Math.floor(size / 2)));
  return {
    official,
    resident,
    worker,
    end: async () => {
      await Promise.all([official.end(), resident.end(), worker.end()]);
    },
  };
}
