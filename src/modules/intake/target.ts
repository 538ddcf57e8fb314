import type { Tx } from '../../kernel/database/connection.ts';
import type { AuthorityId, PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import type { InEach } from '../../kernel/texts.ts';

/** What a field of a target holds. `codes` is several of a list, in one cell with commas or spaces between. */
export type FieldType = 'text' | 'integer' | 'decimal' | 'date' | 'code' | 'codes';

export type Code = { readonly value: string; readonly label: InEach<string> };

export type TargetField = {
  readonly name: string;
  readonly label: InEach<string>;
  readonly type: FieldType;
  readonly required: boolean;
  /** Part of what says which thing the row is about: two rows with the same key are about the same. */
  readonly key?: boolean;
  /** Of a text; 200 when nothing is said. */
  readonly maxLength?: number;
  /** Of a decimal; two when nothing is said. */
  readonly decimals?: number;
  /** What a `code` or `codes` may be. */
  readonly codes?: readonly Code[];
  /** Not shown among the rows of a file; only where the row itself is mended. */
  readonly secret?: true;
};

/**
 * A row in the target's own terms: text in one form for each type (`12`, `-3.50`, `2026-01-31`, `child-care,dialogue` in
 * order). A field without a value is left out.
 */
export type TargetRow = Readonly<Record<string, string>>;

/** `refused`: in words for who mends it, without repeating what the row holds. */
export type Taking = 'taken' | 'unchanged' | { readonly refused: InEach<string> };

/** Who has brought a row: its file, and whoever mended it; and what it is kept under. */
export type Brought = { readonly by: readonly PartyId[]; readonly source: string };

/** Rows about people: who looks at them leaves a line with each, for this purpose. */
export type AboutPeople = {
  /** A text key (`payroll.purpose.read`). */
  readonly purpose: string;
  /** The same of a system that has brought rows about them. */
  readonly received: string;
  parties(tx: Tx, authority: AuthorityId, rows: readonly TargetRow[]): Promise<readonly PartyId[]>;
};

/**
 * What the rows of a file are taken into: a port of higher floors. `take` runs in the transaction that marks the row, as
 * a worker behind the authority's fence; the same row once more answers `unchanged`.
 */
export type IntakeTarget = {
  /** Kept with each mapping, so never changed. */
  readonly name: string;
  readonly label: InEach<string>;
  readonly fields: readonly TargetField[];
  readonly about?: AboutPeople;
  take(tx: Tx, scope: Scope, authority: AuthorityId, row: TargetRow, brought: Brought): Promise<Taking>;
};
