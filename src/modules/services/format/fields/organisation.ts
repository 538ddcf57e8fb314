import { parseIdentifier } from '../../../../kernel/identifiers/parse.ts';
import { faulty, fieldType, isText, sentText, unanswered } from './field-type.ts';

// An organisation's number names no day that depends on when it is read.
const ANY_DAY = Temporal.PlainDate.from('2099-12-31');

function organisationIn(typed: string): string | undefined {
  const found = parseIdentifier(typed, ANY_DAY);
  return found.kind === 'organisationsnummer' || found.kind === 'fo-nummer' ? found.value : undefined;
}

/** An organisation's number (organisationsnummer, FO-nummer), never a person's: that one is known from the sign-in. */
export const organisation = fieldType<string>({
  parse(sent, name) {
    const typed = sentText(sent, name);
    if (typed === '') return unanswered;
    const value = organisationIn(typed);
    return value ? { value } : faulty('not-an-organisation');
  },
  is: isText,
  faults: (value) => (organisationIn(value) === value ? [] : [{ kind: 'not-an-organisation' }]),
  show: (value) => (/^\d{10}$/.test(value) ? `${value.slice(0, 6)}-${value.slice(6)}` : value),
  rule: (value) => value,
  type: () => ({ is: 'text' }),
  schema: () => ({ type: 'string', pattern: '^(\\d{10}|\\d{7}-\\d)$' }),
});
