import { fieldType, isText, sentText } from './field-type.ts';

const NUMBER = /^\+?[\d\s()/-]{5,24}$/;

/** As people write it; at least five digits. */
export const phone = fieldType<string>({
  parse: (sent, name) => ({ value: sentText(sent, name).replace(/[\u2010-\u2015\u2212]/g, '-') || undefined }),
  is: isText,
  faults: (value) => (NUMBER.test(value) && value.replace(/\D/g, '').length >= 5 ? [] : [{ kind: 'not-a-phone' }]),
  show: (value) => value,
  rule: (value) => value,
  type: () => ({ is: 'text' }),
  schema: () => ({ type: 'string', pattern: NUMBER.source }),
});
