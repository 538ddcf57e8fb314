import pg from 'pg';

/** `pg`'s numbers of the types that cross in our own way. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  1184: (text) => Temporal.Instant.from(text),
  1082: (text) => Temporal.PlainDate.from(text),
  20: (text) => BigInt(text),
};

/**
 * How values come from PostgreSQL, the same for every connection of ours: `timestamptz` is a `Temporal.Instant`, `date` a
 * `Temporal.PlainDate`, `bigint` a `bigint`. The generated table types (`database.generated.ts`) say the same.
 * Given to each pool and not set for the process: graphile-worker can not send a `bigint`, and its failed jobs are lost.
 */
export const fieldTypes: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    format === 'binary' ? pg.types.getTypeParser(oid, format) : (parsers[oid] ?? pg.types.getTypeParser(oid)),
};

/** `pg` would send these as JSON strings, in quotes. */
export function toWire(value: unknown): unknown {
  if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate || typeof value === 'bigint') {
    return value.toString();
  }
  return value;
}
