import { formatDate } from '../../../../kernel/calendar/format.ts';
import { datePartsIn, dayOf } from '../../../../kernel/html/date-parts.ts';
import { faulty, fieldType, sentText } from './field-type.ts';

function isDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  try {
    Temporal.PlainDate.from(value);
    return true;
  } catch {
    return false;
  }
}

/** `2027-01-11`, typed as day, month and year. */
export const date = fieldType<string>({
  parse(sent, name) {
    const typed = sentText(sent, name); // a client that posts the date whole
    if (typed !== '') return isDate(typed) ? { value: typed } : faulty('not-a-date');
    const day = dayOf(datePartsIn(sent, name));
    if (day === 'empty') return { value: undefined };
    return day === 'invalid' ? faulty('not-a-date') : { value: day.toString() };
  },
  is: isDate,
  show: (value, _field, reader) => formatDate(Temporal.PlainDate.from(value), reader.language),
  rule: (value) => value,
  type: () => ({ is: 'date' }),
  schema: () => ({ type: 'string', format: 'date' }),
});
