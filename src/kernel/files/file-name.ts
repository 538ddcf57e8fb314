import { redact } from '../identifiers/redact.ts';
import { type FileKind, fileKinds, type MediaType, mediaTypes } from './file-kind.ts';

const LENGTH_MAX = 100;
/** The end of what is said: no system has longer names, and 16 kB of dashes were looked at for seconds. */
const NAME_READ = 1_000;
/** Control characters, and those that turn the direction of writing to make `exe.pdf` look like `fdp.exe`. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;
const FORBIDDEN = /[<>:"/\\|?*%]+/g;

/**
 * A name that is safe to keep, show and save under: no folders, nothing invisible, no identity number, and the ending
 * that the content has, whatever the sender called it.
 * @param mediaType what the content was found to be
 */
export function safeFileName(name: string, mediaType: MediaType): string {
  const kind = fileKinds.find((candidate) => mediaTypes[candidate] === mediaType);
  const visible = name
    .slice(-NAME_READ)
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/^.*[/\\]/, '')
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(FORBIDDEN, ' ');
  const base = redact(visible, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.\-_]+|[\s.\-_]+$/g, '');
  const short = [...base].slice(0, LENGTH_MAX).join('').trimEnd();
  return `${short || 'fil'}.${endingOf(kind)}`;
}

function endingOf(kind: FileKind | undefined): string {
  if (kind === undefined) return 'bin';
  return kind === 'jpeg' ? 'jpg' : kind;
}

/** The `Content-Disposition` of a download (RFC 6266): always saved, never shown in the page's own origin. */
export function downloadDisposition(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\]/g, '_');
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
