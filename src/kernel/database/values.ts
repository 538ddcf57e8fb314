import pg from 'pg';

/**
 * How values cross to and from PostgreSQL, the same for every connection of the process:
 * `timestamptz` is a `Temporal.Instant`, `date` a `Temporal.PlainDate`, `bigint` a `bigint`.
 * The generated table types (`database.generated.ts`) say the same.
 */
const TIMESTAMPTZ = 1184;
const DATE = 1082;
const INT8 = 20;

pg.types.setTypeParser(TIMESTAMPTZ, (text) => Temporal.Instant.from(text));
pg.types.setTypeParser(DATE, (text) => Temporal.PlainDate.from(text));
pg.types.setTypeParser(INT8, (text) => BigInt(text));

/** `pg` would send these as JSON strings, in quotes. */
export function toWire(value: unknown): unknown {
  if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate || typeof value === 'bigint') {
    return value.toString();
  }
  return value;
}
