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
const DICTIONARY_MAX = 1024;

/** @throws Refusal invalid kernel.files.active | locked | broken */
export function refuseActiveContent(content: Buffer, kind: FileKind): void {
  if (kind === 'pdf') refuseActivePdf(content);
  if ((kind === 'docx' || kind === 'odt') && MACRO_PARTS.test(content.toString('latin1'))) throw active();
}

function refuseActivePdf(content: Buffer): void {
  const raw = content.toString('latin1');
  if (!raw.includes('startxref')) throw new Refusal('invalid', 'kernel.files.broken');
  const text = withoutEscapes(raw);
  // An encrypted file hides its objects from us, and most often from the official who should read it.
  if (/\/Encrypt(?![A-Za-z])/.test(text)) throw new Refusal('invalid', 'kernel.files.locked');
  if (ACTIVE_NAMES.test(text)) throw active();
  const streams = [...objectStreams(content, raw)];
  // One that is announced and not found where it should be is hidden on purpose.
  if (streams.length < (text.match(OBJECT_STREAM)?.length ?? 0)) throw active();
  let left = UNPACKED_MAX;
  for (const packed of streams) {
    const objects = unpack(packed, left);
    left -= objects.length;
    if (ACTIVE_NAMES.test(withoutEscapes(objects.toString('latin1')))) throw active();
  }
}

/** Since PDF 1.5 objects may lie packed in streams of the type `ObjStm` (ISO 32000-1, 7.5.7). */
function* objectStreams(content: Buffer, raw: string): Generator<Buffer> {
  for (const start of raw.matchAll(STREAM_START)) {
    const dictionary = withoutEscapes(raw.slice(Math.max(0, start.index - DICTIONARY_MAX), start.index));
    const own = dictionary.slice(Math.max(dictionary.lastIndexOf(' obj'), 0));
    if (own.search(OBJECT_STREAM) < 0) continue;
    const from = start.index + start[0].length;
    const to = raw.indexOf('endstream', from);
    yield content.subarray(from, to < 0 ? undefined : to);
  }
}

function unpack(packed: Buffer, maxOutputLength: number): Buffer {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(1, maxOutputLength) });
  } catch {
    throw new Refusal('invalid', 'kernel.files.broken');
  }
}

/** In a PDF name any letter may be written as its code: `/J#61vaScript`. */
function withoutEscapes(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function active(): Refusal {
  return new Refusal('invalid', 'kernel.files.active');
}
