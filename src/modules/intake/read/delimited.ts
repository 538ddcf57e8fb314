import { parse } from 'csv-parse/sync';
import type { Layout } from '../mapping.ts';
import { columnNames, rowOf, type SourceRow, type SourceRows } from './source-row.ts';

type Delimited = Extract<Layout, { kind: 'delimited' }>;

/** A cell with line breaks is never longer than this: a quote that is not closed by then was a stray one. */
const LINES_IN_ROW = 20;

/**
 * Rows with a sign between the cells (RFC 4180). A stray quote costs its own row and no other: what does not become a
 * whole row is given back line by line.
 */
export async function readDelimited(lines: AsyncIterable<string>, layout: Delimited): Promise<SourceRows> {
  const feed = numbered(lines);
  for (let n = 0; n < layout.skip; n++) await feed.next();
  let columns: readonly string[] | null = null;
  if (layout.header) {
    const first = await feed.next();
    columns = first ? columnNames(cellsOf(first.text, layout.delimiter) ?? first.text.split(layout.delimiter)) : [];
  }
  return { columns, from1904: false, rows: rowsOf(feed, columns, layout.delimiter) };
}

type Line = { readonly number: number; readonly text: string };
type Feed = { next(): Promise<Line | undefined>; giveBack(lines: readonly Line[]): void };

function numbered(lines: AsyncIterable<string>): Feed {
  const source = lines[Symbol.asyncIterator]();
  let given: Line[] = [];
  let number = 0;
  return {
    async next() {
      const back = given.shift();
      if (back) return back;
      const { done, value } = await source.next();
      number++;
      return done ? undefined : { number, text: value };
    },
    giveBack(back) {
      given = [...back, ...given];
    },
  };
}

async function* rowsOf(feed: Feed, columns: readonly string[] | null, delimiter: string): AsyncGenerator<SourceRow> {
  let width = columns?.length;
  for (let line = await feed.next(); line; line = await feed.next()) {
    if (line.text.trim() === '') continue;
    const whole = await wholeRow(line, feed, delimiter, width);
    width ??= whole?.length;
    if (whole === null) {
      yield { number: line.number, cells: { '1': line.text }, fault: 'quotes' };
      continue;
    }
    if (whole.every((cell) => cell.trim() === '')) continue;
    const row = rowOf(line.number, columns ?? numbers(width ?? 0), whole);
    yield whole.length < (width ?? 0) ? { ...row, fault: 'shifted' } : row;
  }
}

function numbers(width: number): readonly string[] {
  return Array.from({ length: width }, (_, index) => String(index + 1));
}

/** @returns null when the line's quotes make no row, also not together with the lines that follow */
async function wholeRow(
  first: Line,
  feed: Feed,
  delimiter: string,
  width: number | undefined,
): Promise<readonly string[] | null> {
  if (!first.text.includes('"')) return first.text.split(delimiter);
  const taken: Line[] = [];
  let text = first.text;
  for (;;) {
    const cells = (text.split('"').length - 1) % 2 === 0 ? cellsOf(text, delimiter) : null;
    if (cells && (taken.length === 0 || width === undefined || cells.length === width)) return cells;
    const next = cells === null && taken.length < LINES_IN_ROW ? await feed.next() : undefined;
    if (next === undefined) break;
    taken.push(next);
    text += `\n${next.text}`;
  }
  feed.giveBack(taken);
  return null;
}

function cellsOf(text: string, delimiter: string): readonly string[] | null {
  if (!text.includes('"')) return text.split(delimiter);
  try {
    const [cells, ...more] = parse(text, { delimiter, relax_column_count: true }) as string[][];
    return cells && more.length === 0 ? cells : null;
  } catch {
    return null;
  }
}
