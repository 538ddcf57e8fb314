// A process that calculates and posts pay runs as the server's jobs do, until it is killed.
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { makePools } from '../../src/kernel/database/pools.ts';
import { startJobs } from '../../src/kernel/jobs/runner.ts';
import { projectRoot } from '../../src/kernel/project-root.ts';
import { scopeMaker } from '../../src/kernel/scope.ts';
import { makeEngine } from '../../src/modules/payroll/engine/payslip.ts';
import { loadRuleBook } from '../../src/modules/payroll/parameters/load-rule-book.ts';
import { runSubscriptions } from '../../src/modules/payroll/run/run-jobs.ts';
import { everybodyMay } from '../everybody-may.ts';

const url = process.env.WORKER_URL ?? '';
const pools = makePools({ official: url, resident: url, worker: url }, 4);
const jobs = await startJobs({
  workerUrl: url,
  makeScope: scopeMaker(pools, everybodyMay),
  log: pino({ level: 'silent' }),
  schedules: [],
  subscriptions: runSubscriptions(makeEngine(loadRuleBook(join(projectRoot, 'data/parameters/payroll')))),
});
jobs.poke();
await wait(120_000);
