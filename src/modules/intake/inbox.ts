import type { Tx } from '../../kernel/database/connection.ts';
import type { AuthorityId, FileDigest } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { Desk } from './desk.ts';
import { type Counts, countsOf } from './file.ts';
import { loadFile } from './store/files.ts';
import { loadMapping } from './store/mappings.ts';
import { countRows } from './store/rows.ts';
import { takeIn } from './take-file.ts';

type Place = { readonly authority: AuthorityId; readonly place: string };
type CameIn = { readonly name: string; readonly digest: FileDigest; readonly size: number };

/** A desk's files as they come without a person: each by a mapping of the desk, to whoever keeps the ledger of what comes. */
export function inboxOf({ targets }: Pick<Desk, 'targets'>) {
  const names = new Set(targets.map(({ name }) => name));
  return {
    async isPlace(scope: Scope, { authority, place: mapping }: Place): Promise<boolean> {
      try {
        const { target } = await scope.read((tx) => loadMapping(tx, { authority, mapping }));
        return names.has(target);
      } catch (error) {
        if (isRefusal(error, 'not-found')) return false;
        throw error;
      }
    },
    async takeIn(tx: Tx, scope: Scope, { authority, place: mapping }: Place, came: CameIn, from: string) {
      const { file } = await takeIn(tx, scope, { authority, mapping }, came, { party: null, name: from });
      return file;
    },
    async becameOf(tx: Tx, authority: AuthorityId, files: readonly string[]) {
      const found = await Promise.all(
        files.map(async (file) => {
          const [{ state }, counts] = await Promise.all([
            loadFile(tx, { authority, file }),
            countRows(tx, { authority, file }),
          ]);
          return [file, { state, ...countsOf(counts) }] as const;
        }),
      );
      return new Map<string, Counts & { readonly state: string }>(found);
    },
  };
}
