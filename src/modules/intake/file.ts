import type { AuthorityId, FileDigest, PartyId } from '../../kernel/ids.ts';
import type { MappingBody } from './mapping.ts';
import type { FileFault } from './read/source-row.ts';

/** `reading` → `taking` → `settled`; a mended row leads back to `taking`; `refused`: no row of it was taken. */
export type FileState = 'reading' | 'taking' | 'settled' | 'refused';

export type FileKey = { readonly authority: AuthorityId; readonly file: string };
export type MappingKey = { readonly authority: AuthorityId; readonly mapping: string };

/** How a kind of file is read, with the file whose rows are shown while it is edited. */
export type KeptMapping = MappingKey & {
  readonly name: string;
  readonly target: string;
  readonly revision: number;
  readonly body: MappingBody;
  readonly sample: { readonly digest: FileDigest; readonly name: string } | null;
  readonly accountTo: string | null;
  readonly changedAt: Temporal.Instant;
  readonly changedByName: string;
};

export type IntakeFile = FileKey & {
  readonly mapping: string;
  readonly revision: number;
  readonly target: string;
  readonly body: MappingBody;
  readonly name: string;
  readonly digest: FileDigest;
  readonly size: number;
  readonly receivedAt: Temporal.Instant;
  /** Null when it did not come from a person. */
  readonly receivedBy: PartyId | null;
  readonly receivedByName: string;
  readonly accountTo: string | null;
  readonly state: FileState;
  readonly fault: FileFault | null;
};

export type RowState = 'waiting' | 'taken' | 'unchanged' | 'quarantined';

/** What became of the rows: all but `waiting` are together all of them when the file is settled. */
export type Counts = Readonly<Record<RowState, number>>;

export function totalOf({ waiting, taken, unchanged, quarantined }: Counts): number {
  return waiting + taken + unchanged + quarantined;
}

/** Of what is counted, with nought for the rest. */
export function countsOf(counted: readonly (readonly [RowState, number])[]): Counts {
  return { waiting: 0, taken: 0, unchanged: 0, quarantined: 0, ...Object.fromEntries(counted) };
}
