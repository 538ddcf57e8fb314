import type { Encoding, MappingBody } from '../mapping.ts';
import { readDelimited } from './delimited.ts';
import { readFixedWidth } from './fixed-width.ts';
import { recogniseEncoding } from './recognise-encoding.ts';
import { readSheet } from './sheet.ts';
import { type SourceRows, UnreadableFile } from './source-row.ts';
import { decoded, textLines } from './text-lines.ts';
import { readXmlRows } from './xml.ts';

/** A workbook is a zip, whose table of contents stands last: it is held in memory, folded. */
const WORKBOOK_MAX = 100 * 1024 * 1024;

/** What can be read as often as it takes. */
export type Content = { open(): Promise<AsyncIterable<Uint8Array>> };

/** @throws UnreadableFile here, or while the rows are read */
export async function openRows(content: Content, { layout, encoding }: MappingBody): Promise<SourceRows> {
  if (layout.kind === 'sheet') return readSheet(await wholeOf(content), layout);
  const found = encoding === 'auto' ? await encodingOf(content) : encoding;
  const text = decoded(await content.open(), found);
  if (layout.kind === 'xml') return readXmlRows(text, layout);
  const lines = textLines(text);
  return layout.kind === 'delimited' ? readDelimited(lines, layout) : readFixedWidth(lines, layout);
}

async function encodingOf(content: Content): Promise<Encoding> {
  const found = await recogniseEncoding(await content.open());
  if (!found) throw new UnreadableFile('not-text');
  return found;
}

async function wholeOf(content: Content): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of await content.open()) {
    size += chunk.length;
    if (size > WORKBOOK_MAX) throw new UnreadableFile('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
