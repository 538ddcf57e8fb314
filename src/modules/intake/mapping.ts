import { type Static, Type } from 'typebox';

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'cp850', 'cp437'] as const;
export type Encoding = (typeof encodings)[number];

export const dateFormats = ['y-m-d', 'd.m.y', 'd/m/y', 'm/d/y', 'yyyymmdd', 'yymmdd', 'ddmmyyyy'] as const;
export type DateFormat = (typeof dateFormats)[number];

const Name = Type.String({ minLength: 1, maxLength: 100 });
const Skip = Type.Integer({ minimum: 0, maximum: 1000 });

/** How the rows stand in the file. `header`: the first row after those that are skipped names the columns. */
export const Layout = Type.Union([
  Type.Object({
    kind: Type.Literal('delimited'),
    delimiter: Type.Union([Type.Literal(';'), Type.Literal(','), Type.Literal('\t'), Type.Literal('|')]),
    skip: Skip,
    header: Type.Boolean(),
  }),
  Type.Object({
    kind: Type.Literal('sheet'),
    /** Null is the first. */
    sheet: Type.Union([Name, Type.Null()]),
    skip: Skip,
    header: Type.Boolean(),
  }),
  Type.Object({
    kind: Type.Literal('fixed-width'),
    skip: Skip,
    /** `from` counts characters from 1. */
    columns: Type.Array(
      Type.Object({
        name: Name,
        from: Type.Integer({ minimum: 1, maximum: 10_000 }),
        length: Type.Integer({ minimum: 1, maximum: 10_000 }),
      }),
      { minItems: 1, maxItems: 200 },
    ),
  }),
  /** `row`: the element that is one row; its columns are `@id`, `name`, `address/city`. */
  Type.Object({ kind: Type.Literal('xml'), row: Name }),
]);
export type Layout = Static<typeof Layout>;

/** From which column a field comes, and how its text is read. Columns without names are called by their number. */
export const MappedField = Type.Object({
  source: Type.String({ maxLength: 100 }),
  dateFormat: Type.Optional(Type.Unsafe<DateFormat>({ type: 'string', enum: dateFormats })),
  decimalSign: Type.Optional(Type.Union([Type.Literal(','), Type.Literal('.')])),
  /** What the file says → what the target calls it. */
  codes: Type.Optional(Type.Record(Type.String(), Type.String())),
  /** For a row that has none, or a file without the column. */
  otherwise: Type.Optional(Type.String({ maxLength: 200 })),
});
export type MappedField = Static<typeof MappedField>;

export const MappingBody = Type.Object({
  layout: Layout,
  encoding: Type.Unsafe<Encoding | 'auto'>({ type: 'string', enum: ['auto', ...encodings] }),
  fields: Type.Record(Type.String(), MappedField),
});
/** How a kind of file is read: data, edited by an administrator. */
export type MappingBody = Static<typeof MappingBody>;
