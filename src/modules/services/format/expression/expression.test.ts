import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Field, ServiceDefinition } from '../definition.ts';
import { fieldTypes } from '../fields/index.ts';
import { namesIn } from '../names.ts';
import { type LoadProblem, typeOf } from './check.ts';
import { evaluateExpression } from './evaluate.ts';
import type { Expression } from './expression.ts';
import { operatorNames } from './operators/index.ts';
import { isRational, type Value, whole } from './value.ts';

type TableField = {
  readonly type: Field['type'];
  readonly value?: unknown;
  readonly options?: readonly string[];
  readonly fields?: Readonly<Record<string, Field['type']>>;
};
type Line = {
  readonly name: string;
  readonly expression: Expression;
  readonly fields?: Readonly<Record<string, TableField>>;
  readonly settings?: Readonly<Record<string, number>>;
  readonly expects?: unknown;
  readonly problem?: string;
};

const folder = join(import.meta.dirname, 'tables');
const tables = readdirSync(folder).map((name) => ({
  operator: name.replace('.json', ''),
  lines: JSON.parse(readFileSync(join(folder, name), 'utf8')) as readonly Line[],
}));

/** A definition with nothing but the names of one line. */
function formOf(line: Line): ServiceDefinition {
  const fields = Object.entries(line.fields ?? {}).map(
    ([id, { type, options, fields: inner }]): Field => ({
      id,
      type,
      ...(options ? { options } : {}),
      ...(inner
        ? { fields: Object.entries(inner).map(([innerId, innerType]) => ({ id: innerId, type: innerType })) }
        : {}),
    }),
  );
  const settings = { properties: { maxFee: { type: 'integer', unit: 'money' } }, required: [] };
  return { pages: [{ id: 'page', fields }], settings } as unknown as ServiceDefinition; // all that names look at
}

function valueIn(line: Line, name: string): Value {
  const [id = '', inner] = name.split('.');
  const field = line.fields?.[id];
  if (!field || field.value === undefined) return inner ? [] : null;
  if (!inner) return fieldTypes[field.type].rule(field.value);
  const type = field.fields?.[inner] ?? 'text';
  return (field.value as readonly Record<string, unknown>[]).map((row) => fieldTypes[type].rule(row[inner]));
}

function plain(value: Value): unknown {
  if (!isRational(value)) return value;
  const [over, under] = [Number(value.numerator), Number(value.denominator)];
  return under === 1 ? over : [over, under];
}

test('every operator has a table', () => {
  expect(tables.map(({ operator }) => operator).sort()).toEqual([...operatorNames, 'field', 'setting'].sort());
});

describe.each(tables)('$operator', ({ lines }) => {
  test.each(lines)('$name', (line) => {
    const problems: LoadProblem[] = [];
    typeOf(line.expression, namesIn(formOf(line), null), '', problems);
    expect(problems.map(({ problem }) => problem)).toEqual(line.problem ? [line.problem] : []);
    if (line.problem) return;
    const found = evaluateExpression(line.expression, {
      today: '2026-11-22',
      field: (name) => valueIn(line, name),
      setting: (name) => {
        const value = line.settings?.[name];
        return value === undefined ? null : whole(value);
      },
    });
    expect(plain(found)).toEqual(line.expects);
  });
});
