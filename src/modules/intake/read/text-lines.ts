import { Readable } from 'node:stream';
import iconv from 'iconv-lite';
import type { Encoding } from '../mapping.ts';
import { UnreadableFile } from './source-row.ts';

/** No row of a file that people keep is near this. */
const LINE_MAX = 1_000_000;

/** The text as it comes, without the mark at its start. */
export function decoded(content: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncIterable<string> {
  return Readable.from(content).pipe(iconv.decodeStream(encoding)) as AsyncIterable<string>;
}

/** Lines however they end; the old end-of-file character ends nothing and is left out. */
export async function* textLines(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of text) {
    const lines = `${rest}${chunk}`.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    if (rest.length > LINE_MAX) throw new UnreadableFile('too-large');
    for (const line of lines) yield line.replaceAll('\u001a', '');
  }
  const last = rest.replace(/\r$/, '').replaceAll('\u001a', '');
  if (last !== '') yield last;
}
