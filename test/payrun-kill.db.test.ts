import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { employers, fillPayroll } from '../bench/harness/fill-payroll.ts';
import { connectAsOwner } from '../src/kernel/database/owner.ts';
import type { AuthorityId } from '../src/kernel/ids.ts';
import { askCalculation, openRun } from '../src/modules/payroll/index.ts';
import { database } from './database.ts';

const EMPLOYEES = 8_000;
const db = database();
const program = fileURLToPath(new URL('./programs/pay-worker.ts', import.meta.url));
let worker: ChildProcess | undefined;
let runs: { readonly authority: AuthorityId; readonly run: string }[];

function scope(authority: AuthorityId) {
  const fence = { authorities: [authority], parties: [] };
  return db.scopes({ actor: { kind: 'system', name: 'test' }, room: 'worker', fence });
}

function start(): void {
  worker = spawn(process.execPath, [program], {
    stdio: 'inherit',
    env: { ...process.env, WORKER_URL: db.urls.worker },
  });
}

async function kill(): Promise<void> {
  const running = worker;
  worker = undefined;
  if (!running || running.exitCode !== null) return;
  const ended = once(running, 'exit');
  running.kill('SIGKILL');
  await ended;
}

async function count(text: string): Promise<number> {
  const [row] = await db.sql<{ n: number }>(`select count(*)::int as n from ${text}`);
  return row?.n ?? 0;
}

/** Waits for it while the process works. */
async function until(is: () => Promise<boolean>): Promise<void> {
  for (const end = performance.now() + 300_000; performance.now() < end; await wait(20)) if (await is()) return;
  throw new Error('it did not happen in time');
}

/** Kills the process as often as there are marks, each time when so much is there, and lets it then finish. */
async function killedAt(marks: readonly number[], made: () => Promise<number>, all: number): Promise<number> {
  let kills = 0;
  start();
  for (const mark of marks) {
    await until(async () => (await made()) >= mark);
    await kill();
    if ((await made()) < all) kills++;
    start();
  }
  return kills;
}

const digests = () =>
  db.sql<{ run: string; digest: string }>(
    `select run_id::text as run, md5(string_agg(employee_id::text || held || lines::text || net, '' order by employee_id)) as digest
     from (select run_id, employee_id, coalesce(held, '') as held, lines, net from payroll.draft) d group by 1 order by 1`,
  );

beforeAll(async () => {
  const owner = await connectAsOwner(db.url);
  await fillPayroll(owner, EMPLOYEES, ['2026-03', '2026-04']);
  await owner.end();
  const month = { from: '2026-04-01', to: '2026-04-30' };
  runs = [];
  for (const authority of employers as AuthorityId[]) {
    const run = await openRun(scope(authority), authority, { kind: 'regular', month, paymentDate: '2026-04-30' });
    await askCalculation(scope(authority), { authority, run });
    runs.push({ authority, run });
  }
});

afterAll(kill);

test('killed in the middle of its calculation and started again, every run is complete, and each payslip made once', async () => {
  const drafts = () => count('payroll.draft');
  const kills = await killedAt([500, 2_500, 4_500, 6_500], drafts, EMPLOYEES);
  expect(kills).toBeGreaterThanOrEqual(3);
  await until(async () => (await count(`payroll.run where state = 'calculated'`)) === employers.length);
  await kill();

  expect(await drafts()).toBe(EMPLOYEES);
  expect(await count(`payroll.run where done <> total or total <> ${EMPLOYEES / employers.length}`)).toBe(0);
  expect(await count(`payroll.run_event where kind = 'calculated'`)).toBe(employers.length);

  const disturbed = await digests();
  await db.sql('delete from payroll.draft');
  await db.sql('delete from payroll.finding');
  for (const key of runs) await askCalculation(scope(key.authority), key);
  start();
  await until(async () => (await count(`payroll.run_event where kind = 'calculated'`)) === 2 * employers.length);
  await kill();
  expect(await digests()).toEqual(disturbed);
}, 900_000);

test('killed while it is put into the ledger and started again, each is paid once and every sum is the same', async () => {
  await db.sql(`update payroll.run set state = 'released'`);
  for (const { authority, run } of runs) {
    const releasing = scope(authority);
    await releasing.write((tx) =>
      releasing.publish(tx, { kind: 'payroll.released', authorities: [authority], parties: [], authority, run }),
    );
  }
  const paid = () => count('payroll.payslip');
  await killedAt([1, 3_000, 5_500], paid, EMPLOYEES);
  await until(async () => (await count(`payroll.run where state = 'posted'`)) === employers.length);
  await kill();
  expect(await paid()).toBe(await count('payroll.draft where held is null'));
  expect(await count(`payroll.run_event where kind = 'posted'`)).toBe(employers.length);
  expect(await count('payroll.projection')).toBe(3 * employers.length);
  const [sums] = await db.sql(
    `select (select sum(net) from payroll.payslip where net > 0)::text = sum(total)::text as same
     from payroll.projection where kind = 'payments'`,
  );
  expect(sums).toEqual({ same: true });
}, 900_000);
