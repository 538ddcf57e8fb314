import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a running server has written about itself into its data folder. */
export type Postmaster = {
  readonly pid: number;
  readonly port: number;
  /** Where its Unix socket lies; empty when it has none. */
  readonly socketFolder: string;
  readonly status: string;
};

/** The server that has left `postmaster.pid`, running or not. */
export function postmaster(cluster: string): Postmaster | undefined {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const [pid = '', , , port = '', socketFolder = '', , , status = ''] = lines.map((line) => line.trim());
    return { pid: Number(pid), port: Number(port), socketFolder, status };
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Whether the process is a PostgreSQL on this very folder. After a restart of the machine the number in an old
 * `postmaster.pid` may belong to anybody. Where there is no /proc a living process is believed.
 */
export function isPostgresOn(pid: number, cluster: string): boolean {
  if (!Number.isInteger(pid) || pid < 2 || !isAlive(pid)) return false;
  if (!existsSync('/proc/self/cmdline')) return true;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster);
  } catch {
    return false;
  }
}
