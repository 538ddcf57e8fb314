/** A number comes from a sheet only; everything else is text. */
export type Cell = string | number;

/** Why a row could not be read into its columns at all. */
export type RowFault = 'shifted' | 'quotes' | 'too-long';

/** One row as it stands in the file. `number` is where its reader finds it: line, row of the sheet, or which element. */
export type SourceRow = {
  readonly number: number;
  readonly cells: Readonly<Record<string, Cell>>;
  readonly fault?: RowFault;
};

/** Why a file can not be read at all: then none of its rows is taken. */
export type FileFault = {
  readonly reason:
    | 'not-text'
    | 'not-a-sheet'
    | 'no-such-sheet'
    | 'broken'
    | 'doctype'
    | 'too-large'
    | 'no-rows'
    | 'columns';
  /** Line, entry or column that it is about. */
  readonly where?: string;
};

export class UnreadableFile extends Error {
  readonly fault: FileFault;
  constructor(reason: FileFault['reason'], where?: string) {
    super(`the file can not be read: ${reason}${where === undefined ? '' : ` (${where})`}`);
    this.name = 'UnreadableFile';
    this.fault = { reason, ...(where === undefined ? {} : { where }) };
  }
}

/** A file, opened: its columns, and its rows one after the other. */
export type SourceRows = {
  readonly columns: readonly string[] | null;
  /** Days of a workbook count from 1904 (old Macintosh) instead of 1900. */
  readonly from1904: boolean;
  readonly rows: AsyncIterable<SourceRow>;
};

/** Names of columns: trimmed; a missing or repeated one is called by its number. */
export function columnNames(header: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return header.map((text, index) => {
    const name = text.trim().replace(/\s+/g, ' ');
    const unique = name === '' || seen.has(name) ? String(index + 1) : name;
    seen.add(unique);
    return unique;
  });
}

/** The cells of one row under the names of the columns; more cells than columns is a row that has been shifted. */
export function rowOf(number: number, columns: readonly string[] | null, values: readonly Cell[]): SourceRow {
  const names = columns ?? values.map((_, index) => String(index + 1));
  const cells: Record<string, Cell> = {};
  values.forEach((value, index) => {
    cells[names[index] ?? `+${index + 1}`] = value;
  });
  const surplus = values.slice(names.length).some((value) => value !== '');
  return surplus ? { number, cells, fault: 'shifted' } : { number, cells };
}
