import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { projectRoot } from '../project-root.ts';
import type { Secrets } from '../secrets.ts';
import { StartProblem } from '../start-problem.ts';
import { connectAsOwner } from './owner.ts';
import type { PoolUrls } from './pools.ts';
import { allowWorker, ensureGroupRoles, ensureLoginRoles } from './roles.ts';

/** One file of `migrations/`, in the order of its number; never edited once it has landed. */
export type Migration = { readonly name: string; readonly sql: string; readonly checksum: string };

export type MigrateOptions = {
  /** Keeps the generated passwords of the login roles. */
  readonly secrets: Secrets;
  /** Connection strings of existing login roles (`DATABASE_URL_OFFICIAL`, `_RESIDENT`, `_WORKER`) instead of generated ones. */
  readonly loginUrls?: { readonly [Room in keyof PoolUrls]?: string | undefined };
  /** Default: the files of `migrations/`. */
  readonly migrations?: readonly Migration[];
  /** Brings in the facts that ship, as the owner, when all migrations have run; must be fit to run again. */
  readonly ship?: (owner: pg.Client) => Promise<void>;
  /** Told before the wait, when another process migrates the same database. */
  readonly onWait?: () => void;
  /** Told the name of each migration that is run. */
  readonly onRun?: (name: string) => void;
};

const LOCK = 20_767_002;

export function migrationFiles(folder = join(projectRoot, 'migrations')): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8');
      return { name: name.replace(/\.sql$/, ''), sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Brings the database of the owner's connection string to this program's state: the migrations that it has not had, each
 * in a transaction of its own, the job tables of graphile-worker, the group roles, and the login roles of this database.
 * Of two at once the second waits.
 * @returns the connection strings of the three login roles
 * @throws StartProblem when the database is not reachable, too old, newer than this program, or was made from other files
 */
export async function migrate(ownerUrl: string, options: MigrateOptions): Promise<PoolUrls> {
  const migrations = options.migrations ?? migrationFiles();
  const owner = await connectAsOwner(ownerUrl);
  try {
    await lock(owner, options.onWait);
    await ensureGroupRoles(owner);
    await ensureOwnTables(owner);
    const done = await landed(owner);
    for (const name of done.keys()) {
      if (!migrations.some((migration) => migration.name === name)) {
        throw new StartProblem(
          `The database has had the migration ${name}, which this program does not know: it is newer than this program. Start the newer version.`,
        );
      }
    }
    await migrateJobTables(ownerUrl);
    for (const migration of migrations) {
      const known = done.get(migration.name);
      if (known === undefined) await run(owner, migration, options.onRun);
      else if (known !== migration.checksum) throw edited(migration.name);
    }
    await allowWorker(owner);
    await options.ship?.(owner);
    return await ensureLoginRoles(owner, ownerUrl, options.secrets, options.loginUrls ?? {});
  } finally {
    await owner.end().catch(() => undefined); // lets go of the lock
  }
}

function edited(name: string): StartProblem {
  return new StartProblem(
    `The migration ${name} has been edited since the database had it: restore the file, and write the change as a new migration.`,
  );
}

async function lock(owner: pg.Client, onWait: (() => void) | undefined): Promise<void> {
  const { rows } = await owner.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [LOCK]);
  if (rows[0]?.got) return;
  onWait?.();
  await owner.query('select pg_advisory_lock($1)', [LOCK]);
}

/** What migrating itself keeps; `kernel` exists from here on, before the first migration. */
async function ensureOwnTables(owner: pg.Client): Promise<void> {
  await owner.query(`
    create schema if not exists kernel;
    create table if not exists kernel.migration (
      name text primary key,
      checksum text not null,
      at timestamptz not null default now()
    );
    comment on table kernel.migration is 'Which files of migrations/ this database has had, with their SHA-256; for the owner only';
    create table if not exists kernel.login_role (
      room text primary key check (room in ('official', 'resident', 'worker')),
      name text not null,
      password text not null
    );
    comment on table kernel.login_role is 'The login roles that migrate has made for this database; for the owner only';
    comment on column kernel.login_role.password is 'Encrypted with the data key';
  `);
}

async function landed(owner: pg.Client): Promise<Map<string, string>> {
  const { rows } = await owner.query<{ name: string; checksum: string }>(
    'select name, checksum from kernel.migration order by name',
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

async function run(owner: pg.Client, migration: Migration, onRun: ((name: string) => void) | undefined): Promise<void> {
  onRun?.(migration.name);
  try {
    await owner.query('begin');
    await owner.query(migration.sql);
    await owner.query('insert into kernel.migration (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ]);
    await owner.query('commit');
  } catch (cause) {
    await owner.query('rollback').catch(() => undefined);
    throw new StartProblem(
      `The migration ${migration.name} failed and was taken back: ${(cause as Error).message}.`,
      cause,
    );
  }
}

async function migrateJobTables(ownerUrl: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 1 });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await runMigrations({ pgPool: pool, logger: new Logger(() => () => undefined) });
  } finally {
    await pool.end();
  }
}
