import type { Pool } from 'pg';
import { READ_ONLY } from './fence.ts';
import { readsOf } from './reads.ts';
import { wireValues } from './values.ts';

/**
 * Asks one statement outside any scope, for look-ups by key before somebody is known; it leaves with what is read in the
 * same turn. There is no fence in it: a table that has one can not be asked so.
 */
export function askTogether<Row>(
  pool: Pool,
  { text, values }: { readonly text: string; readonly values: readonly unknown[] },
): Promise<readonly Row[]> {
  return new Promise((resolve, reject) => {
    const answer = (rows: readonly unknown[]) => resolve(rows as readonly Row[]); // as the caller's statement says
    readsOf(pool).ask([READ_ONLY], { text, values: wireValues(values), whole: {}, answer, fail: reject });
  });
}
