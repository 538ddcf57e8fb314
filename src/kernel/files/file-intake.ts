import { Refusal } from '../refusal.ts';
import { refuseActiveContent } from './active-content.ts';
import { type FileKind, mediaTypes, sniff } from './file-kind.ts';
import { safeFileName } from './file-name.ts';
import type { FileStore, StoredFile } from './file-store.ts';
import type { VirusScanner } from './virus-scanner.ts';

/** What somebody hands in. The name and type that they say are not believed. */
export type Upload = { readonly name: string; readonly content: AsyncIterable<Uint8Array> | Uint8Array };

/** What this field accepts. The whole file is held in memory while it is looked at: keep `maxBytes` below 25 MB. */
export type FileRules = { readonly kinds: readonly FileKind[]; readonly maxBytes: number };

export type AcceptedFile = StoredFile & { readonly name: string };

/**
 * Takes a file in: read to its limit, recognised, scanned, cleaned, and on the disk when this returns.
 * @throws Refusal invalid kernel.files.empty | too-large | type | infected | active | locked | broken;
 *   unavailable kernel.files.not-scanned when a scanner is configured and could not answer
 */
export type FileIntake = (upload: Upload, rules: FileRules) => Promise<AcceptedFile>;

/** @param scan absent when no scanner is configured */
export function makeFileIntake(store: FileStore, scan?: VirusScanner): FileIntake {
  return async (upload, rules) => {
    const content = await readAll(upload.content, rules.maxBytes);
    if (content.length === 0) throw new Refusal('invalid', 'kernel.files.empty');
    const kind = await sniff(content);
    if (!kind || !rules.kinds.includes(kind)) throw new Refusal('invalid', 'kernel.files.type', { kinds: rules.kinds });
    if (scan) await refuseInfected(content, scan);
    refuseActiveContent(content, kind);
    const stored = await store.put(await clean(content, kind), mediaTypes[kind]);
    return { ...stored, name: safeFileName(upload.name, stored.mediaType) };
  };
}

async function readAll(content: Upload['content'], maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of content instanceof Uint8Array ? [content] : content) {
    size += chunk.length;
    if (size > maxBytes) throw new Refusal('invalid', 'kernel.files.too-large', { maxBytes });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

async function refuseInfected(content: Buffer, scan: VirusScanner): Promise<void> {
  const result = await scan(content);
  if (result.outcome === 'infected') throw new Refusal('invalid', 'kernel.files.infected', { virus: result.name });
  if (result.outcome === 'failed') throw new Refusal('unavailable', 'kernel.files.not-scanned', { why: result.why });
}

/** Pictures are drawn anew; an old Windows text becomes UTF-8; documents are kept as they are. */
async function clean(content: Buffer, kind: FileKind): Promise<Buffer> {
  if (kind === 'png' || kind === 'jpeg' || kind === 'webp') {
    const { cleanImage } = await import('./clean-image.ts'); // the first picture waits for its library, no start does
    return cleanImage(content, kind);
  }
  if (kind !== 'txt') return content;
  try {
    return Buffer.from(new TextDecoder('utf-8', { fatal: true }).decode(content), 'utf8');
  } catch {
    return Buffer.from(new TextDecoder('windows-1252').decode(content), 'utf8');
  }
}
