import { type Cells, cellsOf, checkRow, missingColumns, type Reason } from './check-row.ts';
import type { MappingBody } from './mapping.ts';
import { type Content, openRows } from './read/open-rows.ts';
import { type FileFault, UnreadableFile } from './read/source-row.ts';
import type { IntakeTarget, TargetRow } from './target.ts';

export type PreviewRow = {
  readonly number: number;
  readonly cells: Cells;
  readonly row: TargetRow | null;
  readonly reasons: readonly Reason[];
};

/** What the first rows of a file become by a mapping; nothing is stored. `fault`: it can not be read at all. */
export type Preview = {
  readonly columns: readonly string[];
  readonly rows: readonly PreviewRow[];
  readonly fault: FileFault | null;
};

const ROWS = 20;

export async function preview(content: Content, body: MappingBody, target: IntakeTarget): Promise<Preview> {
  const rows: PreviewRow[] = [];
  const columns = new Set<string>();
  try {
    const source = await openRows(content, body);
    for (const name of source.columns ?? []) columns.add(name);
    for await (const row of source.rows) {
      const cells = cellsOf(row, target, body, source.from1904);
      for (const name of Object.keys(cells)) columns.add(name);
      rows.push({ number: row.number, cells, ...checkRow(cells, target, body, row.fault) });
      if (rows.length === ROWS) break;
    }
    const missing = missingColumns(source.columns, body);
    const fault: FileFault | null = missing.length === 0 ? null : { reason: 'columns', where: missing.join(', ') };
    return { columns: [...columns], rows, fault: rows.length === 0 ? { reason: 'no-rows' } : fault };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { columns: [...columns], rows, fault: error.fault };
  }
}
