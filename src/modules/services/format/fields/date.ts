import { formatDate } from '../../../../kernel/calendar/format.ts';
import { datePartsIn, dayOf } from '../../../../kernel/html/date-parts.ts';
import { faulty, fieldType, sentText } from './field-type.ts';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** By hand: a `Temporal.PlainDate` for each would be a third of what it costs to check a filing. */
function isDate(value: unknown): value is string {
  const found = typeof value === 'string' ? DATE.exec(value) : null;
  if (!found) return false;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (days[month - 1] ?? 0) + (leap ? 1 : 0);
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
