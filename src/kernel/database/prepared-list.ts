import { type Ask, type Build, prepared } from './prepared.ts';

/** A row as JSON carries it: its moments and days are texts, `2026-11-22T03:41:33.123456+00:00`; no bigint. */
export type Listed<Row> = { readonly [Column in keyof Row]: Carried<Row[Column]> };
type Carried<Value> = Value extends bigint
  ? never
  : Value extends Temporal.Instant | Temporal.PlainDate
    ? string
    : Value;

/**
 * A prepared statement whose rows are many and only shown. It sends each column as one JSON array, which is read in a
 * third of the time of rows: 0.15 ms for 50 messages of ten columns instead of 0.48, 0.2 of them for moments.
 * @param columns all that `build` selects
 */
export function preparedList<Parameters extends object, Row extends object>(
  columns: readonly [keyof Row & string, ...(keyof Row & string)[]],
  build: Build<Parameters, Row>,
): Ask<Parameters, Listed<Row>> {
  const arrays = columns.map((column) => `json_agg(list."${column}") as "${column}"`).join();
  const ask = prepared<Parameters, Readonly<Record<string, readonly unknown[] | null>>>((tx, parameters) => {
    const rows = build(tx, parameters).compile(tx);
    const query = { ...rows, sql: `select ${arrays} from (${rows.sql}) as list` };
    return { compile: () => query };
  });
  return async (tx, parameters) => {
    const [read = {}] = await ask(tx, parameters);
    const length = read[columns[0]]?.length ?? 0;
    return Array.from({ length }, (_none, at) => {
      const row: Record<string, unknown> = {};
      for (const column of columns) row[column] = read[column]?.[at];
      return row as Listed<Row>; // the columns are the row's
    });
  };
}
