import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, inject, test, vi } from 'vitest';
import { migrate } from '../src/kernel/database/migrate.ts';
import { connectAsOwner } from '../src/kernel/database/owner.ts';
import { isPostgresOn } from '../src/kernel/embedded/postmaster.ts';
import { freePort } from '../src/kernel/embedded/server.ts';
import { generateDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import { type Ended, type Program, runCommand, runServer, untilHealthy } from './program.ts';

const folder = mkdtempSync(join(tmpdir(), 'allmanning-start-'));
chmodSync(folder, 0o755); // PostgreSQL's own user must reach it when this is root
const programs: Program[] = [];
const databases: string[] = [];

function server(env: Readonly<Record<string, string>>): Program {
  const program = runServer({ DEMO: 'no', DATA_FOLDER: join(folder, 'data'), ...env });
  programs.push(program);
  return program;
}
function at(database: string): string {
  return Object.assign(new URL(inject('postgres').owner), { pathname: database }).href;
}
async function sql(database: string, statement: string): Promise<void> {
  const owner = await connectAsOwner(at(database));
  await owner.query(statement).finally(() => owner.end());
}
async function emptyDatabase(): Promise<string> {
  const name = `s_${randomUUID().slice(0, 8)}`;
  databases.push(name);
  await sql('postgres', `create database ${name}`);
  return name;
}
/** One sentence (it may go on) on one line of stderr, nothing on stdout, exit code 1. */
function expectSentence({ code, out, err }: Ended, words: RegExp): void {
  expect({ code, out, lines: err.trim().split('\n') }).toEqual({
    code: 1,
    out: '',
    lines: [expect.stringMatching(words)],
  });
}

vi.setConfig({ testTimeout: 600_000 }); // whole servers, on a machine that may be busy
afterEach(async () => {
  for (const { child, ended } of programs.splice(0)) {
    child.kill('SIGTERM');
    await ended;
  }
});
afterAll(async () => {
  for (const name of databases) {
    await sql('postgres', `drop database if exists ${name} with (force)`);
    for (const room of ['official', 'resident', 'worker']) await sql('postgres', `drop role if exists ${name}_${room}`);
  }
  rmSync(folder, { recursive: true, force: true });
});

test('a taken port is told before anything is made', async () => {
  const other = createServer();
  await once(other.listen(0, '127.0.0.1'), 'listening');
  const { port } = other.address() as AddressInfo;
  const ended = await server({ PORT: String(port), DATA_FOLDER: join(folder, 'untouched') }).ended;
  other.close();
  expectSentence(ended, new RegExp(`^The port ${port} is taken by another program: .+ PORT=${port + 1} npm start\\.$`));
  expect(existsSync(join(folder, 'untouched'))).toBe(false);
});

test('a database that can not be reached is told', async () => {
  const url = `postgres://owner:hemlig@127.0.0.1:${await freePort()}/allmanning`;
  const ended = await server({ PORT: String(await freePort()), DATABASE_URL: url }).ended;
  expectSentence(ended, /^The database at 127\.0\.0\.1:\d+\/allmanning can not be reached/);
  expect(ended.err).not.toContain('hemlig');
});

test('a damaged data folder is told', async () => {
  const data = join(folder, 'damaged');
  mkdirSync(join(data, 'postgres'), { recursive: true });
  writeFileSync(join(data, 'postgres', 'something'), '');
  const ended = await server({ PORT: String(await freePort()), DATA_FOLDER: data }).ended;
  expectSentence(ended, /^The data folder .+damaged\/postgres is damaged .+ bin\/allmanning restore FILE\.$/);
});

const production = {
  NODE_ENV: 'production',
  BASE_URL: 'https://tjanster.example.se',
  DATA_KEY: generateDataKey(),
  OIDC_ISSUER: 'https://eid.example.se',
  OIDC_CLIENT_ID: 'allmanning',
  OIDC_CLIENT_SECRET: 'a secret',
  SMTP_URL: 'smtps://mail.example.se',
};

test('production refuses the test e-ID', async () => {
  const { OIDC_ISSUER: _issuer, OIDC_CLIENT_ID: _id, OIDC_CLIENT_SECRET: _secret, ...without } = production;
  expectSentence(await server({ ...without, DEMO: '' }).ended, /^Production refuses the test e-ID/);
});

test('production refuses a database that holds demo data, though none is asked for', async () => {
  const database = await emptyDatabase();
  await migrate(at(database), { secrets: makeSecrets(production.DATA_KEY) });
  await sql(database, `insert into kernel.world (name) values ('demo')`);
  const env = { ...production, DATABASE_URL: at(database), PORT: String(await freePort()) };
  expectSentence(await server(env).ended, /^Production refuses a database that holds demo data/);
});

test('production starts on a PostgreSQL of its own, without stand-ins, and stops with exit code 0', async () => {
  const port = await freePort();
  const database = await emptyDatabase();
  const program = server({ ...production, DATABASE_URL: at(database), PORT: String(port) });
  await untilHealthy(program, port);
  for (const page of ['komponenter', 'komponenter/fel', 'utskick', 'register']) {
    expect((await fetch(`http://127.0.0.1:${port}/utveckling/${page}`)).status, page).toBe(404);
  }
  program.child.kill('SIGTERM');
  const { code, out } = await program.ended;
  expect(code).toBe(0);
  expect(out).not.toContain('test e-ID');
});

test('what production has used offers nothing unverified, also when a command forgets that it is production', async () => {
  const port = await freePort();
  const database = await emptyDatabase();
  const { NODE_ENV: _production, ...forgetful } = { ...production, DATABASE_URL: at(database), PORT: String(port) };
  const first = server({ ...production, ...forgetful });
  await untilHealthy(first, port);
  first.child.kill('SIGTERM');
  await first.ended;
  const { code, err } = await runCommand(['authority', 'join', '766'], { ...forgetful, DEMO: 'no' });
  expect([code, err]).toEqual([0, '']);
  const second = server({ ...production, ...forgetful });
  await untilHealthy(second, port);
  const read = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  expect(await read('/sottunga')).not.toContain('/sottunga/tjanster/');
  expect(await read('/sottunga/tjanster/barnomsorgsplats')).toContain('Tjänsten är inte öppen än');
  expect(JSON.parse(await read('/api/v1/authorities/sottunga/services'))).toEqual({ services: [], succeededBy: [] });
});

test('after a kill -9 the next start takes the database over, and the stand-ins are gone', async () => {
  const port = await freePort();
  const killed = server({ PORT: String(port) });
  await untilHealthy(killed, port);
  killed.child.kill('SIGKILL');
  await killed.ended; // its pipes are closed: no stand-in holds them
  const cluster = join(folder, 'data', 'postgres');
  const postmaster = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
  expect(isPostgresOn(postmaster, cluster)).toBe(true);

  const next = server({ PORT: String(port) });
  await untilHealthy(next, port);
  expect(isPostgresOn(postmaster, cluster)).toBe(true);
  next.child.kill('SIGTERM');
  expect((await next.ended).code).toBe(0);
  expect(isPostgresOn(postmaster, cluster)).toBe(false);
});
