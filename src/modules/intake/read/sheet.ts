import type { Layout } from '../mapping.ts';
import { dayOfSerial } from './sheet-day.ts';
import { type Cell, columnNames, rowOf, type SourceRow, type SourceRows, UnreadableFile } from './source-row.ts';
import { openWorkbook, type Workbook, xmlSteps } from './workbook.ts';

type Sheet = Extract<Layout, { kind: 'sheet' }>;

/** Rows of a sheet of a workbook (xlsx). Formulas count as what they last came to; nothing is computed. */
export async function readSheet(content: Buffer, layout: Sheet): Promise<SourceRows> {
  const workbook = await openWorkbook(content);
  const sheet = layout.sheet === null ? workbook.sheets[0] : workbook.sheets.find(({ name }) => name === layout.sheet);
  if (!sheet) throw new UnreadableFile('no-such-sheet', layout.sheet ?? '');
  const lines = filledLines(workbook, sheet.part, layout.skip);
  let columns: readonly string[] | null = null;
  if (layout.header) {
    const { value, done } = await lines.next();
    columns = done ? [] : columnNames(value.cells.map(String));
  }
  return { columns, from1904: workbook.from1904, rows: rowsOf(lines, columns, workbook) };
}

type Line = { readonly number: number; readonly cells: readonly Cell[] };

async function* rowsOf(
  lines: AsyncIterable<Line>,
  columns: readonly string[] | null,
  workbook: Workbook,
): AsyncGenerator<SourceRow> {
  for await (const { number, cells } of lines) {
    const width = columns?.length ?? cells.length;
    const padded = [...cells, ...Array<Cell>(Math.max(0, width - cells.length)).fill('')]; // empty cells are not written
    yield rowOf(number, columns, padded);
  }
  workbook.close();
}

/** Lines in which something stands, with the number that the sheet gives them. */
async function* filledLines(workbook: Workbook, part: string, skip: number): AsyncGenerator<Line> {
  const reader = lineReader(workbook);
  for await (const _ of xmlSteps(await workbook.open(part), reader)) {
    for (const line of reader.done.splice(0)) {
      if (line.number > skip && line.cells.some((cell) => typeof cell === 'number' || cell.trim() !== '')) yield line;
    }
  }
}

/** What stands farther to the right than any table reaches is kept as one cell beside it: the row has been shifted. */
const COLUMNS_MAX = 1000;
/** The longest sheet that spreadsheets make. */
const ROWS_MAX = 1_048_576;
/** Empty cells before a filled one are counted too: a few bytes can ask for a thousand of them. */
const CELLS_MAX = 20_000_000;

function lineReader(workbook: Workbook) {
  const done: Line[] = [];
  let number = 0;
  let cells: Cell[] = [];
  let counted = 0;
  let cell = { column: 0, type: '', style: 0, text: '' };
  let reads = false;
  return {
    done,
    open(name: string, at: Readonly<Record<string, string>>) {
      if (name === 'row') {
        number = rowNumber(at.r, number);
        cells = [];
      }
      if (name === 'c') {
        const column = at.r === undefined ? cells.length : columnOf(at.r);
        cell = { column, type: at.t ?? 'n', style: Number(at.s ?? 0), text: '' };
      }
      reads = name === 'v' || name === 't';
    },
    text(text: string) {
      if (reads) cell.text += text;
    },
    close(name: string) {
      reads = false;
      if (name === 'c') {
        const column = Math.min(cell.column, COLUMNS_MAX);
        counted += Math.max(0, column + 1 - cells.length);
        if (counted > CELLS_MAX) throw new UnreadableFile('too-large');
        while (cells.length < column) cells.push('');
        const value = cellOf(cell, workbook);
        if (column < COLUMNS_MAX || value !== '') cells[column] = value;
      }
      if (name === 'row') done.push({ number, cells });
    },
  };
}

/** Rows stand in order, each once: two with one number would be one, and a row would be lost. */
function rowNumber(said: string | undefined, before: number): number {
  if (said === undefined) return before + 1;
  if (!/^[0-9]{1,7}$/.test(said) || Number(said) <= before || Number(said) > ROWS_MAX)
    throw new UnreadableFile('broken', said.slice(0, 20));
  return Number(said);
}

/** `AB12` → 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.replace(/[^A-Z]/g, '')) column = column * 26 + letter.charCodeAt(0) - 64;
  if (column === 0) throw new UnreadableFile('broken', reference.slice(0, 20));
  return column - 1;
}

function cellOf({ type, style, text }: { type: string; style: number; text: string }, workbook: Workbook): Cell {
  if (type === 's') return workbook.sharedTexts[Number(text)] ?? '';
  if (type === 'd') return text.slice(0, 10);
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  if (type !== 'n' || text === '') return text; // a text, or an error such as #N/A
  const number = Number(text);
  if (!Number.isFinite(number)) return text;
  return workbook.dateStyles[style] ? (dayOfSerial(number, workbook.from1904) ?? number) : number;
}
