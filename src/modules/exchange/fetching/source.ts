import type { Tx } from '../../../kernel/database/connection.ts';
import type { AuthorityId } from '../../../kernel/ids.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { isArrivalName } from '../arrivals/arrival.ts';
import type { SftpAddress } from '../delivery.ts';

/** What a folder's files are. */
export type SourceKind = 'bank-answer';

/** A file as the folder shows it: time in whole seconds. */
export type FoundFile = { readonly name: string; readonly size: number; readonly modified: number };

/**
 * `seen`: once, and taken when the next look finds it alike. `unfinished`: another name or nothing in it says so.
 * `changed`: it was written to while we read it. `refused`: it is not what it should be, by `detail`.
 */
export type FileState = 'seen' | 'unfinished' | 'changed' | 'taken' | 'moved' | 'refused';
export type KnownFile = FoundFile & { readonly state: FileState; readonly detail: string | null };

export type LookOutcome = 'answered' | 'later' | 'refused';

/** What is done with a file that stands there. */
export type Wish = 'leave' | 'read' | 'move';

/** Who decides on each file while the folder is open. */
export type Visitor = {
  /** Where taken files are moved to; null leaves them. */
  readonly doneFolder: string | null;
  readonly mostBytes: number;
  look(file: FoundFile): Wish;
  /** Null when it was written to meanwhile. @returns whether it is to be moved */
  read(file: FoundFile, content: Buffer | null): Promise<boolean>;
  moved(file: FoundFile): void;
};

/** Reads folders of others; a connector implements it. `detail` is a code, never a text of theirs. */
export type Collector = {
  collect(
    to: SftpAddress,
    folder: string,
    visitor: Visitor,
  ): Promise<{ readonly outcome: LookOutcome; readonly detail: string | null }>;
};

/** Who takes what is fetched, in the transaction of the ledger. @returns the id of what it became @throws Refusal */
export type Taker = (tx: Tx, scope: Scope, authority: AuthorityId, content: Buffer) => Promise<string>;
export type Takers = Readonly<Record<SourceKind, Taker>>;

const UNFINISHED = /\.(part|partial|tmp|temp|filepart|crdownload|uploading|lock)$/i;

/** What a look makes of a file, by what the look before knew of it. */
export function wishOf(
  file: FoundFile,
  before: KnownFile | undefined,
): { readonly wish: Wish; readonly state: FileState } {
  if (UNFINISHED.test(file.name) || file.size === 0) return { wish: 'leave', state: 'unfinished' };
  const isAlike = before?.size === file.size && before.modified === file.modified;
  if (!before || !isAlike) return { wish: 'leave', state: 'seen' };
  if (before.state === 'taken' || before.state === 'moved') return { wish: 'move', state: 'taken' };
  if (before.state === 'refused') return { wish: 'leave', state: 'refused' };
  return { wish: 'read', state: before.state };
}

/** Not hidden, and no path. */
export function isFetched({ name }: FoundFile): boolean {
  return isArrivalName(name);
}
