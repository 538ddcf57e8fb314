import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import type { Reads } from './reads.ts';
import { wireValues } from './values.ts';

/** What the statements of one read are sent through, for as long as it lasts. */
export class ReadConnection implements DatabaseConnection {
  readonly #reads: Reads;
  readonly #opening: readonly string[];
  #underWay = 0;
  #closed = false;

  constructor(reads: Reads, opening: readonly string[]) {
    this.#reads = reads;
    this.#opening = opening;
  }

  executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    return new Promise((resolve, reject) => {
      if (this.#closed) throw new Error('the scope is closed');
      const values = wireValues(parameters);
      this.#underWay += 1;
      this.#reads.ask(this.#opening, {
        text: sql,
        values,
        whole: this,
        answer: (rows) => {
          this.#underWay -= 1;
          resolve({ rows: rows as R[] }); // as the caller's types say
        },
        fail: (error) => {
          this.#underWay -= 1;
          reject(error);
        },
      });
    });
  }

  /** @throws when a statement is under way */
  end(): void {
    if (this.#underWay > 0) throw new Error('a statement was left running when the scope ended');
  }

  close(): void {
    this.#closed = true;
  }

  // biome-ignore lint/correctness/useYield: pipeline mode has no cursors, so there is nothing to yield
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('pipeline mode has no cursors');
  }
}
