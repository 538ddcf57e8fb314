import type { TaxRow } from '../engine/sweden/tax-table.ts';

/** Rows of a file of Skatteverket's that are not what they should be, each by its number. */
export class TaxTableProblem extends Error {
  constructor(problems: readonly string[]) {
    super(`table file:\n  ${problems.slice(0, 20).join('\n  ')}`);
    this.name = 'TaxTableProblem';
  }
}

/** Monthly rows of Skatteverket's table file, as text of fixed width or as CSV, whichever it is. */
export function readTaxTables(content: string): readonly TaxRow[] {
  const lines = content.replace(/^(\uFEFF|ï»¿)/, '').split(/\r?\n/);
  const csv = lines[0]?.includes(';') ?? false;
  const problems: string[] = [];
  const rows: TaxRow[] = [];
  lines.forEach((line, n) => {
    if (line.trim() === '' || (csv && n === 0)) return;
    const row = csv ? fromCsv(line) : fromText(line);
    if (row === 'other period') return;
    if (row) rows.push(row);
    else problems.push(`row ${n + 1}: ${line.slice(0, 60)}`);
  });
  if (problems.length > 0) throw new TaxTableProblem(problems);
  return rows;
}

/** Positions 1-2 period, 3 B or %, 4-5 table, 6-12 from, 13-19 to (blank: and more), then six columns of five. */
function fromText(line: string): TaxRow | 'other period' | undefined {
  const period = line.slice(0, 2);
  if (period === '14') return 'other period';
  const unit = line[2];
  if (period !== '30' || (unit !== 'B' && unit !== '%')) return undefined;
  const columns = Array.from({ length: 6 }, (_none, n) => line.slice(19 + n * 5, 24 + n * 5));
  return rowOf(unit, line.slice(3, 5), line.slice(5, 12), line.slice(12, 19), columns);
}

/** `År;Antal dgr;Tabellnr;Inkomst fr.o.m.;Inkomst t.o.m.;Kolumn 1 …`: six or seven columns. */
function fromCsv(line: string): TaxRow | 'other period' | undefined {
  const [, period = '', table = '', from = '', to = '', ...columns] = line.split(';');
  const [, days, unit] = /^(14|30)([B%])$/.exec(period.trim()) ?? [];
  if (days === '14') return 'other period';
  if (unit === undefined || columns.length < 6 || columns.length > 7) return undefined;
  return rowOf(unit, table, from, to, columns);
}

function rowOf(unit: string, table: string, from: string, to: string, columns: readonly string[]): TaxRow | undefined {
  const numbers = [table, from, ...columns].map(wholeNumber);
  const [number, first, ...cells] = numbers;
  const last = to.trim() === '' ? null : wholeNumber(to);
  if (number === undefined || first === undefined || last === undefined) return undefined;
  const kept = cells.filter((cell) => cell !== undefined);
  if (kept.length !== cells.length) return undefined;
  if (last === null && unit !== '%') return undefined; // only the last percent row has no end
  return { table: number, unit: unit === '%' ? 'percent' : 'kronor', from: first, to: last, columns: kept };
}

/** Blank cells are nothing to pay. */
function wholeNumber(text: string): number | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return 0;
  return /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : undefined;
}
