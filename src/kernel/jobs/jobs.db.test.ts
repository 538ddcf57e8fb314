import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import { type AuthorityId, newId, type PartyId } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import type { Scope } from '../scope.ts';
import { type Jobs, startJobs } from './runner.ts';
import { on, type Subscription } from './subscription.ts';

declare module '../outbox.ts' {
  interface Events {
    'test.happened': { readonly number: number };
  }
}

const db = database();
const sottunga = 2480766 as AuthorityId;
const silent = pino({ level: 'silent' });
let jobs: Jobs | undefined;

function scope(): Scope {
  return db.scopes({
    actor: { kind: 'system', name: 'test' },
    room: 'worker',
    fence: { authorities: [sottunga], parties: [] },
  });
}

function happened(number: number): Promise<void> {
  const happening = scope();
  return happening.write((tx) =>
    happening.publish(tx, { kind: 'test.happened', authorities: [sottunga], parties: [], number }),
  );
}

async function run(subscriptions: readonly Subscription[]): Promise<void> {
  jobs = await startJobs({
    workerUrl: db.urls.worker,
    makeScope: db.scopes,
    subscriptions,
    schedules: [],
    log: silent,
  });
}

async function until(done: () => boolean | Promise<boolean>, milliseconds = 60_000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!(await done())) {
    if (performance.now() > end) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

beforeAll(async () => {
  await db.sql('create table kernel.test_step (event_id uuid, step int, primary key (event_id, step))');
  await db.sql('grant select, insert on kernel.test_step to worker');
});
beforeEach(() => db.sql('delete from kernel.test_step'));
afterEach(async () => {
  await jobs?.stop();
  jobs = undefined;
  await db.sql('delete from graphile_worker._private_jobs');
});

test('each subscription gets the event once, behind the event’s own fence', async () => {
  const got: string[] = [];
  await run([
    on('test.happened', 'test.first', async (s, event) => {
      got.push(`first ${event.number} ${s.fence.authorities} ${s.room}`);
    }),
    on('test.happened', 'test.second', async (_s, event) => {
      got.push(`second ${event.number}`);
    }),
  ]);
  await happened(7);
  jobs?.poke();
  await until(() => got.length === 2);
  expect(got.sort()).toEqual([`first 7 ${sottunga} worker`, 'second 7']);
  expect(await db.sql('select * from kernel.outbox')).toEqual([]);
});

test('a write that fails publishes nothing', async () => {
  const failing = scope();
  await expect(
    failing.write(async (tx) => {
      await failing.publish(tx, { kind: 'test.happened', authorities: [], parties: [], number: 1 });
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  expect(await db.sql('select * from kernel.outbox')).toEqual([]);
});

test('a job that fails is tried again later, and says why without data', async () => {
  await run([
    on('test.happened', 'test.fails', async () => {
      throw new Refusal('unavailable', 'test.away', { secret: 'Anna' });
    }),
  ]);
  await happened(1);
  jobs?.poke();
  type Job = { attempts: number; last_error: string; waits: boolean };
  let row: Job | undefined;
  await until(async () => {
    [row] = await db.sql<Job>(
      `select attempts, last_error, run_at > created_at + interval '1 second' as waits
       from graphile_worker._private_jobs where last_error is not null`,
    );
    return row !== undefined;
  });
  expect(row).toMatchObject({ attempts: 1, waits: true });
  expect(row?.last_error).toContain('unavailable: test.away');
  expect(row?.last_error).not.toContain('Anna');
});

test('a job that has used up its attempts is a dead letter, which the operator can give them again', async () => {
  let broken = true;
  let handled = 0;
  await run([
    on(
      'test.happened',
      'test.dies',
      async () => {
        if (broken) throw new Error('broken');
        handled++;
      },
      1,
    ),
  ]);
  await happened(1);
  jobs?.poke();
  const official = db.pools.official;
  type Letter = { job_id: bigint; task: string; last_error: string };
  let letters: Letter[] = [];
  await until(async () => {
    letters = (await official.query<Letter>('select * from kernel.dead_letters(0, 50)')).rows;
    return letters.length === 1;
  });
  expect(letters[0]).toMatchObject({ task: 'test.dies', last_error: expect.stringContaining('broken') });
  broken = false;
  const { rows } = await official.query('select kernel.retry_dead_letter($1) as again', [String(letters[0]?.job_id)]);
  expect(rows).toEqual([{ again: true }]);
  await until(() => handled === 1);
});

test('a worker killed before, between and after the steps of a job leaves each step done once', async () => {
  const program = fileURLToPath(new URL('../../../test/programs/job-worker.ts', import.meta.url));
  const STATEMENTS = 12; // more than the job sends: the last rounds are not killed
  await happened(1);
  let deaths = 0;
  for (let dieAt = 1; dieAt <= STATEMENTS; dieAt++) {
    const child = spawn(process.execPath, [program], {
      env: { ...process.env, WORKER_URL: db.urls.worker, DIE_AT: String(dieAt), EXPECT: String(dieAt * 3) },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const signal = await new Promise((resolve) => child.once('exit', (_code, by) => resolve(by)));
    if (signal === 'SIGKILL') deaths++;
    await happened(dieAt + 1);
  }
  expect(deaths).toBeGreaterThanOrEqual(8);
  const events = STATEMENTS + 1;
  const last = spawn(process.execPath, [program], {
    env: { ...process.env, WORKER_URL: db.urls.worker, DIE_AT: '0', EXPECT: String(events * 3) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await new Promise((resolve) => last.once('exit', resolve));
  const steps = await db.sql<{ events: bigint; steps: bigint }>(
    'select count(distinct event_id) as events, count(*) as steps from kernel.test_step',
  );
  expect(steps).toEqual([{ events: BigInt(events), steps: BigInt(events * 3) }]);
}, 600_000);

test('the payload of a job holds ids only', async () => {
  const party = newId<PartyId>();
  const told = scope();
  await told.write((tx) =>
    told.publish(tx, { kind: 'test.happened', authorities: [sottunga], parties: [party], number: 3 }),
  );
  const [row] = await db.sql<{ body: object }>('select body from kernel.outbox');
  expect(row?.body).toEqual({ authorities: [sottunga], parties: [party], number: 3 });
  await db.sql('delete from kernel.outbox');
});
