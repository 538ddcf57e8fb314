import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId, FileDigest } from '../../../kernel/ids.ts';
import type { Scope } from '../../../kernel/scope.ts';

/** Where files are taken in: a description of files, as another room calls it. */
export type Place = { readonly authority: AuthorityId; readonly place: string };

export type CameIn = { readonly name: string; readonly digest: FileDigest; readonly size: number };

/** What became of the rows of a file; together they are all. `state`: reading, taking, settled or refused. */
export type Became = {
  readonly state: string;
  readonly taken: number;
  readonly unchanged: number;
  readonly quarantined: number;
  readonly waiting: number;
};

/** Who takes the rows of what comes: a port, since the ledger knows nothing of rows. */
export type Inbox = {
  isPlace(scope: Scope, place: Place): Promise<boolean>;
  /** In the transaction of the ledger. @returns the id of what it became; the same for the same content */
  takeIn(tx: Tx, scope: Scope, place: Place, came: CameIn, from: string): Promise<string>;
  becameOf(tx: Tx, authority: AuthorityId, files: readonly string[]): Promise<ReadonlyMap<string, Became>>;
};

export type Arrival = Place &
  CameIn & {
    readonly arrival: string;
    readonly origin: 'machine' | 'destination';
    readonly originName: string;
    readonly at: Temporal.Instant;
    readonly file: string;
  };

const NAME = /^[^/\\\p{C}]{1,200}$/u;

/** A name that is a file's and no path, and not one that other programs hide. */
export function isArrivalName(name: string): boolean {
  return NAME.test(name) && !name.startsWith('.');
}
