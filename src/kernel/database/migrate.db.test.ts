import pg from 'pg';
import { afterAll, expect, inject, test } from 'vitest';
import { exampleDataKey, generateDataKey, makeSecrets } from '../secrets.ts';
import { type Migration, migrate, migrationFiles } from './migrate.ts';
import type { PoolUrls } from './pools.ts';

const secrets = makeSecrets(exampleDataKey);
const made: string[] = [];

function at(name: string): string {
  return Object.assign(new URL(inject('postgres').owner), { pathname: name }).href;
}
async function as<Row extends object>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
async function emptyDatabase(): Promise<string> {
  const name = `m_${crypto.randomUUID().replaceAll('-', '').slice(0, 12)}`;
  made.push(name);
  await as(at('postgres'), `create database ${name}`);
  return at(name);
}
afterAll(async () => {
  for (const name of made) {
    await as(at('postgres'), `drop database if exists ${name} with (force)`);
    for (const room of ['official', 'resident', 'worker']) {
      await as(at('postgres'), `drop role if exists ${name}_${room}`);
    }
  }
});

function migration(name: string, sql: string): Migration {
  return { name, sql, checksum: sql };
}
function insertMany(url: string): Promise<object[]> {
  return as(url, 'insert into graphile_worker._private_tasks (identifier) values ($$x$$)');
}

test('of two migrations of one database at once the second waits, and each file runs once', async () => {
  const url = await emptyDatabase();
  const ran: string[] = [];
  let waited = 0;
  const options = { secrets, onRun: (name: string) => ran.push(name), onWait: () => waited++ };
  const [one, other] = await Promise.all([migrate(url, options), migrate(url, options)]);
  expect(ran).toEqual(migrationFiles().map(({ name }) => name));
  expect(waited).toBe(1);
  expect(one).toEqual(other);
});

test('two databases of one server migrate at once, though roles belong to the server', async () => {
  const urls = await Promise.all([emptyDatabase(), emptyDatabase(), emptyDatabase()]);
  const logins = await Promise.all(urls.map((url) => migrate(url, { secrets })));
  expect(new Set(logins.map(({ worker }) => worker)).size).toBe(3);
});

test('each login role signs in, is nothing special, and only the worker reaches the jobs', async () => {
  const logins = await migrate(await emptyDatabase(), { secrets });
  for (const url of Object.values(logins)) {
    const [role] = await as(url, 'select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = user');
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false });
  }
  await insertMany(logins.worker);
  await expect(insertMany(logins.official)).rejects.toThrow('permission denied for schema graphile_worker');
  await expect(insertMany(logins.resident)).rejects.toThrow('permission denied for schema graphile_worker');
  await expect(as(logins.worker, 'select * from kernel.login_role')).rejects.toThrow('permission denied');
});

test('the passwords of login roles are kept sealed, and sealed anew when the key is rotated', async () => {
  const url = await emptyDatabase();
  const logins = await migrate(url, { secrets });
  const kept = () => as<{ password: string }>(url, 'select password from kernel.login_role order by room');
  const before = await kept();
  expect(JSON.stringify(before)).not.toContain(new URL(logins.worker).password);

  const rotated = makeSecrets(`${generateDataKey()},${exampleDataKey}`);
  expect(await migrate(url, { secrets: rotated })).toEqual(logins);
  for (const { password } of await kept()) expect(rotated.isOutdated(password)).toBe(false);
});

test('another data key than the one the database was made with is told', async () => {
  const url = await emptyDatabase();
  await migrate(url, { secrets });
  await expect(migrate(url, { secrets: makeSecrets(generateDataKey()) })).rejects.toThrow('DATA_KEY is not the key');
});

test('a migration that was edited after it had run is refused, and so is a database that is newer', async () => {
  const url = await emptyDatabase();
  const files = migrationFiles();
  const mine = migration('9000_test', 'create table kernel.test_one ()');
  await migrate(url, { secrets, migrations: [...files, mine] });
  const edited = { ...mine, checksum: 'another' };
  await expect(migrate(url, { secrets, migrations: [...files, edited] })).rejects.toThrow('9000_test has been edited');
  await expect(migrate(url, { secrets, migrations: files })).rejects.toThrow('newer than this program');
});

test('a migration that fails is taken back whole, and goes on from there when it is mended', async () => {
  const url = await emptyDatabase();
  const files = migrationFiles();
  const broken = migration('9000_test', 'create table kernel.test_one (); select 1 / 0');
  await expect(migrate(url, { secrets, migrations: [...files, broken] })).rejects.toThrow('9000_test failed');
  const mended = migration('9000_test', 'create table kernel.test_one ()');
  await migrate(url, { secrets, migrations: [...files, mended] });
  expect(await as(url, `select to_regclass('kernel.test_one')::text as found`)).toEqual([{ found: 'kernel.test_one' }]);
});

test('named login roles are taken as they are, unless they pass by row-level security', async () => {
  const url = await emptyDatabase();
  const database = new URL(url).pathname.slice(1);
  await as(url, `create role ${database}_official login password 'own'`);
  const named = Object.assign(new URL(url), { username: `${database}_official`, password: 'own' }).href;
  const logins: PoolUrls = await migrate(url, { secrets, loginUrls: { official: named } });
  expect(logins.official).toBe(named);
  expect(await as(named, `select pg_has_role(user, 'web_official', 'usage') as member`)).toEqual([{ member: true }]);
  await expect(migrate(url, { secrets, loginUrls: { worker: url } })).rejects.toThrow('passes by row-level security');
  const nobody = Object.assign(new URL(url), { username: 'nobody_here' }).href;
  await expect(migrate(url, { secrets, loginUrls: { worker: nobody } })).rejects.toThrow('does not exist');
});
