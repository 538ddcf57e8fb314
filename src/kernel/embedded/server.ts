import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, rmSync, statSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { StartProblem } from '../start-problem.ts';
import type { Cluster } from './cluster.ts';
import { isPostgresOn, type Postmaster, postmaster } from './postmaster.ts';

/** Recovery after a crash may take minutes on a large database; a server that lives is waited for that long. */
const READY_WITHIN_MS = 5 * 60_000;
const STOP_WITHIN_MS = 30_000;
/** The smallest `sun_path` of the systems that we know: 104 bytes with the closing zero, on macOS. */
const SOCKET_PATH_MAX = 103;
const LOG_MAX_BYTES = 20_000_000;

/**
 * Below what systems give out by themselves (Linux from 32768 on, macOS from 49152 on), so that nobody gets one by chance
 * between now and when it is listened on; and each process looks in a place of its own.
 */
const PORTS = { from: 12_000, places: 1_000, each: 20 };
let looked = randomInt(PORTS.each);

/** Ports that nobody listens on now, each another. */
export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(Array.from({ length: count }, listening));
  const ports = servers.map((server) => (server.address() as AddressInfo).port); // listens on TCP
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}

async function listening(): Promise<Server> {
  for (let tries = 1; ; tries++) {
    const place = tries <= PORTS.each ? process.pid % PORTS.places : randomInt(PORTS.places);
    const server = createServer();
    server.listen(PORTS.from + place * PORTS.each + (looked++ % PORTS.each), '127.0.0.1');
    try {
      await once(server, 'listening');
      return server;
    } catch (error) {
      if (tries === 200) throw error; // not that it is taken
    }
  }
}

export async function freePort(): Promise<number> {
  const [port = 0] = await freePorts(1);
  return port;
}

/** The server that runs on the folder, once it is ready to answer; undefined when there is none. */
export async function runningServer(cluster: Cluster): Promise<Postmaster | undefined> {
  for (const end = performance.now() + READY_WITHIN_MS; performance.now() < end; await wait(20)) {
    const found = postmaster(cluster.folder);
    if (!found || !isPostgresOn(found.pid, cluster.folder)) return undefined;
    if (found.status === 'ready') return found;
  }
  throw new StartProblem(`The PostgreSQL on ${cluster.folder} does not become ready; its log is ${cluster.log}.`);
}

/**
 * Starts the server on the folder and waits until it answers.
 * @param port kept when given, since connection pools know it
 * @throws StartProblem with the server's own last words when it ends instead
 */
export async function startServer(cluster: Cluster, port?: number): Promise<Postmaster> {
  for (let attempt = 1; ; attempt++) {
    const offset = existsSync(cluster.log) ? statSync(cluster.log).size : 0;
    const ready = await launch(cluster, port ?? (await freePort()));
    if (ready) return ready;
    const words = lastWords(cluster.log, offset);
    // Another program took the port meanwhile; or the processes of a killed server are still ending.
    const passing = /could not create any TCP\/IP|pre-existing shared memory|lock file .* exists/i.test(words);
    if (!passing || attempt === 10) throw new StartProblem(damaged(cluster, words));
    await wait(attempt * 100);
  }
}

/** Fast shutdown: open transactions are rolled back, all that was committed is on disk. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const running = postmaster(cluster.folder);
  if (!running || !isPostgresOn(running.pid, cluster.folder)) return;
  process.kill(running.pid, 'SIGINT');
  for (const end = performance.now() + STOP_WITHIN_MS; isPostgresOn(running.pid, cluster.folder); await wait(20)) {
    if (performance.now() < end) continue;
    process.kill(running.pid, 'SIGQUIT');
    return;
  }
}

function damaged(cluster: Cluster, words: string): string {
  return (
    `The database in ${cluster.folder} can not start (${fatal(words)}). Its log is ${cluster.log}. ` +
    'When the folder is damaged, move it away and restore your last backup with bin/allmanning restore FILE.'
  );
}

function fatal(words: string): string {
  const line = words.split('\n').findLast((text) => /FATAL|PANIC|could not/.test(text));
  return line?.replace(/^.*?(FATAL|PANIC):\s*/, '').trim() ?? 'it ended without a word';
}

async function launch(cluster: Cluster, port: number): Promise<Postmaster | undefined> {
  const old = postmaster(cluster.folder);
  // A number that now belongs to another program, or to nobody, would keep PostgreSQL from starting.
  if (old && !isPostgresOn(old.pid, cluster.folder)) rmSync(join(cluster.folder, 'postmaster.pid'), { force: true });
  const child = spawnServer(cluster, port);
  const ended = new Promise<'ended'>((resolve) => {
    child.once('exit', () => resolve('ended'));
    child.once('error', () => resolve('ended'));
  });
  for (const end = performance.now() + READY_WITHIN_MS; performance.now() < end; ) {
    if ((await Promise.race([ended, wait(15)])) === 'ended') return undefined;
    const found = postmaster(cluster.folder);
    if (found && found.pid === child.pid && found.status === 'ready') return found;
  }
  child.kill('SIGKILL');
  return undefined;
}

function spawnServer(cluster: Cluster, port: number): ChildProcess {
  if (existsSync(cluster.log) && statSync(cluster.log).size > LOG_MAX_BYTES) {
    renameSync(cluster.log, `${cluster.log}.old`);
  }
  const log = openSync(cluster.log, 'a', 0o600);
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: socketFolder(cluster.folder),
    max_connections: '100',
    shared_buffers: '256MB',
    log_min_error_statement: 'panic', // a statement in the log would carry what it was about
    log_parameter_max_length_on_error: '0',
    log_error_verbosity: 'terse', // without DETAIL, which quotes the row
    ...cluster.settings,
  };
  const child = spawn(
    cluster.binaries.postgres,
    ['-D', cluster.folder, '-p', String(port), ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`])],
    // Detached: Ctrl-C goes to the whole group of the terminal, and the server must outlive our own graceful stop.
    { ...cluster.runAs, cwd: '/', detached: true, stdio: ['ignore', log, log] },
  );
  closeSync(log);
  child.unref();
  return child;
}

/** The data folder, which only PostgreSQL's user reaches; none when the path would not fit into a socket's address. */
function socketFolder(folder: string): string {
  const fits = Buffer.byteLength(join(folder, '.s.PGSQL.65535.lock')) <= SOCKET_PATH_MAX;
  return fits && process.platform !== 'win32' && !folder.includes(',') ? folder : '';
}

function lastWords(file: string, from: number): string {
  const log = openSync(file, 'r');
  try {
    const start = Math.max(fstatSync(log).size < from ? 0 : from, fstatSync(log).size - 20_000);
    const bytes = Buffer.alloc(20_000);
    return bytes.toString('utf8', 0, readSync(log, bytes, 0, bytes.length, start));
  } finally {
    closeSync(log);
  }
}
