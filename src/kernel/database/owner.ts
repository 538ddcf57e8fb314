import pg from 'pg';
import { StartProblem } from '../start-problem.ts';
import { fieldTypes } from './values.ts';

const OLDEST = 15;

/** A connection string as it may be shown: without its password. */
function withoutPassword(url: string): string {
  const shown = new URL(url);
  return `${shown.host}${shown.pathname}`;
}

/**
 * The owner's own connection, for migrations, backup and other offline work; pages and jobs never use it.
 * @throws StartProblem when the database does not answer, refuses, or is older than PostgreSQL 15
 */
export async function connectAsOwner(ownerUrl: string): Promise<pg.Client> {
  if (!URL.canParse(ownerUrl)) {
    throw new StartProblem(
      'DATABASE_URL is not a connection string: write postgres://user:password@host:5432/database.',
    );
  }
  const owner = new pg.Client({
    connectionString: ownerUrl,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    types: fieldTypes,
    application_name: 'allmanning owner',
    options: '-c timezone=UTC -c client_min_messages=warning',
  });
  owner.on('error', () => undefined); // the statement under way is told
  try {
    await owner.connect();
  } catch (cause) {
    await owner.end().catch(() => undefined);
    const { message, code } = cause as { message: string; code?: string };
    throw new StartProblem(
      `The database at ${withoutPassword(ownerUrl)} can not be reached (${message || code}): check DATABASE_URL, and that PostgreSQL runs there.`,
      cause,
    );
  }
  const { rows } = await owner.query<{ version: string; number: number }>(
    `select current_setting('server_version') as version, current_setting('server_version_num')::int as number`,
  );
  const server = rows[0];
  if (server && server.number >= OLDEST * 10_000) return owner;
  await owner.end();
  throw new StartProblem(
    `The database at ${withoutPassword(ownerUrl)} is PostgreSQL ${server?.version}: Allmänning needs ${OLDEST} or newer.`,
  );
}
