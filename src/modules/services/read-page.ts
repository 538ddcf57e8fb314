import { type Answers, pathOf, rowsOf } from './format/answers.ts';
import type { DefinitionPage, Field } from './format/definition.ts';
import type { Fault, Sent } from './format/fields/field-type.ts';
import { fieldTypes } from './format/fields/index.ts';
import { rowsIn, shownIn } from './row-actions.ts';

type Controls = Record<string, string | readonly string[]>;

/** What a posted page says: the whole draft's answers with the page's own replaced, and what could not be read. */
export type ReadPage = { readonly answers: Answers; readonly controls: Readonly<Controls> };

/**
 * Reads the fields that the form showed. What it did not show keeps its answer; files, what is calculated and what there
 * is only to read are never taken from a form.
 */
export function readPage(page: DefinitionPage, before: Answers, sent: Sent): ReadPage {
  const shown = shownIn(sent);
  const answers: Record<string, unknown> = { ...before };
  const controls: Controls = {};

  function read(field: Field, path: string, known: unknown): unknown {
    if (!shown.has(path) || !isAsked(field)) return known;
    const parsed = fieldTypes[field.type].parse(sent, path, field);
    if ('value' in parsed) return parsed.value;
    Object.assign(controls, controlsOf(sent, path));
    return undefined;
  }

  for (const field of page.fields) {
    if (field.type !== 'group') {
      put(answers, field.id, read(field, field.id, before[field.id]));
    } else if (shown.has(field.id)) {
      const known = rowsOf(before[field.id]);
      answers[field.id] = Array.from({ length: rowsIn(sent, field) }, (_, index) => {
        const row: Record<string, unknown> = {};
        for (const inner of field.fields ?? []) {
          put(row, inner.id, read(inner, pathOf(field.id, index, inner.id), known[index]?.[inner.id]));
        }
        return row;
      });
    }
  }
  return { answers, controls };
}

/** What is wrong with what was typed and could not be read, by path. */
export function typedFaults(
  page: DefinitionPage,
  answers: Answers,
  controls: Sent,
): ReadonlyMap<string, readonly Fault[]> {
  const found = new Map<string, readonly Fault[]>();
  for (const { field, path } of controlsOfPage(page, answers)) {
    if (!isAsked(field) || Object.keys(controlsOf(controls, path)).length === 0) continue;
    const parsed = fieldTypes[field.type].parse(controls, path, field);
    if ('faults' in parsed) found.set(path, parsed.faults);
  }
  return found;
}

/** Every field of a page with its path, rows and all. */
export function controlsOfPage(
  page: DefinitionPage,
  answers: Answers,
): readonly { readonly field: Field; readonly path: string; readonly name: string }[] {
  return page.fields.flatMap((field) => {
    const rows = field.type === 'group' ? Math.max(rowsOf(answers[field.id]).length, field.repeat?.min ?? 1) : 0;
    const inner = Array.from({ length: rows }, (_, row) =>
      (field.fields ?? []).map((one) => ({
        field: one,
        path: pathOf(field.id, row, one.id),
        name: `${field.id}.${one.id}`,
      })),
    );
    return [{ field, path: field.id, name: field.id }, ...inner.flat()];
  });
}

/** The controls of one field in a form: its own, and the parts of a date or an address. */
export function controlsOf(sent: Sent, path: string): Controls {
  const own = Object.entries(sent).filter(
    ([name]) => name === path || name.startsWith(`${path}-`) || name.startsWith(`${path}.`),
  );
  return Object.fromEntries(own) as Controls; // a form holds texts and lists of texts
}

function isAsked({ type, value }: Field): boolean {
  return value === undefined && type !== 'info' && type !== 'file' && type !== 'group' && type !== 'registered';
}

function put(into: Record<string, unknown>, id: string, value: unknown): void {
  if (value === undefined) delete into[id];
  else into[id] = value;
}
