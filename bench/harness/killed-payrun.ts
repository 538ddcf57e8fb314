import { fork } from 'node:child_process';
import { once } from 'node:events';
import { extname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { PayrunOrder } from './payrun-process.ts';

/** Has runs calculated by a process that is killed outright as soon as `isTime`. */
export async function killPayrun(order: PayrunOrder, isTime: () => Promise<boolean>): Promise<void> {
  const child = fork(join(import.meta.dirname, `payrun-process${extname(import.meta.filename)}`), { execArgv: [] });
  const ended = once(child, 'exit');
  child.send(order);
  while (!(await isTime())) {
    if (child.exitCode !== null) throw new Error('the runs were done before anything was killed');
    await setTimeout(20);
  }
  child.kill('SIGKILL');
  await ended;
}
