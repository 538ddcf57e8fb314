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

/** The widest sheet there can be. */
const COLUMNS_MAX = 16_384;

function lineReader(workbook: Workbook) {
  const done: Line[] = [];
  let number = 0;
  let cells: Cell[] = [];
  let cell = { column: 0, type: '', style: 0, text: '' };
  let reads = false;
  return {
    done,
    open(name: string, at: Readonly<Record<string, string>>) {
      if (name === 'row') {
        number = at.r === undefined ? number + 1 : Number(at.r);
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
      if (name === 'c' && cell.column < COLUMNS_MAX) {
        while (cells.length < cell.column) cells.push('');
        cells[cell.column] = cellOf(cell, workbook);
      }
      if (name === 'row') done.push({ number, cells });
    },
  };
}

/** `AB12` → 27. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.replace(/[^A-Z]/g, '')) column = column * 26 + letter.charCodeAt(0) - 64;
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
