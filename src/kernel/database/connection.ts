import {
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  DefaultQueryExecutor,
  type Dialect,
  DummyDriver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  Transaction,
} from 'kysely';
import type { PoolClient } from 'pg';
import type { DB } from './database.generated.ts';
import { breaksConnection, nameOf, send, sendUnawaited } from './statement.ts';
import { toWire } from './values.ts';

/** A fenced transaction: the only thing that a store function can send a statement through. */
export type Tx = Transaction<DB>;

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
const driver = new NoDriver();
const compiler = new PostgresQueryCompiler();
const adapter = new PostgresAdapter();

/** Sends what Kysely has compiled straight through; its own way there is three promises longer. */
class FencedExecutor extends DefaultQueryExecutor {
  readonly #connection: DatabaseConnection;

  constructor(connection: DatabaseConnection) {
    super(compiler, adapter, { provideConnection: (use) => use(connection) });
    this.#connection = connection;
  }

  override executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.#connection.executeQuery<R>(query);
  }
}

/** What store functions send their statements through, over a connection that puts them behind the fence. */
export function transactionOn(connection: DatabaseConnection): Tx {
  return new Transaction<DB>({ config: { dialect }, dialect, driver, executor: new FencedExecutor(connection) });
}

/** Statements that lie behind one opening of the fence. */
type Fenced = { opened: boolean; error: Error | undefined };

/**
 * One checked-out client, whose statements all lie behind the fence, whether they are awaited or not.
 *
 * It opens once, and is ended by its scope. Whatever is asked in one turn leaves in one write to the system.
 */
export class FencedConnection implements DatabaseConnection {
  broken: Error | undefined;
  readonly #client: PoolClient;
  readonly #opening: string;
  readonly #underWay = new Set<Promise<unknown>>();
  #fenced: Fenced | undefined;
  #corked = false;
  #closed = false;

  constructor(client: PoolClient, opening: string) {
    this.#client = client;
    this.#opening = opening;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#closed) throw new Error('the scope is closed');
    if (!this.#corked) this.#cork();
    this.#fenced ??= this.#open();
    const fenced = this.#fenced;
    const answer = send(this.#client, query.sql, query.parameters.map(toWire), nameOf(query.sql));
    this.#underWay.add(answer);
    try {
      const { rows, command, rowCount } = await answer;
      if (!fenced.opened) throw new Error('the fence was not opened');
      const changes = command !== 'SELECT' && rowCount !== null;
      return changes ? { rows, numAffectedRows: BigInt(rowCount) } : { rows };
    } catch (error) {
      if (breaksConnection(error)) this.broken ??= error as Error;
      throw fenced.error ?? error; // the fence is answered before what lies behind it
    } finally {
      this.#underWay.delete(answer);
    }
  }

  /** @throws when a statement is under way, or the commit of a write has not committed */
  async end(): Promise<void> {
    if (this.#underWay.size > 0) throw new Error('a statement was left running when the scope ended');
    this.#closed = true;
    if (!this.#fenced) return;
    this.#fenced = undefined;
    const { command } = await this.#conclude('commit');
    // A commit after a failed statement is answered by ROLLBACK, without an error.
    if (command !== 'COMMIT') throw new Error('the transaction was rolled back: a failed statement was overlooked');
  }

  /** Undoes a write; waits for what is under way. */
  async abandon(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#underWay);
    if (!this.#fenced) return;
    await this.#conclude('rollback').catch(() => undefined);
  }

  #conclude(how: 'commit' | 'rollback'): Promise<{ readonly command: string }> {
    return send(this.#client, how).catch((error) => {
      this.broken ??= error;
      throw error;
    });
  }

  /** What is asked until the end of this turn leaves in one write. */
  #cork(): void {
    const { stream } = this.#client.connection;
    stream.cork();
    this.#corked = true;
    process.nextTick(() => {
      this.#corked = false;
      stream.uncork();
    });
  }

  #open(): Fenced {
    const fenced: Fenced = { opened: false, error: undefined };
    sendUnawaited(this.#client, this.#opening, (error) => {
      fenced.opened = !error;
      fenced.error = error;
    });
    return fenced;
  }

  // biome-ignore lint/correctness/useYield: pipeline mode has no cursors, so there is nothing to yield
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('pipeline mode has no cursors');
  }
}
