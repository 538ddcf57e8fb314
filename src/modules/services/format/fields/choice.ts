import { fieldType, isText, sentText } from './field-type.ts';

/** One of a few. */
export const choice = fieldType<string>({
  parse: (sent, name) => ({ value: sentText(sent, name) || undefined }),
  is: isText,
  faults: (value, field) => (field.options?.includes(value) ? [] : [{ kind: 'not-an-option' }]),
  show: (value, _field, reader) => reader.option(value),
  rule: (value) => value,
  type: (field) => ({ is: 'text', options: field.options }),
  schema: (field) => ({ enum: field.options ?? [] }),
});
