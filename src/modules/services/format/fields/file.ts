import { fieldType } from './field-type.ts';

/** A kept file as an answer names it: by what is in it. `size` in bytes. */
export type FileAnswer = {
  readonly file: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
};

const DIGEST = /^[0-9a-f]{64}$/;
const MOST = 10;

function isFile(value: unknown): value is FileAnswer {
  if (typeof value !== 'object' || value === null) return false;
  const file = value as { readonly [K in keyof FileAnswer]?: unknown };
  return (
    typeof file.file === 'string' &&
    DIGEST.test(file.file) &&
    typeof file.name === 'string' &&
    typeof file.mediaType === 'string' &&
    Number.isSafeInteger(file.size)
  );
}

/** Files are kept as they are uploaded, and never come with the other answers of a form. */
export const file = fieldType<readonly FileAnswer[]>({
  parse: () => ({ value: undefined }),
  is: (value): value is readonly FileAnswer[] => Array.isArray(value) && value.length > 0 && value.every(isFile),
  faults: (files, field) => {
    const most = field.maxFiles ?? 1;
    if (files.length > most) return [{ kind: 'too-many-files', details: { most } }];
    const wrong = files.find(({ mediaType }) => field.accept && !field.accept.includes(mediaType));
    return wrong ? [{ kind: 'wrong-file-type', details: { name: wrong.name } }] : [];
  },
  show: (files) => files.map(({ name }) => name).join(', '),
  rule: (files) => files.map((kept) => ({ row: kept })),
  type: () => ({ is: 'list', of: { is: 'file' } }),
  schema: (field) => ({
    type: 'array',
    minItems: 1,
    maxItems: Math.min(field.maxFiles ?? 1, MOST),
    items: {
      type: 'object',
      required: ['file', 'name', 'mediaType', 'size'],
      additionalProperties: false,
      properties: {
        file: { type: 'string', pattern: DIGEST.source },
        name: { type: 'string' },
        mediaType: field.accept ? { enum: field.accept } : { type: 'string' },
        size: { type: 'integer', minimum: 1 },
      },
    },
  }),
});
