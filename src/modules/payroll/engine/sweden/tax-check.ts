import type { ValueOf } from '../parameter-kinds.ts';
import { taxSteps, upperBound } from './tax-formula.ts';
import { type TaxRow, taxColumns } from './tax-table.ts';

/** A published cell of a row in kronor that the formula of column 1 does not give. */
export type TaxDifference = {
  readonly table: number;
  readonly from: number;
  readonly column: number;
  readonly published: number;
  readonly formula: number;
};

const FIRST_PAY = 2_001;

/**
 * Every published row in kronor beside the formula for wages under 66: column 1 is to have no difference; in the others,
 * which follow other rules, the list shows what those rules change.
 */
export function differencesFromFormula(
  formula: ValueOf<'tax-formula'>,
  rows: readonly TaxRow[],
): readonly TaxDifference[] {
  return rows.flatMap((row) => {
    if (row.unit !== 'kronor' || row.from < FIRST_PAY || row.to === null) return [];
    const computed = taxSteps(formula, row.table, upperBound(row.from)).monthlyTax;
    return taxColumns.flatMap((column) => {
      const published = row.columns[column - 1] ?? 0;
      const { table, from } = row;
      return published === computed ? [] : [{ table, from, column, published, formula: computed }];
    });
  });
}
