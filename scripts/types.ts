// The types of the tables, from a database that has had all migrations: npm run types
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../src/kernel/database/migrate.ts';
import { connectAsOwner } from '../src/kernel/database/owner.ts';
import { startEmbeddedPostgres } from '../src/kernel/embedded/embedded-postgres.ts';
import { projectRoot } from '../src/kernel/project-root.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';

const output = join(projectRoot, 'src/kernel/database/database.generated.ts');
const folder = mkdtempSync(join(tmpdir(), 'allmanning-types-'));
const server = await startEmbeddedPostgres({ dataFolder: folder, settings: { fsync: 'off' }, mortal: true });
try {
  const owner = await connectAsOwner(server.url('postgres'));
  await owner.query('create database types');
  await owner.end();
  await migrate(server.url('types'), { secrets: makeSecrets(exampleDataKey) });
  const made = join(folder, 'database.ts');
  execFileSync(
    join(projectRoot, 'node_modules/.bin/kysely-codegen'),
    [
      ...['--dialect', 'postgres', '--url', server.url('types'), '--out-file', made],
      ...['--default-schema', 'none', '--exclude-pattern', 'graphile_worker.*'],
      ...['--date-parser', 'string', '--log-level', 'error'],
      // What src/kernel/database/values.ts makes of them.
      '--type-mapping',
      JSON.stringify({ timestamptz: 'Temporal.Instant', date: 'Temporal.PlainDate', int8: 'bigint' }),
    ],
    { stdio: 'inherit' },
  );
  writeFileSync(output, readFileSync(made));
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
