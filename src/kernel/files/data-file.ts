import { Refusal } from '../refusal.ts';
import type { AcceptedFile, Upload } from './file-intake.ts';
import { safeFileName } from './file-name.ts';
import type { FileStore } from './file-store.ts';
import type { VirusScanner } from './virus-scanner.ts';

const endings = ['csv', 'txt', 'xlsx', 'xml', 'dat'];

/**
 * Takes a file of data in, byte by byte as it came: how it is written is part of what is read out of it. It is scanned,
 * never shown, and only our own reader opens it.
 * @throws Refusal invalid kernel.files.empty | too-large | infected; unavailable kernel.files.not-scanned
 */
export type DataFileIntake = (upload: Upload, maxBytes: number) => Promise<AcceptedFile>;

/** @param scan absent when no scanner is configured */
export function makeDataFileIntake(store: FileStore, scan?: VirusScanner): DataFileIntake {
  return async (upload, maxBytes) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of upload.content instanceof Uint8Array ? [upload.content] : upload.content) {
      size += chunk.length;
      if (size > maxBytes) throw new Refusal('invalid', 'kernel.files.too-large', { maxBytes });
      chunks.push(chunk);
    }
    if (size === 0) throw new Refusal('invalid', 'kernel.files.empty');
    const content = Buffer.concat(chunks, size);
    const scanned = await scan?.(content);
    if (scanned?.outcome === 'infected') throw new Refusal('invalid', 'kernel.files.infected', { virus: scanned.name });
    if (scanned?.outcome === 'failed')
      throw new Refusal('unavailable', 'kernel.files.not-scanned', { why: scanned.why });
    const stored = await store.put(content, 'application/octet-stream');
    return { ...stored, name: dataFileName(upload.name) };
  };
}

function dataFileName(name: string): string {
  const ending = endings.find((one) => name.toLowerCase().endsWith(`.${one}`));
  return safeFileName(name, 'application/octet-stream').replace(/bin$/, ending ?? 'dat');
}
