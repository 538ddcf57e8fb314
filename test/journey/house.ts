import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../src/kernel/embedded/server.ts';
import { runServer, untilHealthy } from '../program.ts';

/** The house as it is shipped, with the demo world, a test e-ID and a mail server, each a process of its own. */
export type House = { readonly base: string; readonly folder: string; stop(): Promise<void> };

/** @param databaseUrl an empty database; without it the house starts a PostgreSQL of its own */
export async function openHouse(databaseUrl?: string): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'allmanning-journey-'));
  chmodSync(folder, 0o755); // PostgreSQL's own user must reach it when this is root
  const port = await freePort();
  const program = runServer({
    PORT: String(port),
    DATA_FOLDER: join(folder, 'data'),
    ...(databaseUrl && { DATABASE_URL: databaseUrl }),
  });
  async function stop(): Promise<void> {
    program.child.kill('SIGTERM');
    await program.ended;
    rmSync(folder, { recursive: true, force: true });
  }
  await untilHealthy(program, port).catch(async (error) => {
    await stop();
    throw error;
  });
  return { base: `http://127.0.0.1:${port}`, folder, stop };
}

/**
 * Asks again until it is so; what follows an event in the house is there within moments. Ever more seldom, since who asks
 * too often is asked to wait.
 */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  let pause = 50;
  for (const end = performance.now() + 120_000; performance.now() < end; await wait(pause)) {
    if (await isSo()) return;
    pause = Math.min(pause * 2, 1_000);
  }
  throw new Error(`it never came to be: ${what}`);
}
