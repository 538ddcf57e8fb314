import { type Answers, pathOf, rowsOf } from './answers.ts';
import type { DefinitionPage, Field, ServiceDefinition, Settings } from './definition.ts';
import { evaluateExpression } from './expression/evaluate.ts';
import type { Expression } from './expression/expression.ts';
import { isRational, type Value, whole } from './expression/value.ts';
import type { Fault } from './fields/field-type.ts';
import { fieldTypes } from './fields/index.ts';
import { type PlacedField, placedFields, resolve } from './placed-field.ts';

/** What is wrong with one answer. `path` is the name of its control, `name` that of its texts. */
export type FieldFault = Fault & { readonly page: string; readonly path: string; readonly name: string };

export type Evaluation = {
  /** The pages on the path, in order. */
  readonly pages: readonly string[];
  /** Only what is asked for, with what is calculated: this is what is filed. */
  readonly answers: Answers;
  /** The paths of the fields that are shown. */
  readonly visible: ReadonlySet<string>;
  readonly errors: readonly FieldFault[];
  readonly parties: readonly string[];
};

/**
 * What a service makes of answers: which pages and fields there are, what they are worth, and what is wrong with them.
 * A hidden field has no value; a calculated one is never taken from the answers. Pure: no clock, no database.
 * @param today the authority's own date, `2026-11-22`
 */
export function evaluate(
  definition: ServiceDefinition,
  settings: Settings,
  answers: Answers,
  today: string,
): Evaluation {
  const values = valuesOf(definition, settings, answers, today);
  const visible = new Set<string>();
  const errors: FieldFault[] = [];
  const clean: Record<string, unknown> = {};
  const pages: string[] = [];

  for (const page of definition.pages) {
    if (!values.pageShown(page)) continue;
    const before = visible.size;
    for (const field of page.fields) {
      const placed = placedIn(definition, field.id);
      if (!values.shown(placed, 0)) continue;
      visible.add(field.id);
      const found = field.type === 'group' ? rows(field, page) : one(placed, 0);
      if (found !== undefined) clean[field.id] = found;
    }
    if (visible.size > before) pages.push(page.id);
  }
  const parties = definition.parties.filter(({ when }) => values.holds(when, null, 0)).map(({ id }) => id);
  return { pages, answers: clean, visible, errors, parties };

  function rows(group: Field, page: DefinitionPage): readonly Answers[] | undefined {
    const found = values.rowsIn(group);
    tell(page, group.id, group.id, fieldTypes.group.check(found, group));
    const kept = found.map((_row, index) => {
      const row: Record<string, unknown> = {};
      for (const inner of group.fields ?? []) {
        const placed = placedIn(definition, `${group.id}.${inner.id}`);
        if (!values.shown(placed, index)) continue;
        visible.add(pathOf(group.id, index, inner.id));
        const value = one(placed, index);
        if (value !== undefined) row[inner.id] = value;
      }
      return row;
    });
    return kept.length > 0 ? kept : undefined;
  }

  function one(placed: PlacedField, row: number): unknown {
    const { field, group, name, page } = placed;
    const path = pathOf(group?.id ?? null, row, field.id);
    const value = values.answer(placed, row);
    if (field.value !== undefined || field.type === 'info') return value;
    if (value === undefined) {
      if (!field.optional && field.type !== 'registered') tell(page, path, name, [{ kind: 'required' }]);
      return undefined;
    }
    const faults = fieldTypes[field.type].check(value, field);
    tell(page, path, name, faults);
    if (faults.length === 0 && !values.holds(field.check, group, row)) tell(page, path, name, [{ kind: 'check' }]);
    return value;
  }

  function tell(page: DefinitionPage, path: string, name: string, faults: readonly Fault[]): void {
    for (const fault of faults) {
      errors.push({ ...fault, page: page.id, name, path: fault.part ? `${path}.${fault.part}` : path });
    }
  }
}

/** Fetches values by name, each reckoned once, in the order in which they need each other; a cycle is refused at load. */
function valuesOf(definition: ServiceDefinition, settings: Settings, answers: Answers, today: string) {
  const fields = placedFields(definition);
  const reckoned = new Map<string, unknown>();
  const seen = new Map<string, boolean>();
  const rows = new Map<string, readonly Answers[]>();

  function pageShown(page: DefinitionPage): boolean {
    const key = `page ${page.id}`;
    const before = seen.get(key);
    if (before !== undefined) return before;
    const found = holds(page.when, null, 0);
    seen.set(key, found);
    return found;
  }

  function shown(placed: PlacedField, row: number): boolean {
    if (!pageShown(placed.page)) return false;
    if (placed.group && !holds(placed.group.when, null, 0)) return false;
    return holds(placed.field.when, placed.group, row);
  }

  function rowsIn(group: Field): readonly Answers[] {
    const before = rows.get(group.id);
    if (before) return before;
    const given = rowsOf(answers[group.id]);
    const missing = Math.max(0, (group.repeat?.min ?? 1) - given.length);
    const found = [...given, ...Array.from({ length: missing }, () => ({}))];
    rows.set(group.id, found);
    return found;
  }

  function answer(placed: PlacedField, row: number): unknown {
    const { field, group } = placed;
    const path = pathOf(group?.id ?? null, row, field.id);
    if (reckoned.has(path)) return reckoned.get(path);
    const found = shown(placed, row) ? given(placed, row) : undefined;
    reckoned.set(path, found);
    return found;
  }

  function given({ field, group }: PlacedField, row: number): unknown {
    if (field.type === 'info') return undefined;
    if (field.value !== undefined) return plain(reckon(field.value, group, row));
    const raw = group ? rowsIn(group)[row]?.[field.id] : answers[field.id];
    return raw === null || raw === '' ? undefined : raw;
  }

  function ruleValue(placed: PlacedField, row: number): Value {
    const { field } = placed;
    if (field.type === 'group') return shown(placed, 0) ? rowsIn(field).map((one): Value => ({ row: one })) : [];
    const value = answer(placed, row);
    return value === undefined ? null : fieldTypes[field.type].rule(value);
  }

  function byName(name: string, within: Field | null, row: number): Value {
    const placed = resolve(fields, name, within);
    if (!placed) return null;
    if (placed.group && placed.group !== within) {
      const group = placed.group;
      return rowsIn(group).map((_row, index) => ruleValue(placed, index));
    }
    return ruleValue(placed, row);
  }

  function reckon(expression: Expression, within: Field | null, row: number): Value {
    return evaluateExpression(expression, {
      today,
      field: (name) => byName(name, within, row),
      setting: (name) => settingValue(settings[name]),
    });
  }

  function holds(expression: Expression | undefined, within: Field | null, row: number): boolean {
    return expression === undefined || reckon(expression, within, row) === true;
  }

  return { pageShown, shown, rowsIn, answer, holds };
}

function placedIn(definition: ServiceDefinition, name: string): PlacedField {
  const placed = placedFields(definition).get(name);
  if (!placed) throw new TypeError(`no field ${name}`);
  return placed;
}

function settingValue(value: Settings[string] | undefined): Value {
  if (value === undefined) return null;
  return typeof value === 'number' ? whole(value) : value;
}

/** A reckoned value as an answer keeps it. Numbers are whole: the static check has seen to it. */
function plain(value: Value): unknown {
  if (value === null) return undefined;
  return isRational(value) ? Number(value.numerator / value.denominator) : value;
}

/** The value of an expression that asks no field, such as the days within which somebody answers. */
export function settingsExpression(
  expression: Expression,
  settings: Settings,
  today: string,
): number | boolean | string | undefined {
  const value = evaluateExpression(expression, {
    today,
    field: () => null,
    setting: (name) => settingValue(settings[name]),
  });
  const found = plain(value);
  return typeof found === 'object' ? undefined : (found as number | boolean | string | undefined); // lists are no settings
}
