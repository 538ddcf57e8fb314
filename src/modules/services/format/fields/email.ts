import { type FieldType, fieldType, isText, sentText } from './field-type.ts';
import { tooLong } from './text.ts';

// Something, an at sign, a domain with a dot: whether it works is only known by writing to it.
const ADDRESS = /^[^\s@,;<>"()]+@[^\s@,;<>"()]+\.[^\s@.,;<>"()]{2,}$/u;
const LONGEST = 254;

export const email: FieldType = fieldType<string>({
  parse: (sent, name) => ({ value: sentText(sent, name) || undefined }),
  is: isText,
  faults: (value) => (ADDRESS.test(value) ? tooLong(value, LONGEST) : [{ kind: 'not-an-email' }]),
  show: (value) => value,
  rule: (value) => value,
  type: () => ({ is: 'text' }),
  schema: () => ({ type: 'string', format: 'email', maxLength: LONGEST }),
});
