import { type Minor, timesOver } from '../amount.ts';

/** 1 wages under 66 · 2 pension 66+ · 3 wages 66+ · 4 sickness compensation under 66 · 5 other · 6 pension under 66. */
export const taxColumns = [1, 2, 3, 4, 5, 6] as const;
export type TaxColumn = (typeof taxColumns)[number];

/** One row of a monthly table: kronor from and to (null: and more), and per column kronor or percent of the whole pay. */
export type TaxRow = {
  readonly table: number;
  readonly unit: 'kronor' | 'percent';
  readonly from: number;
  readonly to: number | null;
  readonly columns: readonly number[];
};

/** A table made ready for looking up: rows in order, one list of numbers per column. */
export type TaxTable = {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly columns: readonly Int32Array[];
  /** From this row on the columns are percent. */
  readonly percentFrom: number;
};

/** The tables of one year by number. */
export type TaxTables = ReadonlyMap<number, TaxTable>;

const ENDLESS = 2_147_483_647;

/** @throws Error that names the table and the row where rows overlap, leave a gap, or kronor follow percent */
export function makeTaxTables(rows: readonly TaxRow[]): TaxTables {
  return new Map([...Map.groupBy(rows, ({ table }) => table)].map(([table, own]) => [table, makeTaxTable(table, own)]));
}

function makeTaxTable(table: number, rows: readonly TaxRow[]): TaxTable {
  const sorted = rows.toSorted((a, b) => a.from - b.from);
  sorted.forEach((row, n) => {
    const before = sorted[n - 1];
    if (row.to !== null && row.to < row.from)
      throw new Error(`table ${table}: the row from ${row.from} ends before it begins`);
    if (!before) return;
    if (before.to === null || row.from !== before.to + 1) {
      throw new Error(
        `table ${table}: the row from ${row.from} does not follow the one to ${before.to ?? 'further notice'}`,
      );
    }
    if (before.unit === 'percent' && row.unit === 'kronor')
      throw new Error(`table ${table}: kronor after percent at ${row.from}`);
  });
  const percentFrom = sorted.findIndex(({ unit }) => unit === 'percent');
  return {
    from: Int32Array.from(sorted, ({ from }) => from),
    to: Int32Array.from(sorted, ({ to }) => to ?? ENDLESS),
    columns: taxColumns.map((column) => Int32Array.from(sorted, ({ columns }) => columns[column - 1] ?? 0)),
    percentFrom: percentFrom === -1 ? sorted.length : percentFrom,
  };
}

/**
 * The tax of a month in öre, always whole kronor; undefined when the table has no row for the pay.
 * The pay counts in whole kronor; a percent row takes its percent of the whole pay, öre dropped.
 */
export function taxByTable(table: TaxTable, column: TaxColumn, pay: Minor): Minor | undefined {
  const kronor = Math.floor(pay / 100);
  if (kronor < 1) return 0;
  const row = rowAt(table, kronor);
  const found = table.columns[column - 1]?.[row];
  if (found === undefined || kronor > (table.to[row] ?? 0)) return undefined;
  return row < table.percentFrom ? found * 100 : timesOver(kronor, found, 100, 'down') * 100;
}

/** The last row that begins at or before the pay. */
function rowAt(table: TaxTable, kronor: number): number {
  let low = 0;
  let high = table.from.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((table.from[middle] ?? ENDLESS) <= kronor) low = middle;
    else high = middle - 1;
  }
  return low;
}
