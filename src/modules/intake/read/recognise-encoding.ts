import type { Encoding } from '../mapping.ts';

/** Letters of our languages as each old code page writes them: åäöÅÄÖ, é and ü. */
const letters = {
  'windows-1252': [0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6, 0xe9, 0xfc],
  cp437: [0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99, 0x82, 0x81],
} as const;

/**
 * How a text is written, from all of its bytes: a mark at its start, zeros in every other byte, valid UTF-8, and else by
 * which of the old code pages makes Nordic letters of what is not ASCII.
 * @returns null when it is no text
 */
export async function recogniseEncoding(content: AsyncIterable<Uint8Array>): Promise<Encoding | null> {
  const counts = new Uint32Array(256);
  const zeros: [number, number] = [0, 0];
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let size = 0;
  let start = Buffer.alloc(0);
  for await (const chunk of content) {
    if (start.length < 3) start = Buffer.concat([start, chunk]).subarray(0, 3);
    for (const byte of chunk) {
      counts[byte] = (counts[byte] ?? 0) + 1;
      if (byte === 0) zeros[size % 2 === 0 ? 0 : 1]++;
      size++;
    }
    isUtf8 &&= decodes(utf8, chunk, true);
  }
  isUtf8 &&= decodes(utf8, new Uint8Array(), false);
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  if (zeros[1] > size / 8 && zeros[0] < zeros[1] / 8) return 'utf-16le';
  if (zeros[0] > size / 8 && zeros[1] < zeros[0] / 8) return 'utf-16be';
  if (zeros[0] + zeros[1] > 0 || controls(counts) > 0) return null;
  if (isUtf8) return 'utf-8';
  const count = (page: keyof typeof letters) => letters[page].reduce((sum, byte) => sum + (counts[byte] ?? 0), 0);
  if (count('cp437') <= count('windows-1252')) return 'windows-1252';
  const danish = (counts[0x9b] ?? 0) + (counts[0x9d] ?? 0); // ø and Ø by CP850, money by CP437
  return danish > 0 ? 'cp850' : 'cp437';
}

function decodes(decoder: TextDecoder, chunk: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(chunk, { stream });
    return true;
  } catch {
    return false;
  }
}

/** Control characters that no text has; tab, line feed, form feed, carriage return and the old end-of-file are fine. */
function controls(counts: Uint32Array): number {
  const allowed = new Set([0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a]);
  return counts.subarray(0, 0x20).reduce((sum, count, byte) => (allowed.has(byte) ? sum : sum + count), 0);
}
