import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Value from 'typebox/value';
import { type Parameter, type ParameterKey, ParameterRow, parameterUnits } from './parameter.ts';
import type { Parameters } from './parameters.ts';

/**
 * Reads every JSON file of the directory (each a list of rows) and checks them together.
 * @throws Error that names every wrong row, overlap, gap, unknown key and missing key at once
 */
export function loadParameters(directory: string, production: boolean): Parameters {
  const files = readdirSync(directory).filter((name) => name.endsWith('.json'));
  const rows = files.flatMap((name) => {
    const content: unknown = JSON.parse(readFileSync(join(directory, name), 'utf8'));
    if (!Array.isArray(content)) throw new Error(`${name}: not a list of parameters`);
    return content;
  });
  return checkParameters(rows, production);
}

/** As `loadParameters`, over rows that are already read. */
export function checkParameters(rows: readonly unknown[], production: boolean): Parameters {
  const problems: string[] = [];
  const byKey = new Map<ParameterKey, Parameter[]>();
  for (const row of rows) {
    const parameter = readRow(row, problems);
    if (parameter) byKey.set(parameter.key, [...(byKey.get(parameter.key) ?? []), parameter]);
  }
  for (const key of Object.keys(parameterUnits) as ParameterKey[]) {
    const inTime = byKey.get(key)?.sort((a, b) => Temporal.PlainDate.compare(a.from, b.from));
    if (inTime) problems.push(...breaksOf(inTime));
    else problems.push(`${key}: no value`);
  }
  if (problems.length > 0) throw new Error(`parameters:\n  ${problems.join('\n  ')}`);
  return { byKey, refuseUnverified: production };
}

function readRow(row: unknown, problems: string[]): Parameter | undefined {
  if (!Value.Check(ParameterRow, row)) {
    const [first] = Value.Errors(ParameterRow, row);
    problems.push(`${JSON.stringify(row)}: ${first?.instancePath ?? ''} ${first?.message ?? 'not a parameter'}`);
    return undefined;
  }
  if (!isKey(row.key)) {
    problems.push(`${row.key}: unknown key`);
    return undefined;
  }
  if (row.unit !== parameterUnits[row.key])
    problems.push(`${row.key}: counts ${parameterUnits[row.key]}, not ${row.unit}`);
  if ((row.unit === 'fraction') !== (typeof row.value === 'object')) {
    problems.push(`${row.key}: a ${row.unit} can not be ${JSON.stringify(row.value)}`);
  }
  try {
    const date = Temporal.PlainDate.from;
    const to = row.to === null ? null : date(row.to);
    return { ...row, key: row.key, from: date(row.from), to, sourceDate: date(row.sourceDate) };
  } catch {
    problems.push(`${row.key}: ${row.from} to ${row.to ?? 'further notice'}: not a date`);
    return undefined;
  }
}

/** Where one value of a key does not begin on the day after the one before it ends. */
function breaksOf(inTime: readonly Parameter[]): string[] {
  const { compare } = Temporal.PlainDate;
  return inTime.flatMap((parameter, n) => {
    if (parameter.to && compare(parameter.to, parameter.from) < 0) {
      return [`${parameter.key}: from ${parameter.from} ends before it begins`];
    }
    const before = inTime[n - 1];
    if (!before) return [];
    const next = before.to?.add({ days: 1 });
    if (!next || compare(parameter.from, next) < 0) return [`${parameter.key}: overlap at ${parameter.from}`];
    return compare(parameter.from, next) > 0 ? [`${parameter.key}: gap from ${next} until ${parameter.from}`] : [];
  });
}

function isKey(key: string): key is ParameterKey {
  return Object.hasOwn(parameterUnits, key);
}
