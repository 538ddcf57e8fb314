import { createReadStream, createWriteStream, existsSync, readdirSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { keyFile } from '../config/data-key.ts';
import { type Migration, migrate, migrationFiles } from '../database/migrate.ts';
import { connectAsOwner } from '../database/owner.ts';
import type { PoolUrls } from '../database/pools.ts';
import { makeSecrets } from '../secrets.ts';
import { StartProblem } from '../start-problem.ts';
import { type About, readEntries } from './entries.ts';
import { unseal } from './sealed-stream.ts';
import { carriedTables, isEmptyDatabase, jobTablesVersion, quoted, type Table, withColumns } from './tables.ts';

export type RestoreParts = {
  readonly ownerUrl: string;
  readonly loginUrls: { readonly [Room in keyof PoolUrls]: string | undefined };
  readonly dataFolder: string;
  readonly filesFolder: string;
  /** The environment's; null: the backup's goes into the data folder. */
  readonly dataKey: string | null;
  readonly passphrase: string;
  readonly tell?: (line: string) => void;
};

export type RestoreDone = { readonly at: string; readonly tables: number; readonly files: number };

/**
 * Puts a backup into an empty place: database in one transaction, files, keys. A backup of an older version is brought to
 * this version afterwards.
 * @throws StartProblem when the place is not empty, the file does not open, or it was made by a newer version
 */
export async function restore(file: string, parts: RestoreParts): Promise<RestoreDone> {
  if (!existsSync(file)) throw new StartProblem(`There is no file ${file}.`);
  refuseUsedFolders(parts);
  const owner = await connectAsOwner(parts.ownerUrl);
  try {
    if (!(await isEmptyDatabase(owner))) {
      throw new StartProblem('The database is not empty: restore into a new one, nothing here was touched.');
    }
    return await unpack(file, owner, parts);
  } finally {
    await owner.end().catch(() => undefined);
  }
}

function refuseUsedFolders({ filesFolder, dataFolder, dataKey }: RestoreParts): void {
  if (existsSync(filesFolder) && readdirSync(filesFolder).length > 0) {
    throw new StartProblem(`There are files in ${filesFolder} already: restore into an empty place.`);
  }
  if (dataKey === null && existsSync(keyFile(dataFolder))) {
    throw new StartProblem(`There is a key in ${dataFolder} already: restore into an empty place.`);
  }
}

async function unpack(file: string, owner: pg.Client, parts: RestoreParts): Promise<RestoreDone> {
  let about: About | undefined;
  let key: string | undefined;
  let begun = false;
  const done = { tables: 0, files: 0 };
  const stream = createZstdDecompress();
  const opened = pipeline(
    createReadStream(file),
    (bytes: AsyncIterable<Uint8Array>) => unseal(bytes, parts.passphrase),
    stream,
  );
  opened.catch(() => undefined); // told below, or by the stream

  try {
    for await (const { head, content } of readEntries(stream)) {
      if (head.kind === 'about') about = head.about;
      if (head.kind === 'key') key = keyFor(parts, head.key);
      if (head.kind === 'table') {
        if (!about || !key) throw new StartProblem('The backup is not whole.');
        if (!begun) await begin(owner, about, key, parts);
        begun = true;
        done.tables++;
        parts.tell?.(`table ${done.tables}: ${head.schema}.${head.name}`);
        await fill(owner, head, content);
      }
      if (head.kind === 'sequences') await setSequences(owner, head.sequences);
      if (head.kind === 'file') {
        done.files++;
        if (done.files % 1000 === 0) parts.tell?.(`${done.files} files`);
        await putFile(parts.filesFolder, head.path, content);
      }
    }
    await opened;
    if (!about || !key || !begun) throw new StartProblem('The backup is not whole.');
  } catch (error) {
    stream.destroy(error as Error);
    await takeBack(owner, parts);
    await opened; // a file that does not open has the better words
    throw error;
  }
  await owner.query('set constraints all immediate');
  await setTriggers(owner, await carriedTables(owner), 'enable');
  await owner.query('commit');
  await owner.query('analyze');
  if (parts.dataKey === null) {
    await mkdir(parts.dataFolder, { recursive: true });
    await writeFile(keyFile(parts.dataFolder), `${key}\n`, { mode: 0o600 });
  }
  await migrate(parts.ownerUrl, { secrets: makeSecrets(key), loginUrls: parts.loginUrls });
  return { at: about.at, ...done };
}

/** The place is empty again, as it was. */
async function takeBack(owner: pg.Client, parts: RestoreParts): Promise<void> {
  await rm(parts.filesFolder, { recursive: true, force: true });
  await owner.query('rollback').catch(() => undefined);
  const schemas = new Set((await carriedTables(owner)).map((table) => owner.escapeIdentifier(table.schema)));
  if (schemas.size > 0) await owner.query(`drop schema ${[...schemas].join(', ')} cascade`);
}

/** The environment's key must be able to open what the backup's has sealed. */
function keyFor(parts: RestoreParts, kept: string): string {
  if (parts.dataKey === null) return kept;
  const given = parts.dataKey.split(',').map((one) => one.trim());
  if (kept.split(',').every((one) => given.includes(one.trim()))) return parts.dataKey;
  throw new StartProblem(
    'DATA_KEY is not the key of this backup: leave it out, and the key of the backup is put into the data folder.',
  );
}

/** The tables as they were when the backup was taken, empty, inside one transaction. */
async function begin(owner: pg.Client, about: About, key: string, parts: RestoreParts): Promise<void> {
  const migrations = asOf(about);
  await migrate(parts.ownerUrl, { secrets: makeSecrets(key), loginUrls: parts.loginUrls, migrations });
  if ((await jobTablesVersion(owner)) < about.jobTables) throw newer();
  const tables = await carriedTables(owner);
  await owner.query('begin');
  await setTriggers(owner, tables, 'disable');
  await owner.query(`truncate ${tables.map((table) => quoted(owner, table)).join(', ')}`); // rows that migrations bring
}

function asOf(about: About): Migration[] {
  const files = migrationFiles();
  return about.migrations.map(({ name, checksum }) => {
    const file = files.find((one) => one.name === name);
    if (!file) throw newer();
    if (file.checksum === checksum) return file;
    throw new StartProblem(`The migration ${name} has been edited since the backup was taken: restore the file.`);
  });
}

function newer(): StartProblem {
  return new StartProblem('The backup was taken by a newer version of Allmänning: restore it with that version.');
}

/** Our own triggers only; foreign keys go on being checked. */
async function setTriggers(owner: pg.Client, tables: readonly Table[], verb: 'enable' | 'disable'): Promise<void> {
  for (const table of tables) await owner.query(`alter table ${quoted(owner, table)} ${verb} trigger user`);
}

async function fill(owner: pg.Client, table: Table, content: AsyncIterable<Uint8Array>): Promise<void> {
  await pipeline(Readable.from(content), owner.query(copyFrom(`copy ${withColumns(owner, table)} from stdin`)));
}

async function setSequences(
  owner: pg.Client,
  sequences: readonly { schema: string; name: string; value: string; called: boolean }[],
): Promise<void> {
  for (const { value, called, ...sequence } of sequences) {
    await owner.query('select setval($1::regclass, $2, $3)', [quoted(owner, sequence), value, called]);
  }
}

async function putFile(folder: string, path: string, content: AsyncIterable<Uint8Array>): Promise<void> {
  if (isAbsolute(path) || normalize(path).startsWith('..')) throw new StartProblem('The backup names a file outside.');
  const target = join(folder, path);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  await pipeline(Readable.from(content), createWriteStream(target, { mode: 0o600, flags: 'wx', flush: true }));
}
