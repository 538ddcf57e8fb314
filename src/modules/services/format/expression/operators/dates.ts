import { date, wholeNumber } from '../type.ts';
import { rational } from '../value.ts';
import { type Operator, wrongCount, wrongType } from './operator.ts';

/** The authority's own date. */
export const today: Operator = {
  type: (types) => (types.length === 0 ? date : wrongCount(types, 'no arguments')),
  apply: (_values, moment) => moment.today,
};

/** Whole years from a date to today; below zero for what is to come. */
export const age: Operator = {
  type(types) {
    const [only] = types;
    if (!only || types.length > 1) return wrongCount(types, 'one argument');
    return only.is === 'date' || only.is === 'nothing' ? wholeNumber : wrongType(only, 'a date');
  },
  apply([born], moment) {
    if (typeof born !== 'string') return null;
    const years = Temporal.PlainDate.from(born).until(Temporal.PlainDate.from(moment.today), { largestUnit: 'year' });
    return rational(BigInt(years.years));
  },
};
