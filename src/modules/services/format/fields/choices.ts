import { fieldType, isText, sentTexts } from './field-type.ts';

/** Any number of a few; none is unanswered. */
export const choices = fieldType<readonly string[]>({
  parse(sent, name) {
    const chosen = [...new Set(sentTexts(sent, name))];
    return { value: chosen.length > 0 ? chosen : undefined };
  },
  is: (value): value is readonly string[] => Array.isArray(value) && value.length > 0 && value.every(isText),
  faults: (values, field) =>
    values.every((value) => field.options?.includes(value)) ? [] : [{ kind: 'not-an-option' }],
  show: (values, _field, reader) => values.map(reader.option).join(', '),
  rule: (values) => values,
  type: (field) => ({ is: 'list', of: { is: 'text', options: field.options } }),
  schema: (field) => ({ type: 'array', minItems: 1, uniqueItems: true, items: { enum: field.options ?? [] } }),
});
