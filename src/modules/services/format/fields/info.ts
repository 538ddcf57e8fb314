import { fieldType } from './field-type.ts';

/** Something to read between the questions; never has an answer. */
export const info = fieldType<never>({
  parse: () => ({ value: undefined }),
  is: (_value): _value is never => false,
  show: () => '',
  rule: () => null,
  type: () => ({ is: 'nothing' }),
  schema: () => ({ not: {} }),
});
