import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterAll, afterEach, expect, test } from 'vitest';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts';
import { isPostgresOn } from './postmaster.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'allmanning-embedded-'));
chmodSync(dataFolder, 0o755); // or root's PostgreSQL goes to the fallback folder
const cluster = join(dataFolder, 'postgres');
const settings = { fsync: 'off' };
const started: EmbeddedPostgres[] = [];
const children: ChildProcess[] = [];

async function start(exclusive = true): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataFolder, settings, exclusive });
  started.push(server);
  return server;
}
/** Another process that keeps the same server; it prints the server's address. */
async function startElsewhere(): Promise<{ child: ChildProcess; url: string }> {
  const module = new URL('./embedded-postgres.ts', import.meta.url).pathname;
  const program = `const { startEmbeddedPostgres } = await import(${JSON.stringify(module)});
    const server = await startEmbeddedPostgres(${JSON.stringify({ dataFolder, settings, exclusive: true })});
    console.log(server.url('postgres')); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [url] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, url: String(url) };
}
function postmasterPid(): number {
  return Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
}
async function answer(url: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query('select 1 as one')).rows[0];
  } finally {
    await client.end();
  }
}

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const server of started.splice(0)) await server.stop();
});
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }));

test('a first start makes the data folder, a second finds what the first has stored', async () => {
  const first = await start();
  const client = new pg.Client({ connectionString: first.url('postgres') });
  await client.connect();
  await client.query('create table kept as select 1 as one');
  await client.end();
  await first.stop();
  expect(await answer((await start()).url('postgres'))).toEqual({ one: 1 });
});

test('a server that a killed process has left running is taken over, and stopped in the end', async () => {
  const { child, url } = await startElsewhere();
  const left = postmasterPid();
  child.kill('SIGKILL');
  await once(child, 'exit');
  const server = await start();
  expect([postmasterPid(), server.keeps, server.url('postgres')]).toEqual([left, true, url]);
  await server.stop();
  expect(isPostgresOn(left, cluster)).toBe(false);
});

test('a second program is refused the data that another serves, and a command may use them and leaves them running', async () => {
  const { url } = await startElsewhere();
  await expect(start()).rejects.toThrow('Another Allmänning already runs on the data');
  const command = await start(false);
  expect([command.keeps, command.url('postgres')]).toEqual([false, url]);
  await command.stop();
  expect(await answer(url)).toEqual({ one: 1 });
});

test('a server that is killed is there again at the same address', async () => {
  const server = await start();
  const before = postmasterPid();
  process.kill(before, 'SIGKILL');
  await expect.poll(() => answer(server.url('postgres')).catch(() => undefined)).toEqual({ one: 1 });
  expect(postmasterPid()).not.toBe(before);
});

test('a process number in an old postmaster.pid that belongs to another program does not hinder the start', async () => {
  await (await start()).stop();
  writeFileSync(join(cluster, 'postmaster.pid'), `${process.pid}\n${cluster}\n0\n5432\n\n127.0.0.1\n0 0\nready   \n`);
  expect(await answer((await start()).url('postgres'))).toEqual({ one: 1 });
});

test.each([
  ['pg_control is cut off', () => truncateSync(join(cluster, 'global', 'pg_control'), 10), /can not start \(.+\)/],
  ['it is of another PostgreSQL', () => writeFileSync(join(cluster, 'PG_VERSION'), '16\n'), /is of PostgreSQL 16/],
  ['PG_VERSION is gone', () => rmSync(join(cluster, 'PG_VERSION')), /is damaged/],
])('when %s, one sentence names the folder and says what to do', async (_damage, damage, says) => {
  damage();
  const refused = start();
  await expect(refused).rejects.toThrow(says);
  await expect(refused).rejects.toThrow(cluster);
  await expect(refused).rejects.toThrow(/restore/);
});

test('a mortal server and its folder go with the process that started it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'allmanning-mortal-'));
  chmodSync(folder, 0o755);
  const module = new URL('./embedded-postgres.ts', import.meta.url).pathname;
  const program = `const { startEmbeddedPostgres } = await import(${JSON.stringify(module)});
    await startEmbeddedPostgres(${JSON.stringify({ dataFolder: folder, settings, mortal: true })});
    console.log('ready'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  await once(createInterface({ input: child.stdout }), 'line');
  const pid = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  child.kill('SIGKILL');
  await expect.poll(() => isPostgresOn(pid, join(folder, 'postgres'))).toBe(false);
  await expect.poll(() => existsSync(folder)).toBe(false);
});

test('where the user of PostgreSQL can not reach the data folder, the database lies in a folder that is named', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'allmanning-unreachable-')); // for its owner only
  const server = await startEmbeddedPostgres({ dataFolder: folder, settings, mortal: true });
  try {
    expect(await answer(server.url('postgres'))).toEqual({ one: 1 });
    expect(server.fallbackFolder !== undefined).toBe(process.getuid?.() === 0); // another user runs it only for root
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});
