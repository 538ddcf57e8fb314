import type { Layout } from '../mapping.ts';
import type { SourceRow, SourceRows } from './source-row.ts';

type FixedWidth = Extract<Layout, { kind: 'fixed-width' }>;

/** Rows whose columns stand at certain characters. What stands after the last of them says that the row is shifted. */
export function readFixedWidth(lines: AsyncIterable<string>, layout: FixedWidth): SourceRows {
  return { columns: layout.columns.map(({ name }) => name), from1904: false, rows: rowsOf(lines, layout) };
}

async function* rowsOf(lines: AsyncIterable<string>, { skip, columns }: FixedWidth): AsyncGenerator<SourceRow> {
  const end = Math.max(...columns.map(({ from, length }) => from - 1 + length));
  let number = 0;
  for await (const line of lines) {
    number++;
    if (number <= skip || line.trim() === '') continue;
    const cells = Object.fromEntries(
      columns.map(({ name, from, length }) => [name, line.slice(from - 1, from - 1 + length).trim()]),
    );
    const surplus = line.slice(end).trim();
    yield surplus === '' ? { number, cells } : { number, cells: { ...cells, '+': surplus }, fault: 'shifted' };
  }
}
