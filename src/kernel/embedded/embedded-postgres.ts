import { accessSync, constants, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { StartProblem } from '../start-problem.ts';
import { ensureCluster } from './cluster.ts';
import { placeOf } from './place.ts';
import type { Postmaster } from './postmaster.ts';
import { runningServer, startServer, stopServer } from './server.ts';
import { dieWithThisProcess } from './watchdog.ts';

/** The advisory lock, in the database `postgres`, of the process that looks after the server. */
const KEEPER = 20_767_001;

export type EmbeddedPostgres = {
  /** The owner's connection string to a database of this server. */
  url(database: string): string;
  /** True when this process looks after the server and will stop it; false when another one does. */
  readonly keeps: boolean;
  /** The folder outside the data folder that the database lies in, when PostgreSQL's user can not reach the data folder. */
  readonly fallbackFolder: string | undefined;
  /** Stops the server when this process keeps it. End the pools first. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  readonly dataFolder: string;
  readonly settings?: Readonly<Record<string, string>>;
  /** Refuse when another process keeps the server: a second program must not serve from the same data. */
  readonly exclusive?: boolean;
  /** For tests: the server and the data folder go with this process, also at `kill -9`. */
  readonly mortal?: boolean;
  /** Told when the server was lost and is there again. */
  readonly onRestart?: () => void;
};

/**
 * Starts the embedded PostgreSQL of a data folder, makes it the first time, and takes over one that a killed process has
 * left running. While this process keeps it, a server that dies is started again on the same port.
 * @throws StartProblem in one sentence
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const place = await placeOf(options.dataFolder, options.settings);
  await ensureCluster(place);
  let server = (await runningServer(place)) ?? (await startServer(place));
  // A local socket is nearer than the loopback: less work for the machine with each statement.
  const socket = isReachable(server) ? `?host=${encodeURIComponent(server.socketFolder)}` : '';
  const url = (database: string) => `postgres://owner:${place.password}@127.0.0.1:${server.port}/${database}${socket}`;
  const watchdog = options.mortal ? dieWithThisProcess([options.dataFolder, dirname(place.folder)], server) : undefined;

  let stopping = false;
  let keeper = await keep(url('postgres'));
  // The connection of a process that has just been killed may hold the lock a moment longer.
  for (let n = 0; !keeper && n < (options.exclusive ? 20 : 2); n++) {
    await wait(100);
    keeper = await keep(url('postgres'));
  }
  if (!keeper && options.exclusive) {
    throw new StartProblem(
      `Another Allmänning already runs on the data in ${options.dataFolder}: stop it first, or choose another folder with DATA_FOLDER.`,
    );
  }
  const keeps = keeper !== undefined;
  keeper?.once('end', lost);

  function lost(): void {
    if (stopping) return;
    void restore().catch(() => setTimeout(lost, 1_000).unref());
  }
  async function restore(): Promise<void> {
    await wait(100);
    server = (await runningServer(place)) ?? (await startServer(place, server.port));
    keeper = await keep(url('postgres'));
    keeper?.once('end', lost);
    options.onRestart?.();
  }

  return {
    url,
    keeps,
    fallbackFolder: place.fallback ? place.folder : undefined,
    async stop() {
      if (stopping) return;
      stopping = true;
      await keeper?.end().catch(() => undefined);
      if (keeps) await stopServer(place);
      watchdog?.();
      if (options.mortal) rmSync(dirname(place.folder), { recursive: true, force: true });
    },
  };
}

function isReachable({ socketFolder, port }: Postmaster): boolean {
  try {
    accessSync(join(socketFolder, `.s.PGSQL.${port}`), constants.W_OK);
    return socketFolder !== '';
  } catch {
    return false;
  }
}

async function keep(url: string): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: url, keepAlive: true });
  client.on('error', () => undefined); // 'end' follows
  try {
    await client.connect();
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [KEEPER]);
    if (rows[0]?.got) return client;
  } catch (cause) {
    await client.end().catch(() => undefined);
    throw new StartProblem(`The embedded PostgreSQL does not let its owner in (${(cause as Error).message}).`, cause);
  }
  await client.end();
  return undefined;
}
