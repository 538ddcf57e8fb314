import type { Answers } from '../answers.ts';
import { fieldType } from './field-type.ts';

function isRows(value: unknown): value is readonly Answers[] {
  return Array.isArray(value) && value.every((row) => typeof row === 'object' && row !== null && !Array.isArray(row));
}

/** The same questions several times. What is in the rows is looked after one by one in `evaluate`. */
export const group = fieldType<readonly Answers[]>({
  parse: () => ({ value: undefined }),
  is: isRows,
  faults: (rows, field) => {
    const { min, max } = field.repeat ?? { min: 1, max: 1 };
    if (rows.length < min) return [{ kind: 'too-few-rows', details: { least: min } }];
    return rows.length > max ? [{ kind: 'too-many-rows', details: { most: max } }] : [];
  },
  show: () => '',
  rule: (rows) => rows.map((row) => ({ row })),
  type: () => ({ is: 'list', of: { is: 'row' } }),
  schema: (field) => ({ type: 'array', minItems: field.repeat?.min ?? 1, maxItems: field.repeat?.max ?? 1 }),
});
