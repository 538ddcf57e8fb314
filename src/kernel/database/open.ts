import type { Config } from '../config/config.ts';
import { dataKey } from '../config/data-key.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded/embedded-postgres.ts';
import { makeSecrets, type Secrets } from '../secrets.ts';
import { migrate } from './migrate.ts';
import { connectAsOwner } from './owner.ts';
import type { PoolUrls } from './pools.ts';

/** The name of the database in the embedded PostgreSQL. */
const NAME = 'allmanning';

/** A running PostgreSQL, embedded or one's own. */
export type OpenServer = {
  readonly ownerUrl: string;
  /** The folder outside the data folder that the embedded database lies in, when it must. */
  readonly fallbackFolder: string | undefined;
  /** Stops the embedded server when this process keeps it; end the pools first. */
  stop(): Promise<void>;
};

/** A running PostgreSQL with everything that this program's version needs. */
export type OpenDatabase = OpenServer & { readonly urls: PoolUrls; readonly secrets: Secrets };

export type OpenOptions = {
  /** Refuse a data folder that another process serves from. */
  readonly exclusive?: boolean;
  /** Told what takes time, in one line. */
  readonly tell?: (line: string) => void;
};

/** @throws StartProblem */
export async function openServer(config: Config, options: OpenOptions = {}): Promise<OpenServer> {
  if (config.databaseUrl !== null) {
    return { ownerUrl: config.databaseUrl, fallbackFolder: undefined, stop: async () => undefined };
  }
  const embedded = await startEmbeddedPostgres({
    dataFolder: config.dataFolder,
    ...(options.exclusive ? { exclusive: true } : {}),
  });
  try {
    await ensureDatabase(embedded);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
  return { ownerUrl: embedded.url(NAME), fallbackFolder: embedded.fallbackFolder, stop: () => embedded.stop() };
}

/** @throws StartProblem */
export async function openDatabase(config: Config, options: OpenOptions = {}): Promise<OpenDatabase> {
  const server = await openServer(config, options);
  try {
    const secrets = makeSecrets(dataKey(config));
    const urls = await migrate(server.ownerUrl, {
      secrets,
      loginUrls: config.loginUrls,
      onWait: () => options.tell?.('Another process migrates the database; waiting for it'),
    });
    return { ...server, urls, secrets };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function ensureDatabase(embedded: EmbeddedPostgres): Promise<void> {
  const admin = await connectAsOwner(embedded.url('postgres'));
  try {
    const { rowCount } = await admin.query('select from pg_catalog.pg_database where datname = $1', [NAME]);
    if (!rowCount) await admin.query(`create database ${NAME}`);
  } finally {
    await admin.end();
  }
}
