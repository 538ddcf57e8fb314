import type { Layout } from '../mapping.ts';
import type { SourceRow, SourceRows } from './source-row.ts';
import { xmlSteps } from './workbook.ts';

type Xml = Extract<Layout, { kind: 'xml' }>;

/** Rows that are elements: attributes are `@name`, what stands deeper `address/city`; of repeated ones the first. */
export function readXmlRows(text: AsyncIterable<string>, layout: Xml): SourceRows {
  return { columns: null, from1904: false, rows: rowsOf(text, layout.row) };
}

async function* rowsOf(text: AsyncIterable<string>, row: string): AsyncGenerator<SourceRow> {
  const reader = elementReader(row);
  for await (const _ of xmlSteps(text, reader)) yield* reader.done.splice(0);
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);

function elementReader(row: string) {
  const done: SourceRow[] = [];
  let number = 0;
  let cells: Record<string, string> | undefined;
  let path: string[] = [];
  let text = '';
  const keep = (name: string, value: string) => {
    if (cells && value !== '') cells[name] ??= value;
  };
  return {
    done,
    open(name: string, at: Readonly<Record<string, string>>) {
      if (cells) path.push(local(name));
      else if (local(name) === row) {
        cells = {};
        path = [];
        number++;
      }
      text = '';
      for (const [key, value] of Object.entries(at)) keep([...path, `@${local(key)}`].join('/'), value.trim());
    },
    text(piece: string) {
      text += piece;
    },
    close(_name: string) {
      if (!cells) return;
      if (path.length > 0) {
        keep(path.join('/'), text.trim());
        path.pop();
      } else {
        keep('.', text.trim());
        done.push({ number, cells });
        cells = undefined;
      }
      text = '';
    },
  };
}
