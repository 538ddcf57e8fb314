// A process that runs one job of three steps and kills itself before the statement whose number is DIE_AT (0: never).
// It ends when EXPECT steps are done.
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import type { PoolClient } from 'pg';
import { pino } from 'pino';
import { makePools } from '../../src/kernel/database/pools.ts';
import { startJobs } from '../../src/kernel/jobs/runner.ts';
import { on } from '../../src/kernel/jobs/subscription.ts';
import { type Scope, scopeMaker } from '../../src/kernel/scope.ts';
import { everybodyMay } from '../everybody-may.ts';

declare module '../../src/kernel/outbox.ts' {
  interface Events {
    'test.happened': { readonly number: number };
  }
}

const url = process.env.WORKER_URL ?? '';
const dieAt = Number(process.env.DIE_AT);
const pools = makePools({ official: url, resident: url, worker: url }, 4);

let sent = 0;
pools.worker.on('connect', (client: PoolClient) => {
  const query = client.query.bind(client);
  const counted = (...args: unknown[]) => {
    sent++;
    if (sent === dieAt) process.kill(process.pid, 'SIGKILL');
    return (query as (...all: unknown[]) => unknown)(...args);
  };
  Object.assign(client, { query: counted });
});

async function step(scope: Scope, event: string, number: number): Promise<void> {
  await scope.write(async (tx) => {
    await sql`insert into kernel.test_step (event_id, step) values (${event}, ${number}) on conflict do nothing`.execute(
      tx,
    );
  });
}

const jobs = await startJobs({
  workerUrl: url,
  makeScope: scopeMaker(pools, everybodyMay),
  log: pino({ level: 'silent' }),
  schedules: [],
  subscriptions: [
    on('test.happened', 'test.steps', async (scope, _event, run) => {
      await step(scope, run.event, 1);
      await step(scope, run.event, 2);
      await step(scope, run.event, 3);
    }),
  ],
});
jobs.poke();

const expected = Number(process.env.EXPECT);
for (const end = performance.now() + 120_000; performance.now() < end; await wait(50)) {
  const { rows } = await pools.official.query<{ n: number }>('select count(*)::int as n from kernel.test_step');
  if ((rows[0]?.n ?? 0) >= expected) break;
}
await jobs.stop();
await pools.end();
