import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { connectAsOwner } from '../database/owner.ts';
import { StartProblem } from '../start-problem.ts';
import { type Entry, written } from './entries.ts';
import { seal } from './sealed-stream.ts';
import { carriedTables, jobTablesVersion, sequenceValues, withColumns } from './tables.ts';

export type BackupParts = {
  readonly ownerUrl: string;
  readonly filesFolder: string;
  readonly dataKey: string;
  readonly passphrase: string;
  /** Told each table, and the files, as it comes to them. */
  readonly tell?: (line: string) => void;
};

export type BackupDone = { readonly tables: number; readonly files: number; readonly bytes: number };

/**
 * Writes everything into one sealed file: the database as of one moment (a repeatable-read snapshot; the pages go on
 * working), the files that it names, and the keys. The file appears under its name when it is whole and on the disk.
 * @throws StartProblem when the file exists, or the database can not be reached
 */
export async function backup(file: string, parts: BackupParts): Promise<BackupDone> {
  if (existsSync(file)) throw new StartProblem(`The file ${file} exists already: choose another name.`);
  const owner = await connectAsOwner(parts.ownerUrl);
  const unfinished = `${file}.part`;
  const done = { tables: 0, files: 0 };
  try {
    await owner.query('begin isolation level repeatable read read only');
    await pipeline(
      written(entries(owner, parts, done)),
      createZstdCompress(),
      (bytes: AsyncIterable<Uint8Array>) => seal(bytes, parts.passphrase),
      createWriteStream(unfinished, { mode: 0o600, flush: true }),
    );
    await rename(unfinished, file);
    await syncFolder(dirname(file));
    return { ...done, bytes: (await stat(file)).size };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await owner.end().catch(() => undefined);
  }
}

async function* entries(
  owner: pg.Client,
  parts: BackupParts,
  done: { tables: number; files: number },
): AsyncGenerator<Entry> {
  let count = 0;
  function counted(entry: Entry): Entry {
    count++;
    return entry;
  }
  const migrations = await owner.query<{ name: string; checksum: string }>(
    'select name, checksum from kernel.migration order by name',
  );
  const server = await owner.query<{ version: string }>(`select current_setting('server_version') as version`);
  yield counted({
    head: {
      kind: 'about',
      about: {
        format: 1,
        at: Temporal.Now.instant().toString(),
        migrations: migrations.rows,
        jobTables: await jobTablesVersion(owner),
        server: server.rows[0]?.version ?? '',
      },
    },
  });
  yield counted({ head: { kind: 'key', key: parts.dataKey } });
  const tables = await carriedTables(owner);
  for (const table of tables) {
    done.tables++;
    parts.tell?.(`table ${done.tables} of ${tables.length}: ${table.schema}.${table.name}`);
    const content = owner.query(copyTo(`copy ${withColumns(owner, table)} to stdout`));
    yield counted({ head: { kind: 'table', ...table }, content });
  }
  // After the tables: sequences stand outside the snapshot, and a value too high does no harm.
  yield counted({ head: { kind: 'sequences', sequences: await sequenceValues(owner) } });
  // After the snapshot was taken: every file that a row of it names is on the disk by now.
  for await (const path of filesBelow(parts.filesFolder)) {
    if (!existsSync(path)) continue; // removed since: only rows that were erased after the snapshot named it
    done.files++;
    if (done.files % 1000 === 0) parts.tell?.(`${done.files} files`);
    const stream = createReadStream(path, { highWaterMark: 256 * 1024 });
    yield counted({ head: { kind: 'file', path: relative(parts.filesFolder, path) }, content: stream });
  }
  parts.tell?.(`${done.files} files`);
  yield { head: { kind: 'end', entries: count } };
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  if (!existsSync(folder)) return;
  const found = await readdir(folder, { withFileTypes: true });
  for (const one of found.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (one.name === 'incoming') continue; // not acknowledged yet
    const path = join(folder, one.name);
    if (one.isDirectory()) yield* filesBelow(path);
    else if (one.isFile()) yield path;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}
