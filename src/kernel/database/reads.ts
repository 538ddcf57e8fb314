import type { Pool, PoolClient } from 'pg';
import { type Asked, Batch, type Outcome, type Package } from './batch.ts';
import { sendUnawaited } from './statement.ts';

/**
 * The reads of a pool. What is asked behind the same fence in one turn of the event loop is one transaction, whoever asks
 * it; what is asked behind several fences in one turn leaves together, each in a transaction of its own. A connection is
 * held from the write to the answer.
 */
export class Reads {
  readonly #pool: Pool;
  readonly #together: number;
  readonly #most: number;
  readonly #waiting = new Map<string, { readonly opening: readonly string[]; readonly asked: Asked[] }>();
  #held = 0;
  #isPlanned = false;

  /**
   * @param together how many transactions one connection gets at once: they wait for each other, so more than one only
   * where all statements are quick
   */
  constructor(pool: Pool, together: number) {
    this.#pool = pool;
    this.#together = together;
    // More connections than cores wait for each other in PostgreSQL; writes need some too.
    this.#most = together > 1 ? Math.max(1, Math.floor(pool.options.max / 2)) : pool.options.max;
  }

  ask(opening: readonly string[], asked: Asked): void {
    const key = opening.join();
    const here = this.#waiting.get(key);
    if (here) here.asked.push(asked);
    else this.#waiting.set(key, { opening, asked: [asked] });
    this.#plan();
  }

  #plan(): void {
    if (this.#isPlanned) return;
    this.#isPlanned = true;
    setImmediate(() => {
      this.#isPlanned = false;
      while (this.#waiting.size > 0 && this.#held < this.#most) {
        this.#held += 1;
        const taken = [...this.#waiting].slice(0, this.#together);
        for (const [key] of taken) this.#waiting.delete(key);
        this.#carryOut(taken.map(([, one]) => one));
      }
    });
  }

  #carryOut(packages: readonly Package[]): void {
    this.#pool.connect((error, client) => {
      if (!client) {
        this.#held -= 1;
        for (const { asked } of packages) for (const one of asked) one.fail(error);
        return;
      }
      client.query(new Batch(packages, (outcome) => this.#end(client, outcome)));
    });
  }

  #end(client: PoolClient, { left, error, broken }: Outcome): void {
    if (error && !broken) sendUnawaited(client, 'rollback'); // behind the answers that are still to come
    client.release(broken);
    this.#held -= 1;
    for (const { opening, asked } of left) for (const one of asked) this.ask(opening, one);
    if (this.#waiting.size > 0) this.#plan();
  }
}

const readsOfPools = new WeakMap<Pool, Reads>();

/** The same for all who read from the pool. */
export function readsOf(pool: Pool, together = 1): Reads {
  const known = readsOfPools.get(pool);
  if (known) return known;
  const reads = new Reads(pool, together);
  readsOfPools.set(pool, reads);
  return reads;
}
