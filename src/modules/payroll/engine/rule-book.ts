import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { addDays, type Day, isDay } from './day.ts';
import {
  definitionOf,
  isParameterKey,
  type KindOf,
  type Layer,
  type ParameterKey,
  parameterKeys,
} from './parameter-keys.ts';
import { kinds, type ValueOf } from './parameter-kinds.ts';
import type { TaxTables } from './sweden/tax-table.ts';

/** One value in its time, as `data/parameters/payroll/*.json` writes it. `to` is the last day; null: until further notice. */
const ParameterRow = Type.Object(
  {
    key: Type.String(),
    from: Type.String(),
    to: Type.Union([Type.String(), Type.Null()]),
    value: Type.Unknown(),
    source: Type.String({ minLength: 1 }),
    sourceDate: Type.String(),
    status: Type.Enum(['verified', 'unverified']),
  },
  { additionalProperties: false },
);
export type ParameterRow = Static<typeof ParameterRow>;

/** Names one value in its time: `fi.pension.employee@2026-01-01`. Stored with every line that used it. */
export type ParameterRef = `${ParameterKey}@${Day}`;

export type Parameter<V = unknown> = Omit<ParameterRow, 'key' | 'value'> & {
  readonly key: ParameterKey;
  readonly value: V;
  readonly ref: ParameterRef;
  readonly verified: boolean;
  readonly layer: Layer;
};

/** All dated values of pay, checked together; with the tables of tax by year. */
export type RuleBook = {
  readonly byKey: ReadonlyMap<ParameterKey, readonly Parameter[]>;
  readonly taxTables: ReadonlyMap<number, TaxTables>;
};

/** A value that a payslip needs and nobody has entered, or that production may not use since nobody has checked it. */
export type Hindrance = {
  readonly kind: 'missing' | 'unverified';
  readonly parameter: string;
  readonly day: Day;
};

/** Thrown when a payslip is calculated in spite of a hindrance: the run asks `hindrancesOf` first. */
export class MissingParameter extends Error {
  readonly parameter: string;
  readonly day: Day;

  constructor(parameter: string, day: Day) {
    super(`${parameter} has no value on ${day}`);
    this.name = 'MissingParameter';
    this.parameter = parameter;
    this.day = day;
  }
}

/**
 * Rows that are read, as a book.
 * @throws Error that names every wrong row, overlap, gap, unknown key and missing key at once
 */
export function checkRuleBook(rows: readonly unknown[], taxTables: ReadonlyMap<number, TaxTables>): RuleBook {
  const problems: string[] = [];
  const byKey = inTime(rows, problems);
  for (const key of Object.keys(parameterKeys).filter(isParameterKey)) {
    const found = byKey.get(key);
    if (found) problems.push(...breaksOf(found));
    else problems.push(`${key}: no value`);
  }
  if (problems.length > 0) throw new Error(`parameters of pay:\n  ${problems.join('\n  ')}`);
  return { byKey, taxTables };
}

/**
 * The book with what a lower layer (a local agreement, an employer) sets where the layer above left it open. Its rows
 * stand alone for the keys they name: a day they do not cover has no value.
 * @throws Error that names every row the layer may not set
 */
export function withLayer(book: RuleBook, layer: Layer, rows: readonly unknown[]): RuleBook {
  const problems: string[] = [];
  const own = inTime(rows, problems, layer);
  for (const [key, found] of own) {
    if (!definitionOf(key).open?.includes(layer)) problems.push(`${key}: not open to the layer ${layer}`);
    problems.push(...breaksOf(found));
  }
  if (problems.length > 0) throw new Error(`parameters of pay:\n  ${problems.join('\n  ')}`);
  return { ...book, byKey: new Map([...book.byKey, ...own]) };
}

/** The value on a day; undefined when nobody has entered one. */
export function findOn<K extends ParameterKey>(
  book: RuleBook,
  key: K,
  day: Day,
): Parameter<ValueOf<KindOf<K>>> | undefined {
  const found = book.byKey.get(key)?.find(({ from, to }) => from <= day && (to === null || day <= to));
  return found as Parameter<ValueOf<KindOf<K>>> | undefined; // the value was read by the key's own kind
}

/** @throws MissingParameter by name and day */
export function valueOn<K extends ParameterKey>(book: RuleBook, key: K, day: Day): Parameter<ValueOf<KindOf<K>>> {
  const found = findOn(book, key, day);
  if (!found) throw new MissingParameter(key, day);
  return found;
}

/** What a stored reference names; undefined when the book no longer holds it. */
export function parameterOf(book: RuleBook, ref: ParameterRef): Parameter | undefined {
  const [key = ''] = ref.split('@');
  return isParameterKey(key) ? book.byKey.get(key)?.find((parameter) => parameter.ref === ref) : undefined;
}

/** The keys whose last value ends before the day, for the operator to enter in time. */
export function endingBefore(book: RuleBook, day: Day): readonly ParameterKey[] {
  return [...book.byKey].flatMap(([key, found]) => {
    const to = found.at(-1)?.to;
    return to && to < day ? [key] : [];
  });
}

function inTime(rows: readonly unknown[], problems: string[], layer?: Layer): Map<ParameterKey, readonly Parameter[]> {
  const read = rows.flatMap((row) => readRow(row, problems, layer) ?? []);
  const byKey = Map.groupBy(read, ({ key }) => key);
  for (const found of byKey.values()) found.sort((a, b) => (a.from < b.from ? -1 : 1));
  return byKey;
}

function readRow(row: unknown, problems: string[], layer: Layer | undefined): Parameter | undefined {
  if (!Value.Check(ParameterRow, row)) {
    const [first] = Value.Errors(ParameterRow, row);
    problems.push(`${JSON.stringify(row)}: ${first?.instancePath ?? ''} ${first?.message ?? 'not a parameter'}`);
    return undefined;
  }
  const { key, from, to, sourceDate } = row;
  if (!isParameterKey(key)) {
    problems.push(`${key}: unknown key`);
    return undefined;
  }
  const wrongDay = [from, to ?? from, sourceDate].find((day) => !isDay(day));
  if (wrongDay !== undefined) problems.push(`${key}: ${wrongDay} is not a day`);
  const definition = definitionOf(key);
  const { schema, read } = kinds[definition.kind];
  if (!Value.Check(schema, row.value)) {
    problems.push(`${key} from ${from}: ${JSON.stringify(row.value)} is no ${definition.kind}`);
    return undefined;
  }
  let value: unknown;
  try {
    value = (read as (written: unknown) => unknown)(row.value); // the schema of the same kind has just been checked
  } catch (error) {
    problems.push(`${key} from ${from}: ${error instanceof Error ? error.message : 'can not be read'}`);
    return undefined;
  }
  const ref: ParameterRef = `${key}@${from}`;
  return { ...row, key, value, ref, verified: row.status === 'verified', layer: layer ?? definition.layer };
}

/** Where one value of a key does not begin on the day after the one before it ends. */
function breaksOf(found: readonly Parameter[]): string[] {
  return found.flatMap(({ key, from, to }, n) => {
    if (to !== null && to < from) return [`${key}: from ${from} ends before it begins`];
    const before = found[n - 1];
    if (!before) return [];
    const next = before.to === null ? null : addDays(before.to, 1);
    if (next === null || from < next) return [`${key}: overlap at ${from}`];
    return from > next ? [`${key}: gap from ${next} until ${from}`] : [];
  });
}
