import pg from 'pg';
import { prepareValue } from 'pg/lib/utils';

const SPACE = 32;
const ZERO = 48;

/**
 * `2026-11-22 03:41:33.123456+00`, as PostgreSQL writes a moment in UTC, in which our connections are; other forms by
 * Temporal's own parser. A list has a hundred, and this takes two thirds of its time.
 */
export function instantOf(text: string): Temporal.Instant {
  if (text < '1' || text.charCodeAt(10) !== SPACE || !text.endsWith('+00')) return Temporal.Instant.from(text);
  const digit = (at: number) => text.charCodeAt(at) - ZERO;
  const two = (at: number) => digit(at) * 10 + digit(at + 1);
  const milliseconds = Date.UTC(two(0) * 100 + two(2), two(5) - 1, two(8), two(11), two(14), two(17));
  const end = text.length - 3;
  let micros = 0;
  for (let at = 20; at < 26; at++) micros = micros * 10 + (at < end ? digit(at) : 0);
  return Temporal.Instant.fromEpochNanoseconds(BigInt(milliseconds) * 1_000_000n + BigInt(micros * 1000));
}

/** `pg`'s numbers of the types that cross in our own way. */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  1184: instantOf,
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

/** As they are sent: texts, or bytes. */
export function wireValues(values: readonly unknown[]): (string | Buffer | null)[] {
  return values.map((value) => (typeof value === 'string' ? value : prepareValue(toWire(value))));
}
