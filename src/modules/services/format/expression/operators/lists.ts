import { type Type, wholeNumber } from '../type.ts';
import { isRational, rational } from '../value.ts';
import { type Operator, wrongCount, wrongType } from './operator.ts';

function list(types: readonly Type[]) {
  const [only] = types;
  if (!only || types.length > 1) return wrongCount(types, 'one argument');
  return only.is === 'list' || only.is === 'nothing' ? only : wrongType(only, 'a list');
}

/** How many rows, choices or files, or in how many rows a question is answered; none when it is not there. */
export const count: Operator = {
  type(types) {
    const found = list(types);
    return 'problem' in found ? found : wholeNumber;
  },
  apply: ([values]) => rational(BigInt(Array.isArray(values) ? values.filter((value) => value !== null).length : 0)),
};

/** Of one column of a group: `["sum", ["field", "costs.amount"]]`. What is not answered counts as nought. */
export const sum: Operator = {
  type(types) {
    const found = list(types);
    if ('problem' in found) return found;
    if (found.is !== 'list') return found;
    return found.of.is === 'number' || found.of.is === 'money'
      ? found.of
      : wrongType(found, 'a list of numbers or money');
  },
  apply: ([values]) =>
    (Array.isArray(values) ? values : [])
      .filter(isRational)
      .reduce(
        (a, b) => rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator),
        rational(0n),
      ),
};
