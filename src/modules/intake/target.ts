import type { Tx } from '../../kernel/database/connection.ts';
import type { AuthorityId } from '../../kernel/ids.ts';
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
};

/**
 * A row in the target's own terms: text in one form for each type (`12`, `-3.50`, `2026-01-31`, `child-care,dialogue` in
 * order). A field without a value is left out.
 */
export type TargetRow = Readonly<Record<string, string>>;

/** `refused`: in words for who mends it, without repeating what the row holds. */
export type Taking = 'taken' | 'unchanged' | { readonly refused: InEach<string> };

/**
 * What the rows of a file are taken into: a port of higher floors. `take` runs in the transaction that marks the row, as
 * a worker behind the authority's fence; the same row once more answers `unchanged`.
 */
export type IntakeTarget = {
  /** Kept with each mapping, so never changed. */
  readonly name: string;
  readonly label: InEach<string>;
  readonly fields: readonly TargetField[];
  take(tx: Tx, scope: Scope, authority: AuthorityId, row: TargetRow): Promise<Taking>;
};
