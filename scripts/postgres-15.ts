import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAs } from '../src/kernel/embedded/binaries.ts';
import { startServer, stopServer } from '../src/kernel/embedded/server.ts';
import { dieWithThisProcess } from '../src/kernel/embedded/watchdog.ts';

/** Where Debian puts it. */
const programs = '/usr/lib/postgresql/15/bin';

export const postgres15IsInstalled = existsSync(join(programs, 'postgres'));

/** Runs something with the address of an empty PostgreSQL 15, the oldest that Allmänning runs on. */
export async function withPostgres15<T>(use: (url: string) => Promise<T>): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), 'allmanning-postgres-15-'));
  chmodSync(home, 0o755);
  const user = runAs();
  const cluster = {
    folder: join(home, 'postgres'),
    log: join(home, 'postgres.log'),
    binaries: { postgres: join(programs, 'postgres'), initdb: join(programs, 'initdb') },
    runAs: user,
    password: '',
    settings: { fsync: 'off', max_connections: '200' },
  };
  mkdirSync(cluster.folder, { mode: 0o700 });
  if (user.uid !== undefined && user.gid !== undefined) chownSync(cluster.folder, user.uid, user.gid);
  const flags = ['-D', cluster.folder, '-U', 'owner', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
  execFileSync(cluster.binaries.initdb, flags, { ...user, cwd: '/', stdio: ['ignore', 'ignore', 'inherit'] });
  const server = await startServer(cluster);
  const sendAway = dieWithThisProcess([home], server);
  try {
    return await use(`postgres://owner@127.0.0.1:${server.port}/postgres`);
  } finally {
    await stopServer(cluster);
    sendAway();
    rmSync(home, { recursive: true, force: true });
  }
}
