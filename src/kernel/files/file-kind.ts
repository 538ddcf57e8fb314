import { fileTypeFromBuffer } from 'file-type';

/** What a person may hand in. HEIC is left out: no free decoder ships with sharp, and phones hand in JPEG when asked. */
export const fileKinds = ['pdf', 'png', 'jpeg', 'webp', 'txt', 'odt', 'docx'] as const;
export type FileKind = (typeof fileKinds)[number];

export const mediaTypes = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  txt: 'text/plain',
  odt: 'application/vnd.oasis.opendocument.text',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const satisfies Record<FileKind, string>;
/** `application/octet-stream`: a file of data, which only a program reads. */
export type MediaType = (typeof mediaTypes)[FileKind] | 'application/octet-stream';

/**
 * What the bytes are, whatever the sender's name and type say.
 * @returns undefined when they are nothing that a person may hand in
 */
export async function sniff(content: Uint8Array): Promise<FileKind | undefined> {
  const found = await fileTypeFromBuffer(content);
  if (found) return fileKinds.find((kind) => mediaTypes[kind] === found.mime);
  return isText(content) ? 'txt' : undefined;
}

/** A text has no control characters but tab, line feed, form feed and carriage return. */
function isText(content: Uint8Array): boolean {
  return content.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0c || byte === 0x0d);
}
