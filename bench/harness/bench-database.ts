import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { migrate } from '../../src/kernel/database/migrate.ts';
import { connectAsOwner } from '../../src/kernel/database/owner.ts';
import { makePool, makePools, type Pools, type PoolUrls } from '../../src/kernel/database/pools.ts';
import { startEmbeddedPostgres } from '../../src/kernel/embedded/embedded-postgres.ts';
import { generateDataKey, makeSecrets, type Secrets } from '../../src/kernel/secrets.ts';

export type BenchDatabase = {
  readonly url: string;
  readonly urls: PoolUrls;
  readonly pools: Pools;
  /** As the owner, whom no policy holds; same size and pipelining as the measured pool. */
  readonly ownerPool: pg.Pool;
  readonly owner: pg.Client;
  readonly secrets: Secrets;
  readonly folder: string;
  stop(): Promise<void>;
};

/** A database of the bench's own in a folder that goes with it; durable as in production (fsync, synchronous_commit). */
export async function benchDatabase(poolSize: number): Promise<BenchDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'allmanning-bench-'));
  const server = await startEmbeddedPostgres({ dataFolder: folder, mortal: true });
  const admin = await connectAsOwner(server.url('postgres'));
  await admin.query('create database bench');
  await admin.end();
  const url = server.url('bench');
  const secrets = makeSecrets(generateDataKey());
  const urls = await migrate(url, { secrets });
  const pools = makePools(urls, poolSize);
  const ownerPool = makePool(url, poolSize);
  const owner = await connectAsOwner(url);
  return {
    url,
    urls,
    pools,
    ownerPool,
    owner,
    secrets,
    folder,
    async stop() {
      await Promise.all([pools.end(), ownerPool.end(), owner.end()]);
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
