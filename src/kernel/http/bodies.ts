import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { App } from './app-types.ts';
import type { Upload } from './upload.ts';

/** A form of text is never near this; a file has its own limit. */
export const BODY_LIMIT = 256 * 1024;
/** No intake of a form takes more (`FileRules.maxBytes`). */
const FILE_LIMIT = 10 * 1024 * 1024;
const FILES_LIMIT = 5;
/** Several times the longest form: some pages look for each of their fields among all that was sent. */
export const FIELDS_LIMIT = 2_000;

type Fields = Record<string, string | string[]>;

function add(fields: Fields, name: string, value: string): void {
  const before = fields[name];
  if (before === undefined) fields[name] = value;
  else if (Array.isArray(before)) before.push(value);
  else fields[name] = [before, value];
}

/**
 * Bodies: JSON and urlencoded by Fastify's own parsers; a multipart form gets the same flat `body` as an urlencoded one,
 * and its files in `request.uploads`. An empty file control is no upload.
 */
export async function bodies(app: App): Promise<void> {
  await app.register(formbody, { bodyLimit: BODY_LIMIT });
  await app.register(multipart, {
    // A larger file arrives cut one byte past the limit, so that the intake refuses it by its name and the form is kept.
    throwFileSizeLimit: false,
    limits: { fileSize: FILE_LIMIT + 1, files: FILES_LIMIT, fields: 500, fieldSize: 64 * 1024, headerPairs: 100 },
  });
  app.decorateRequest('uploads', { getter: () => [] });
  app.addHook('preValidation', (request, _reply, done) => {
    if (request.isMultipart()) readParts(request).then(() => done(), done);
    else if (fieldsIn(request.body) > FIELDS_LIMIT)
      done(Object.assign(new Error('too many fields'), { statusCode: 413 }));
    else done();
  });
}

function fieldsIn(body: unknown): number {
  return typeof body === 'object' && body !== null && !ArrayBuffer.isView(body) ? Object.keys(body).length : 0;
}

async function readParts(request: FastifyRequest): Promise<void> {
  const fields: Fields = {};
  const uploads: Upload[] = [];
  for await (const part of request.parts()) {
    if (part.type === 'field') add(fields, part.fieldname, String(part.value));
    else {
      const content = await part.toBuffer();
      if (part.filename || content.length > 0) {
        uploads.push({ field: part.fieldname, fileName: part.filename, content });
      }
    }
  }
  request.body = fields;
  Object.defineProperty(request, 'uploads', { value: uploads });
}
