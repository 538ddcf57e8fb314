import { randomBytes } from 'node:crypto';
import pg from 'pg';

/**
 * Tells other processes that this one lives: an advisory lock on a connection of its own, which PostgreSQL lets go of
 * when the process dies. Whoever finds the lock free gives the dead process's jobs back at once.
 */
export type Liveness = { register(workerId: string): Promise<void>; stop(): Promise<void> };

export async function liveProcess(connectionString: string, pool: pg.Pool): Promise<Liveness> {
  const key = randomBytes(8).readBigInt64LE();
  const client = new pg.Client({ connectionString, keepAlive: true });
  client.on('error', () => undefined);
  await client.connect();
  await client.query('select pg_advisory_lock($1)', [key.toString()]);
  return {
    register: async (workerId) => {
      await pool.query('insert into kernel.job_worker (worker_id, process_key) values ($1, $2)', [
        workerId,
        key.toString(),
      ]);
    },
    stop: async () => {
      await pool.query('delete from kernel.job_worker where process_key = $1', [key.toString()]).catch(() => undefined);
      await client.end().catch(() => undefined);
    },
  };
}

/** @returns how many processes were found dead, and their jobs given back */
export async function freeJobsOfDeadWorkers(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ freed: number }>('select kernel.free_jobs_of_dead_workers() as freed');
  return rows[0]?.freed ?? 0;
}
