import type { InEach } from '../../../../kernel/texts.ts';
import { faulty, fieldType, sentText, unanswered } from './field-type.ts';

const words: InEach<{ readonly yes: string; readonly no: string }> = {
  sv: { yes: 'Ja', no: 'Nej' },
  fi: { yes: 'Kyllä', no: 'Ei' },
  en: { yes: 'Yes', no: 'No' },
};

/** Yes or no; unanswered is neither. */
export const boolean = fieldType<boolean>({
  parse(sent, name) {
    const typed = sentText(sent, name);
    if (typed === '') return unanswered;
    return typed === 'yes' || typed === 'no' ? { value: typed === 'yes' } : faulty('not-an-option');
  },
  is: (value) => typeof value === 'boolean',
  show: (value, _field, reader) => words[reader.language][value ? 'yes' : 'no'],
  rule: (value) => value,
  type: () => ({ is: 'boolean' }),
  schema: () => ({ type: 'boolean' }),
});
