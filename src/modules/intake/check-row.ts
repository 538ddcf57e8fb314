import { convert, type FieldReason, textOf } from './convert.ts';
import type { MappingBody } from './mapping.ts';
import type { RowFault, SourceRow } from './read/source-row.ts';
import type { IntakeTarget, TargetRow } from './target.ts';

/** Why a row is kept apart: the row as a whole, or one of its fields. `said` is the target's own words. */
export type Reason =
  | { readonly reason: RowFault | 'contradicts' | 'not-kept' }
  | { readonly reason: FieldReason; readonly field: string }
  | { readonly reason: 'refused'; readonly said: { readonly sv: string; readonly fi: string; readonly en: string } };

/** Cells as texts, as they are kept with a row and mended. */
export type Cells = Readonly<Record<string, string>>;

export type CheckedRow =
  | { readonly row: TargetRow; readonly key: string; readonly reasons: readonly [] }
  | { readonly row: null; readonly key: null; readonly reasons: readonly [Reason, ...Reason[]] };

/** A row's cells, each as text that the mapping reads. */
export function cellsOf(source: SourceRow, target: IntakeTarget, body: MappingBody, from1904: boolean): Cells {
  const fieldOf = new Map(
    target.fields.flatMap((field) => {
      const mapped = body.fields[field.name];
      return mapped ? [[mapped.source, { field, mapped }] as const] : [];
    }),
  );
  return Object.fromEntries(
    Object.entries(source.cells).map(([name, cell]) => {
      const to = fieldOf.get(name);
      return [name, textOf(cell, to?.field, to?.mapped, from1904)];
    }),
  );
}

/** The row in the target's terms, or every reason why it is not one. */
export function checkRow(cells: Cells, target: IntakeTarget, body: MappingBody, fault?: RowFault): CheckedRow {
  const reasons: Reason[] = fault ? [{ reason: fault }] : [];
  const row: Record<string, string> = {};
  if (!fault) {
    for (const field of target.fields) {
      const mapped = body.fields[field.name] ?? { source: '' };
      const found = convert(cells[mapped.source] ?? '', field, mapped);
      if ('value' in found) row[field.name] = found.value;
      else if ('reason' in found) reasons.push({ reason: found.reason, field: field.name });
    }
  }
  const [first, ...more] = reasons;
  if (first) return { row: null, key: null, reasons: [first, ...more] };
  const key = JSON.stringify(target.fields.filter((field) => field.key).map((field) => row[field.name] ?? ''));
  return { row, key, reasons: [] };
}

/** Columns that the mapping reads and the file does not have; one with a value for rows that have none may be missing. */
export function missingColumns(columns: readonly string[] | null, body: MappingBody): readonly string[] {
  if (columns === null) return [];
  return Object.values(body.fields)
    .filter(({ source, otherwise }) => source !== '' && !columns.includes(source) && otherwise === undefined)
    .map(({ source }) => source)
    .toSorted();
}
