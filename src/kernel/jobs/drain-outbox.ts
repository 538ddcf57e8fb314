import type { Pool } from 'pg';
import type { Subscription } from './subscription.ts';

const BATCH = 500;

type Row = { event_id: string; kind: string; body: Record<string, unknown> };

/**
 * Turns waiting events into one job for each subscription, in the order they happened, and takes them out of the outbox
 * in the same transaction. Several processes may drain at once.
 * @returns how many events were taken
 */
export async function drainOutbox(pool: Pool, subscriptions: readonly Subscription[]): Promise<number> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const { rows } = await client.query<Row>({
      name: 'outbox-take',
      text: 'select event_id, kind, body from kernel.outbox order by event_id limit $1 for update skip locked',
      values: [BATCH],
    });
    const jobs = rows.flatMap((row) =>
      subscriptions
        .filter((subscription) => subscription.kind === row.kind)
        .map((subscription) => ({
          identifier: subscription.name,
          payload: { event: row.event_id, kind: row.kind, body: row.body },
          max_attempts: subscription.maxAttempts,
          job_key: `${subscription.name}:${row.event_id}`,
        })),
    );
    if (jobs.length > 0) {
      await client.query({
        name: 'outbox-add-jobs',
        text: `select count(*) from graphile_worker.add_jobs(
          array(select s from json_populate_recordset(null::graphile_worker.job_spec, $1::json) s))`,
        values: [JSON.stringify(jobs)],
      });
    }
    if (rows.length > 0) {
      await client.query({
        name: 'outbox-done',
        text: 'delete from kernel.outbox where event_id = any ($1::uuid[])',
        values: [rows.map((row) => row.event_id)],
      });
    }
    await client.query('commit');
    return rows.length;
  } catch (error) {
    broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
}
