import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkRuleBook, findOn, type RuleBook } from '../engine/rule-book.ts';
import { makeTaxTables, type TaxTables } from '../engine/sweden/tax-table.ts';
import { readTaxTables } from './read-tax-tables.ts';

/**
 * Reads every parameter of pay and the tax tables they name, and checks them together.
 * @param folder `data/parameters/payroll`
 * @throws Error that names all that is wrong at once
 */
export function loadRuleBook(folder: string): RuleBook {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const rows = names.flatMap((name) => {
    const content: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    if (!Array.isArray(content)) throw new Error(`${name}: not a list of parameters`);
    return content;
  });
  const book = checkRuleBook(rows, new Map());
  const taxTables = new Map<number, TaxTables>();
  for (const { from } of book.byKey.get('se.tax.tables') ?? []) {
    const named = findOn(book, 'se.tax.tables', from);
    if (!named) continue;
    const tables = makeTaxTables(readTaxTables(readFileSync(join(folder, named.value.file), 'utf8')));
    const absent = named.value.tables.filter((table) => !tables.has(table));
    if (absent.length > 0) throw new Error(`${named.value.file}: no table ${absent.join(', ')}`);
    taxTables.set(Number(from.slice(0, 4)), tables);
  }
  return { ...book, taxTables };
}
