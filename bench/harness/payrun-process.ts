// A program of its own, so that it can be killed: calculates the runs that it is sent, on pools of its own.
import { join } from 'node:path';
import { makePools, type PoolUrls } from '../../src/kernel/database/pools.ts';
import { projectRoot } from '../../src/kernel/project-root.ts';
import { scopeMaker } from '../../src/kernel/scope.ts';
import { loadRuleBook, makeEngine } from '../../src/modules/payroll/index.ts';
import { everyScopeMay } from './every-scope-may.ts';
import { makePayrunHouse, type Opened } from './payrun-house.ts';

export type PayrunOrder = { readonly urls: PoolUrls; readonly runs: Opened };

process.on('message', async ({ urls, runs }: PayrunOrder) => {
  const engine = makeEngine(loadRuleBook(join(projectRoot, 'data/parameters/payroll')));
  const house = await makePayrunHouse(scopeMaker(makePools(urls, 4), everyScopeMay), engine);
  await house.calculateAll(runs);
  process.disconnect?.();
});
process.on('disconnect', () => process.exit());
