import {
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  Transaction,
} from 'kysely';
import type { PoolClient } from 'pg';
import type { DB } from './database.generated.ts';
import { toWire } from './values.ts';

/** A fenced transaction: the only thing that a store function can send a statement through. */
export type Tx = Transaction<DB>;

/**
 * Named statements are planned once per connection (2.2 times the speed of unnamed ones). The map is capped: lists and
 * bulk inserts have endless variants and would fill every backend's plan cache.
 */
const NAMES_MAX = 1000;
const names = new Map<string, string>();

function nameOf(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined) return known;
  if (names.size >= NAMES_MAX) return undefined;
  const name = `q${names.size}`;
  names.set(sql, name);
  return name;
}

class NoDriver extends DummyDriver {
  override acquireConnection(): never {
    throw new Error('no statement outside a scope');
  }
}

const dialect: Dialect = {
  createDriver: () => new NoDriver(),
  createQueryCompiler: () => new PostgresQueryCompiler(),
  createAdapter: () => new PostgresAdapter(),
  createIntrospector: (db): DatabaseIntrospector => new PostgresIntrospector(db),
};
const executor = new Kysely<DB>({ dialect }).getExecutor();

/** Errors after which a connection is not trusted again: no SQLSTATE, or a statement name the server does not know. */
function breaksConnection(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  return typeof code !== 'string' || code.length !== 5 || code === '26000' || code === '0A000';
}

/** One checked-out client inside `begin … commit`; statements are pipelined behind the fence without waiting for it. */
export class FencedConnection implements DatabaseConnection {
  broken: Error | undefined;
  closed = false;
  inFlight = 0;
  readonly #client: PoolClient;
  readonly #fence: Promise<unknown>;

  constructor(client: PoolClient, fence: Promise<unknown>) {
    this.#client = client;
    this.#fence = fence;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.closed) throw new Error('the scope is closed');
    this.inFlight++;
    try {
      const name = nameOf(query.sql);
      const values = query.parameters.map(toWire);
      const answer = this.#client.query(name ? { name, text: query.sql, values } : { text: query.sql, values });
      answer.catch(() => undefined); // the fence may fail first: no unhandled rejection
      await this.#fence; // fails before the statement's answer is looked at
      const result = await answer;
      const changes = result.command !== 'SELECT' && result.rowCount !== null;
      return {
        rows: result.rows as R[],
        ...(changes ? { numAffectedRows: BigInt(result.rowCount ?? 0) } : {}),
      };
    } catch (error) {
      if (breaksConnection(error)) this.broken ??= error as Error;
      throw error;
    } finally {
      this.inFlight--;
    }
  }

  // biome-ignore lint/correctness/useYield: pipeline mode has no cursors, so there is nothing to yield
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('pipeline mode has no cursors');
  }

  transaction(): Tx {
    return new Transaction<DB>({
      config: { dialect },
      dialect,
      driver: new NoDriver(),
      executor: executor.withConnectionProvider({ provideConnection: (use) => use(this) }),
    });
  }
}
