import { faulty, fieldType, isText, sentText, unanswered } from './field-type.ts';

const IBAN = /^(SE\d{22}|FI\d{16})$/;
const GIRO = /^(\d{3,4}-\d{4}|\d{1,7}-\d)$/;

/** ISO 13616: the remainder by 97 of the rearranged number is 1. */
function isIban(value: string): boolean {
  if (!IBAN.test(value)) return false;
  const digits = (value.slice(4) + value.slice(0, 4)).replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return BigInt(digits) % 97n === 1n;
}

/** Bankgiro and plusgiro end with a check digit modulo 10 (Bankgirot's and Plusgirot's own). */
function isGiro(value: string): boolean {
  if (!GIRO.test(value)) return false;
  const digits = [...value.replace('-', '')].reverse().map(Number);
  const sum = digits.reduce((total, digit, place) => {
    const weighed = place % 2 === 1 ? digit * 2 : digit;
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
}

function isAccount(value: string): boolean {
  return isIban(value) || isGiro(value);
}

/** Where money is paid to: an IBAN of Sweden or Finland, a bankgiro (`5050-1055`) or a plusgiro (`4-2`). */
export const account = fieldType<string>({
  parse(sent, name) {
    const value = sentText(sent, name)
      .replace(/[\u2010-\u2015\u2212]/g, '-')
      .replace(/\s/g, '')
      .toUpperCase();
    if (value === '') return unanswered;
    return isAccount(value) ? { value } : faulty('not-an-account');
  },
  is: isText,
  faults: (value) => (isAccount(value) ? [] : [{ kind: 'not-an-account' }]),
  show: (value) => (isIban(value) ? value.replace(/(.{4})(?=.)/g, '$1 ') : value),
  rule: (value) => value,
  type: () => ({ is: 'text' }),
  schema: () => ({ type: 'string', pattern: `${IBAN.source}|${GIRO.source}` }),
});
