import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { migrate } from '../src/kernel/database/migrate.ts';
import { connectAsOwner } from '../src/kernel/database/owner.ts';
import type { PoolUrls } from '../src/kernel/database/pools.ts';
import { startEmbeddedPostgres } from '../src/kernel/embedded/embedded-postgres.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import { shipAuthorities } from '../src/modules/directory/ship-authorities.ts';
import { shipServices } from '../src/modules/services/ship-services.ts';

/** The one server of a test run; its databases are named in the last part of each address. */
type Served = { readonly owner: string; readonly logins: PoolUrls };

declare module 'vitest' {
  export interface ProvidedContext {
    postgres: Served;
  }
}

const template = 'template_migrated';

type Shared = Served & { users: number; stop(): Promise<void> };
const key = Symbol.for('allmanning.test.postgres');
// This file is loaded once for each project that names it; the server is one.
const store = globalThis as unknown as Record<symbol, Promise<Shared> | undefined>;

async function start(): Promise<Shared> {
  const folder = mkdtempSync(join(tmpdir(), 'allmanning-test-'));
  chmodSync(folder, 0o755);
  // ALLMANNING_TEST_DATABASE_URL runs the same tests on a server that is already there (PostgreSQL 15).
  const existing = process.env.ALLMANNING_TEST_DATABASE_URL;
  const server = existing
    ? { url: (name: string) => Object.assign(new URL(existing), { pathname: name }).href, stop: async () => undefined }
    : await startEmbeddedPostgres({
        dataFolder: folder,
        mortal: true,
        settings: { fsync: 'off', full_page_writes: 'off', io_method: 'sync', max_connections: '200' },
      });
  const admin = await connectAsOwner(server.url('postgres'));
  if (existing) {
    await admin.query(`select pg_advisory_lock(20767003)`);
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [template]);
    if (rowCount) {
      await admin.query(`alter database ${template} is_template false`);
      await admin.query(`drop database ${template} with (force)`);
    }
  }
  await admin.query(`create database ${template}`);
  const logins = await migrate(server.url(template), {
    secrets: makeSecrets(exampleDataKey),
    async ship(owner) {
      await shipAuthorities(owner);
      await shipServices(owner);
    },
  });
  await admin.query(`alter database ${template} is_template true`);
  if (!existing) await admin.end();
  return {
    owner: server.url(template),
    logins,
    users: 0,
    async stop() {
      await admin.end().catch(() => undefined);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export default async function setup(project: TestProject) {
  store[key] ??= start();
  const shared = await store[key];
  shared.users++;
  project.provide('postgres', { owner: shared.owner, logins: shared.logins });
  return async () => {
    shared.users--;
    if (shared.users === 0) await shared.stop();
  };
}
