import type { Tx } from '../database/connection.ts';
import type { FileDigest } from '../ids.ts';
import type { Schedule } from '../jobs/subscription.ts';
import type { Scope } from '../scope.ts';
import type { FileStore } from './file-store.ts';

/** Which of these contents the rows of one module name, whoever's they are. */
export type NamedFiles = (tx: Tx, digests: readonly FileDigest[]) => Promise<readonly FileDigest[]>;

export type RemoveUnnamedParts = {
  readonly files: FileStore;
  /**
   * Every module that names files, in the order in which a name moves on (draft, case, message). A name that moves
   * between two questions is then seen by the later one; asked the other way round it could be missed by both.
   */
  readonly namedBy: readonly NamedFiles[];
  /** Told how many, never which. */
  readonly log: { info(facts: object, message: string): void };
};

/** A file that is uploaded lies there before a row names it: so young ones are left alone. */
export const GRACE_DAYS = 2;
const ASKED_AT_ONCE = 1_000;

/**
 * Removes the contents that no row names any more: of erased cases, of drafts left alone, of uploads that were replaced.
 * Killed at any moment, it goes on at the next run.
 * @returns how many lay there long enough to be asked about, and how many were removed
 */
export async function removeUnnamed(
  scope: Scope,
  { files, namedBy, log }: RemoveUnnamedParts,
): Promise<{ readonly asked: number; readonly removed: number }> {
  const before = scope.now.subtract({ hours: 24 * GRACE_DAYS });
  await files.tidy(before);
  const counts = { asked: 0, removed: 0 };
  for await (const found of files.olderThan(before)) {
    for (let start = 0; start < found.length; start += ASKED_AT_ONCE) {
      const digests = found.slice(start, start + ASKED_AT_ONCE);
      let unnamed = digests;
      for (const named of namedBy) {
        const known = new Set(await scope.read((tx) => named(tx, unnamed)));
        unnamed = unnamed.filter((digest) => !known.has(digest));
      }
      counts.asked += digests.length;
      for (const digest of unnamed) if (await files.removeOlder(digest, before)) counts.removed++;
    }
  }
  log.info(counts, 'files that nothing names any more were removed');
  return counts;
}

/** Every night, after cases and drafts have been erased. */
export function removeUnnamedSchedule(parts: RemoveUnnamedParts): Schedule {
  return {
    name: 'kernel.remove-unnamed-files',
    cron: '40 3 * * *',
    run: async (scope) => void (await removeUnnamed(scope, parts)),
  };
}
