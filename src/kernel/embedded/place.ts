import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Binaries, binaries, type RunAs, runAs } from './binaries.ts';
import type { Cluster } from './cluster.ts';

/** Where the database goes when root starts us from a folder that PostgreSQL's user can not reach, such as /root. */
const FALLBACK = '/var/lib/allmanning-';

/**
 * Where the embedded PostgreSQL of a data folder lies. The folder keeps the owner's password, the server's log, and, when
 * PostgreSQL's user can not reach it, the name of the fallback folder in `postgres-folder`.
 */
export async function placeOf(
  dataFolder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Cluster & { readonly fallback: boolean }> {
  mkdirSync(dataFolder, { recursive: true });
  const base = realpathSync(dataFolder);
  const user = runAs();
  const programs = await binaries();
  const pointer = join(base, 'postgres-folder');
  const reached = canReach(user, base) && canReach(user, dirname(programs.postgres));
  const fallback = existsSync(pointer) || !reached;
  const home = fallback ? fallbackHome(pointer) : base;
  return {
    folder: join(home, 'postgres'),
    log: join(base, 'postgres.log'),
    binaries: fallback && !canReach(user, dirname(programs.postgres)) ? copied(programs, home) : programs,
    runAs: user,
    password: ownerPassword(join(base, 'owner-password')),
    settings,
    fallback,
  };
}

function canReach(user: RunAs, folder: string): boolean {
  if (user.uid === undefined) return true;
  return spawnSync('/bin/sh', ['-c', 'cd -- "$0"', folder], { ...user, cwd: '/', stdio: 'ignore' }).status === 0;
}

function fallbackHome(pointer: string): string {
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8').trim();
  mkdirSync(dirname(FALLBACK), { recursive: true });
  const home = mkdtempSync(FALLBACK);
  chmodSync(home, 0o755);
  writeFileSync(pointer, `${home}\n`);
  return home;
}

/** The programs lie in node_modules, below the folder that can not be reached: 60 MB, copied once for each version. */
function copied(programs: Binaries, home: string): Binaries {
  const packaged = dirname(dirname(programs.postgres));
  const version = JSON.parse(readFileSync(join(packaged, '..', 'package.json'), 'utf8')).version;
  const copy = join(home, `programs-${version}`);
  if (!existsSync(join(copy, 'complete'))) {
    cpSync(packaged, copy, { recursive: true, verbatimSymlinks: true });
    writeFileSync(join(copy, 'complete'), '');
  }
  return { postgres: join(copy, 'bin', 'postgres'), initdb: join(copy, 'bin', 'initdb') };
}

function ownerPassword(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}
