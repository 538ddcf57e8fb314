import { type RuleBook, valueOn } from '../engine/rule-book.ts';
import { differencesFromFormula } from '../engine/sweden/tax-check.ts';
import { makeTaxTables } from '../engine/sweden/tax-table.ts';
import { readTaxTables } from './read-tax-tables.ts';

/**
 * What a file of Skatteverket's holds, beside the formula of its year.
 * @throws Error that names the rows that are none, gaps, overlaps, and a year without a formula
 */
export function checkTaxTables(book: RuleBook, content: string, year: number) {
  const rows = readTaxTables(content);
  const tables = [...makeTaxTables(rows).keys()];
  const formula = valueOn(book, 'se.tax.formula', `${year}-01-01`).value;
  const percentRows = rows.filter(({ unit }) => unit === 'percent').length;
  return { tables, rows: rows.length, percentRows, differences: differencesFromFormula(formula, rows) };
}
