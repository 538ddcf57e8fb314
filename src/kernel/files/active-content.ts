import { inflateSync } from 'node:zlib';
import { Refusal } from '../refusal.ts';
import type { FileKind } from './file-kind.ts';

/**
 * What a document may do when it is opened, other than be read. A PDF that runs scripts, starts programs or carries
 * other files, and a text document with macros, is refused: an official opens what strangers send. The sender is told
 * to print it to a new PDF, which keeps what is read and nothing else.
 */
const ACTIVE_NAMES = /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|Rendition|XFA)(?![A-Za-z0-9])/;
const MACRO_PARTS = /vbaProject\.bin|Basic\/script-lc\.xml|Scripts\/(?:python|javascript|beanshell)/;
const OBJECT_STREAM = /\/ObjStm\b/g;
const STREAM_START = /(?<!end)stream(?:\r\n|\n|\r)/g;
/** Object streams hold no pictures: more than this unpacked is an attack on memory. */
const UNPACKED_MAX = 32 * 1024 * 1024;
/** Each counts as at least so much of it: ten thousands of them that hold nothing are an attack on time. */
const UNPACKED_LEAST = 4096;
const DICTIONARY_MAX = 1024;
/** No document of the size that is taken has so many. */
const STREAMS_MAX = 100_000;
const HASH = 0x23;

/** @throws Refusal invalid kernel.files.active | locked | broken */
export function refuseActiveContent(content: Buffer, kind: FileKind): void {
  if (kind === 'pdf') refuseActivePdf(content);
  if ((kind === 'docx' || kind === 'odt') && MACRO_PARTS.test(content.toString('latin1'))) throw active();
}

function refuseActivePdf(content: Buffer): void {
  const raw = content.toString('latin1');
  if (!raw.includes('startxref')) throw broken();
  const text = withoutEscapes(raw);
  // An encrypted file hides its objects from us, and most often from the official who should read it.
  if (/\/Encrypt(?![A-Za-z])/.test(text)) throw new Refusal('invalid', 'kernel.files.locked');
  if (ACTIVE_NAMES.test(text)) throw active();
  let found = 0;
  let left = UNPACKED_MAX;
  for (const packed of objectStreams(content, raw)) {
    const objects = unpack(packed, left);
    found++;
    left -= Math.max(objects.length, UNPACKED_LEAST);
    if (ACTIVE_NAMES.test(withoutEscapes(objects.toString('latin1')))) throw active();
  }
  // One that is announced and not found where it should be is hidden on purpose.
  if (found < (text.match(OBJECT_STREAM)?.length ?? 0)) throw active();
}

/**
 * Since PDF 1.5 objects may lie packed in streams of the type `ObjStm` (ISO 32000-1, 7.5.7). No letter is looked at
 * again for the next stream: 50 kB of beginnings that end nowhere took ten seconds.
 */
function* objectStreams(content: Buffer, raw: string): Generator<Buffer> {
  let before = 0;
  let to = 0;
  let seen = 0;
  for (const start of raw.matchAll(STREAM_START)) {
    const dictionary = withoutEscapes(raw.slice(Math.max(before, start.index - DICTIONARY_MAX), start.index));
    const from = start.index + start[0].length;
    before = from;
    if (++seen > STREAMS_MAX) throw broken();
    const own = dictionary.slice(Math.max(dictionary.lastIndexOf(' obj'), 0));
    if (own.search(OBJECT_STREAM) < 0) continue;
    if (to < from) to = raw.indexOf('endstream', from);
    if (to < 0) throw broken();
    yield content.subarray(from, to);
  }
}

function unpack(packed: Buffer, maxOutputLength: number): Buffer {
  try {
    return inflateSync(packed, { maxOutputLength }); // less than one byte is refused as too much is
  } catch {
    throw broken();
  }
}

/** In a PDF name any letter may be written as its code: `/J#61vaScript`. Millions of them too are read at once. */
function withoutEscapes(text: string): string {
  if (!text.includes('#')) return text;
  const bytes = Buffer.from(text, 'latin1');
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const [high, low] = bytes[at] === HASH ? [hexDigit(bytes[at + 1]), hexDigit(bytes[at + 2])] : [-1, -1];
    const isEscape = high >= 0 && low >= 0;
    bytes[length++] = isEscape ? high * 16 + low : (bytes[at] ?? 0);
    if (isEscape) at += 2;
  }
  return bytes.toString('latin1', 0, length);
}

function hexDigit(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

function broken(): Refusal {
  return new Refusal('invalid', 'kernel.files.broken');
}

function active(): Refusal {
  return new Refusal('invalid', 'kernel.files.active');
}
