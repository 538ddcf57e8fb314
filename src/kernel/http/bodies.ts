import formbody from '@fastify/formbody';
import multipart, { type MultipartFile } from '@fastify/multipart';
import { Refusal } from '../refusal.ts';
import type { App } from './app-types.ts';

/** One file of a posted form. What the browser says of its name is kept for the reader only, and never believed. */
export type Upload = { readonly field: string; readonly fileName: string; readonly content: Buffer };

/** A form of text is never near this; a file has its own limit. */
export const BODY_LIMIT = 256 * 1024;
const FILE_LIMIT = 10 * 1024 * 1024;
const FILES_LIMIT = 5;

type Fields = Record<string, string | string[]>;

function add(fields: Fields, name: string, value: string): void {
  const before = fields[name];
  if (before === undefined) fields[name] = value;
  else if (Array.isArray(before)) before.push(value);
  else fields[name] = [before, value];
}

async function contentOf(part: MultipartFile): Promise<Buffer> {
  try {
    return await part.toBuffer();
  } catch {
    throw new Refusal('invalid', 'kernel.files.too-large', { megabytes: FILE_LIMIT / 1024 / 1024 });
  }
}

/**
 * Bodies: JSON and urlencoded by Fastify's own parsers; a multipart form gets the same flat `body` as an urlencoded one,
 * and its files in `request.uploads`. An empty file control is no upload.
 */
export async function bodies(app: App): Promise<void> {
  await app.register(formbody, { bodyLimit: BODY_LIMIT });
  await app.register(multipart, {
    limits: { fileSize: FILE_LIMIT, files: FILES_LIMIT, fields: 500, fieldSize: 64 * 1024, headerPairs: 100 },
  });
  app.decorateRequest('uploads', { getter: () => [] });
  app.addHook('preValidation', async (request) => {
    if (!request.isMultipart()) return;
    const fields: Fields = {};
    const uploads: Upload[] = [];
    for await (const part of request.parts()) {
      if (part.type === 'field') add(fields, part.fieldname, String(part.value));
      else {
        const content = await contentOf(part);
        if (part.filename || content.length > 0) {
          uploads.push({ field: part.fieldname, fileName: part.filename, content });
        }
      }
    }
    request.body = fields;
    Object.defineProperty(request, 'uploads', { value: uploads });
  });
}
