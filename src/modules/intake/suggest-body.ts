import type { Layout, MappedField, MappingBody } from './mapping.ts';
import { type Content, openRows } from './read/open-rows.ts';
import { recogniseEncoding } from './read/recognise-encoding.ts';
import { decoded, textLines } from './read/text-lines.ts';
import { readXml } from './read/workbook.ts';
import type { IntakeTarget } from './target.ts';

const delimiters = [';', '\t', '|', ','] as const;

/**
 * How a file seems to be read: what an administrator begins from and mends. Columns that are called as a field is called,
 * in any language, are taken for it.
 */
export async function suggestBody(content: Content, name: string, target: IntakeTarget): Promise<MappingBody> {
  const layout = await layoutOf(content, name);
  const body: MappingBody = { layout, encoding: 'auto', fields: {} };
  const { columns } = await openRows(content, body).catch(() => ({ columns: null }));
  const fields = target.fields.map(({ name: field, label, type }) => {
    const names = [field, ...Object.values(label)].map((one) => one.toLowerCase());
    const source = columns?.find((column) => names.includes(column.toLowerCase())) ?? '';
    const mapped: MappedField = { source, ...(type === 'date' ? { dateFormat: 'y-m-d' as const } : {}) };
    return [field, mapped] as const;
  });
  return { ...body, fields: Object.fromEntries(fields) };
}

async function layoutOf(content: Content, name: string): Promise<Layout> {
  const [start] = await firstOf(await content.open(), 1);
  if (start && start[0] === 0x50 && start[1] === 0x4b) return { kind: 'sheet', sheet: null, skip: 0, header: true };
  const encoding = (await recogniseEncoding(await content.open())) ?? 'utf-8';
  const lines = await firstOf(textLines(decoded(await content.open(), encoding)), 10);
  if (name.toLowerCase().endsWith('.xml') || lines[0]?.trimStart().startsWith('<')) {
    return { kind: 'xml', row: await repeatedElement(lines) };
  }
  const filled = lines.filter((line) => line.trim() !== '');
  const counts = delimiters.map((delimiter) => ({
    delimiter,
    least: Math.min(...filled.map((line) => line.split(delimiter).length - 1)),
  }));
  const best = counts.reduce((a, b) => (b.least > a.least ? b : a));
  if (best.least > 0) return { kind: 'delimited', delimiter: best.delimiter, skip: 0, header: true };
  const longest = Math.max(1, ...filled.map((line) => line.length));
  return { kind: 'fixed-width', skip: 0, columns: [{ name: '1', from: 1, length: longest }] };
}

/** The element right below the outermost one. */
async function repeatedElement(lines: readonly string[]): Promise<string> {
  const names: string[] = [];
  await readXml(asPieces(lines), { open: (name) => names.push(name.slice(name.indexOf(':') + 1)) }).catch(
    () => undefined, // a start only, which is not well-formed
  );
  return names[1] ?? 'row';
}

async function* asPieces(lines: readonly string[]): AsyncGenerator<string> {
  for (const line of lines) yield `${line}\n`;
}

async function firstOf<T>(source: AsyncIterable<T>, most: number): Promise<T[]> {
  const found: T[] = [];
  for await (const one of source) {
    found.push(one);
    if (found.length >= most) break;
  }
  return found;
}
