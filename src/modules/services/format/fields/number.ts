import { locales } from '../../../../kernel/locale.ts';
import type { Field } from '../definition.ts';
import { whole } from '../expression/value.ts';
import { type Fault, faulty, fieldType, isWhole, sentText, unanswered } from './field-type.ts';

export function outside(value: number, field: Field): readonly Fault[] {
  if (field.min !== undefined && value < field.min) return [{ kind: 'too-small', details: { least: field.min } }];
  if (field.max !== undefined && value > field.max) return [{ kind: 'too-large', details: { most: field.max } }];
  return [];
}

export function limits(field: Field): Readonly<Record<string, unknown>> {
  return {
    type: 'integer',
    ...(field.min === undefined ? {} : { minimum: field.min }),
    ...(field.max === undefined ? {} : { maximum: field.max }),
  };
}

/** A whole number; spaces between thousands are welcome. */
export const number = fieldType<number>({
  parse(sent, name) {
    const typed = sentText(sent, name)
      .replace(/[\s\u00a0\u202f]/g, '')
      .replace('\u2212', '-');
    if (typed === '') return unanswered;
    return /^-?\d{1,15}$/.test(typed) ? { value: Number(typed) } : faulty('not-a-number');
  },
  is: isWhole,
  faults: outside,
  show: (value, _field, reader) => value.toLocaleString(locales[reader.language]),
  rule: whole,
  type: () => ({ is: 'number', whole: true }),
  schema: limits,
});
