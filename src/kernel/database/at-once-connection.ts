import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { type Asked, Batch, type Outcome } from './batch.ts';
import { TRANSACTION_IS_ABORTED } from './pipelined.ts';
import { sendUnawaited } from './statement.ts';
import { wireValues } from './values.ts';

const CHANGED = /^(?:INSERT \d+|UPDATE|DELETE|MERGE) (\d+)$/;

/**
 * A write whose statements are all asked in one turn, so that its commit leaves with them: one package with one answer.
 * Each answer of its own would be a write of PostgreSQL's and a turn of ours (a filing has six).
 */
export class AtOnceConnection implements DatabaseConnection {
  readonly #pool: Pool;
  readonly #opening: readonly string[];
  readonly #asked: Asked[] = [];
  #underWay = 0;
  #hasFailed = false;
  #sent: Promise<Outcome> | undefined;
  #isLeaving = false;
  #closed = false;

  constructor(pool: Pool, opening: readonly string[]) {
    this.#pool = pool;
    this.#opening = opening;
  }

  executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    return new Promise((resolve, reject) => {
      if (this.#closed) throw new Error('the scope is closed');
      if (this.#sent) throw new Error('a write at once asks all its statements at once');
      const values = wireValues(parameters);
      this.#underWay += 1;
      this.#asked.push({
        ...{ text: sql, values, whole: this },
        answer: (rows, tag) => {
          this.#underWay -= 1;
          const [, changed] = CHANGED.exec(tag) ?? [];
          const answered = { rows: rows as R[] }; // as the caller's types say
          resolve(changed === undefined ? answered : { ...answered, numAffectedRows: BigInt(changed) });
        },
        fail: (error) => {
          this.#underWay -= 1;
          reject(this.#hasFailed ? new BehindFailed(error) : error);
          this.#hasFailed = true;
        },
      });
      if (!this.#isLeaving) this.#leave();
    });
  }

  /** @throws when a statement is under way, or the commit has not committed */
  async end(): Promise<void> {
    if (this.#underWay > 0) throw new Error('a statement was left running when the scope ended');
    const { error } = (await this.#sent) ?? {};
    if (!error) return;
    if (!this.#hasFailed) throw error;
    throw new Error('the transaction was rolled back: a failed statement was overlooked', { cause: error });
  }

  /** What has not left does not leave any more; what has is waited for. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#sent;
  }

  /** At the end of this turn, when all promises that are settled have been heard. */
  #leave(): void {
    this.#isLeaving = true;
    queueMicrotask(() =>
      process.nextTick(() => {
        if (this.#closed) for (const one of this.#asked) one.fail(new Error('the scope is closed'));
        else this.#sent = this.#send();
      }),
    );
  }

  async #send(): Promise<Outcome> {
    let client: PoolClient;
    try {
      client = await this.#pool.connect();
    } catch (error) {
      for (const one of this.#asked) one.fail(error);
      return { left: [], error: error as Error, broken: undefined };
    }
    const packages = [{ opening: this.#opening, asked: this.#asked }];
    const outcome = await new Promise<Outcome>((ended) => client.query(new Batch(packages, ended)));
    if (outcome.error && !outcome.broken) sendUnawaited(client, 'rollback');
    client.release(outcome.broken);
    return outcome;
  }

  // biome-ignore lint/correctness/useYield: pipeline mode has no cursors, so there is nothing to yield
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('pipeline mode has no cursors');
  }
}

/** Of a statement that was never run, since one before it failed; as PostgreSQL tells it of those that it has skipped itself. */
class BehindFailed extends Error {
  override name = 'BehindFailed';
  readonly code = TRANSACTION_IS_ABORTED;

  constructor(cause: unknown) {
    super('a statement before this one failed', { cause });
  }
}
