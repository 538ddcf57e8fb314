import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import { migrate } from '../database/migrate.ts';
import { connectAsOwner } from '../database/owner.ts';
import { generateDataKey, makeSecrets } from '../secrets.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';
import { carriedTables } from './tables.ts';

const db = database();
const passphrase = 'correct horse battery staple';
const dataKey = generateDataKey();
const folder = mkdtempSync(join(tmpdir(), 'allmanning-backup-'));
const filesFolder = join(folder, 'files');
const file = join(folder, 'one.backup');
const large = randomBytes(3_000_000);

beforeAll(async () => {
  mkdirSync(join(filesFolder, 'ab'), { recursive: true });
  mkdirSync(join(filesFolder, 'incoming'));
  writeFileSync(join(filesFolder, 'ab', 'large'), large);
  writeFileSync(join(filesFolder, 'ab', 'empty'), '');
  writeFileSync(join(filesFolder, 'incoming', 'unfinished'), 'x');
  await db.sql(
    `insert into kernel.outbox (event_id, kind, at, body)
     select gen_random_uuid(), 'test.happened', now(), jsonb_build_object('text', E'å\\tä\\nö\\\\ "' || n)
     from generate_series(1, 5000) n`,
  );
  await db.sql(`select graphile_worker.add_job('test', '{"a": 1}')`);
  await backup(file, { ownerUrl: db.url, filesFolder, dataKey, passphrase });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
});

/** An empty database beside the test's own, for one restore. */
async function emptyPlace<T>(use: (parts: Parameters<typeof restore>[1]) => Promise<T>): Promise<T> {
  const name = `t_${crypto.randomUUID().replaceAll('-', '')}`;
  await db.sql(`create database ${name}`);
  const place = mkdtempSync(join(folder, 'place-'));
  try {
    return await use({
      ownerUrl: Object.assign(new URL(db.url), { pathname: name }).href,
      loginUrls: { official: undefined, resident: undefined, worker: undefined },
      dataFolder: place,
      filesFolder: join(place, 'files'),
      dataKey: null,
      passphrase,
    });
  } finally {
    await db.sql(`drop database ${name} with (force)`);
  }
}

async function contents(url: string): Promise<Record<string, unknown>> {
  const owner = await connectAsOwner(url);
  try {
    const found: Record<string, unknown> = {};
    for (const { schema, name } of await carriedTables(owner)) {
      const { rows } = await owner.query(
        `select count(*)::int as rows, md5(string_agg(t::text, '|' order by t::text)) as sum from "${schema}"."${name}" t`,
      );
      found[`${schema}.${name}`] = rows[0];
    }
    return found;
  } finally {
    await owner.end();
  }
}

test('a restore into an empty place finds every row, every file and the keys', async () => {
  await emptyPlace(async (parts) => {
    const done = await restore(file, parts);
    expect(done.files).toBe(2);
    expect(await contents(parts.ownerUrl)).toEqual(await contents(db.url));
    expect(readFileSync(join(parts.filesFolder, 'ab', 'large')).equals(large)).toBe(true);
    expect(statSync(join(parts.filesFolder, 'ab', 'empty')).size).toBe(0);
    expect(readdirSync(parts.filesFolder)).toEqual(['ab']);
    expect(readFileSync(join(parts.dataFolder, 'data-key'), 'utf8').trim()).toBe(dataKey);
  });
});

test('after a restore new jobs go on counting where the old ones ended, and triggers watch again', async () => {
  await emptyPlace(async (parts) => {
    await restore(file, parts);
    const owner = await connectAsOwner(parts.ownerUrl);
    try {
      const { rows } = await owner.query<{ id: string }>(`select (graphile_worker.add_job('test')).id::text as id`);
      expect(Number(rows[0]?.id)).toBe(2);
      const disabled = await owner.query(`select from pg_trigger where tgenabled = 'D'`);
      expect(disabled.rowCount).toBe(0);
    } finally {
      await owner.end();
    }
  });
});

test('the login roles of the restored database sign in with passwords of their own', async () => {
  await emptyPlace(async (parts) => {
    await restore(file, parts);
    const urls = await migrate(parts.ownerUrl, { secrets: makeSecrets(dataKey) });
    const worker = await connectAsOwner(urls.worker);
    const { rowCount } = await worker.query('select from kernel.outbox');
    await worker.end();
    expect(rowCount).toBe(5000);
    expect(new URL(urls.worker).password).not.toBe(new URL(db.urls.worker).password);
  });
});

test('another passphrase does not open it, and leaves the place empty', async () => {
  await emptyPlace(async (parts) => {
    await expect(restore(file, { ...parts, passphrase: 'not the passphrase' })).rejects.toThrow('passphrase');
    await restore(file, parts);
  });
});

test.each([
  ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 70_000)],
  ['cut off between two chunks', (bytes: Buffer) => bytes.subarray(0, 35 + 2 * (64 * 1024 + 16))],
  [
    'changed in one bit',
    (bytes: Buffer) => {
      bytes[bytes.length - 1000] = (bytes[bytes.length - 1000] ?? 0) ^ 1;
      return bytes;
    },
  ],
  ['lengthened', (bytes: Buffer) => Buffer.concat([bytes, Buffer.from('more')])],
])('a backup that was %s is refused, and leaves the place empty', async (_how, damage) => {
  const damaged = join(folder, `${crypto.randomUUID()}.backup`);
  writeFileSync(damaged, damage(readFileSync(file)));
  await emptyPlace(async (parts) => {
    await expect(restore(damaged, parts)).rejects.toThrow('changed');
    expect(await contents(parts.ownerUrl)).toEqual({});
    expect(existsSync(parts.filesFolder)).toBe(false);
  });
});

test('a place that is not empty is refused, and not touched', async () => {
  const before = await contents(db.url);
  await emptyPlace(async (parts) => {
    await expect(restore(file, { ...parts, ownerUrl: db.url })).rejects.toThrow('not empty');
    await expect(restore(file, { ...parts, filesFolder })).rejects.toThrow('empty place');
  });
  expect(await contents(db.url)).toEqual(before);
});

test('another DATA_KEY than the one of the backup is refused', async () => {
  await emptyPlace(async (parts) => {
    await expect(restore(file, { ...parts, dataKey: generateDataKey() })).rejects.toThrow('DATA_KEY');
  });
});

test('a backup shows nothing of what is in it, and is never written over', async () => {
  expect(readFileSync(file).includes('test.happened')).toBe(false);
  await expect(backup(file, { ownerUrl: db.url, filesFolder, dataKey, passphrase })).rejects.toThrow('exists already');
});
