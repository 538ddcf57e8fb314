import type { Field } from '../definition.ts';
import { type Fault, type FieldType, fieldType, isText, sentText } from './field-type.ts';

/** Longer than any line that somebody means to write. */
const LINE = 200;

export function tooLong(value: string, most: number): readonly Fault[] {
  return value.length > most ? [{ kind: 'too-long', details: { most, length: value.length } }] : [];
}

/** A line, or a text of several lines. */
export function textOf(lines: 'one' | 'many', most: number): FieldType {
  const limit = (field: Field) => field.maxLength ?? most;
  return fieldType<string>({
    parse(sent, name) {
      const typed = sentText(sent, name);
      const value = lines === 'one' ? typed.replace(/\s+/g, ' ') : typed.replace(/\r\n?/g, '\n');
      return { value: value === '' ? undefined : value };
    },
    is: isText,
    faults: (value, field) => tooLong(value, limit(field)),
    show: (value) => value,
    rule: (value) => value,
    type: () => ({ is: 'text' }),
    schema: (field) => ({ type: 'string', minLength: 1, maxLength: limit(field) }),
  });
}

export const text = textOf('one', LINE);
