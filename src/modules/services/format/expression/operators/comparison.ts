import { boolean, comparable, nameOf } from '../type.ts';
import { compare, isRational, same, type Value } from '../value.ts';
import { type Operator, other, wrongCount, wrongType } from './operator.ts';

function pair(apply: Operator['apply']): Operator {
  return {
    type(types) {
      const [a, b] = types;
      if (!a || !b || types.length > 2) return wrongCount(types, 'two arguments');
      return comparable(a, b) ? boolean : { problem: `${nameOf(a)} is never equal to ${nameOf(b)} here` };
    },
    apply,
  };
}

/** Nothing equals nothing: `["equals", ["field", "income"], null]` asks whether a question is unanswered. */
export const equals = pair(([a = null, b = null]) => same(a, b));
export const notEquals = pair(([a = null, b = null]) => !same(a, b));

/** Of two numbers, amounts or dates. What is not there is neither before nor after anything. */
function ordered(kinds: readonly ('number' | 'money' | 'date')[], holds: (order: number) => boolean): Operator {
  return {
    type(types) {
      const [a, b] = types;
      if (!a || !b || types.length > 2) return wrongCount(types, 'two arguments');
      const wrong = other(types, ...kinds);
      if (wrong) return wrongType(wrong, kinds.join(' or '));
      return comparable(a, b) ? boolean : { problem: `${nameOf(a)} is not measured against ${nameOf(b)}` };
    },
    apply: ([a = null, b = null]) => (isOrdered(a) && isOrdered(b) ? holds(compare(a, b)) : false),
  };
}

function isOrdered(value: Value): value is Extract<Value, string | { numerator: bigint }> {
  return typeof value === 'string' || isRational(value);
}

export const greaterThan = ordered(['number', 'money'], (order) => order > 0);
export const lessThan = ordered(['number', 'money'], (order) => order < 0);
export const notBefore = ordered(['date'], (order) => order >= 0);
export const notAfter = ordered(['date'], (order) => order <= 0);

/** `["in", x, "a", "b"]`, or `["in", "a", list]`. */
export const within: Operator = {
  type(types) {
    const [needle, ...places] = types;
    if (!needle || places.length === 0) return wrongCount(types, 'a value and where to look');
    const [first] = places;
    const among = first?.is === 'list' && places.length === 1 ? [first.of] : places;
    const wrong = among.find((type) => !comparable(needle, type));
    return wrong ? { problem: `${nameOf(needle)} is never found in ${nameOf(wrong)} here` } : boolean;
  },
  apply([needle = null, ...places]) {
    const [first] = places;
    const among = Array.isArray(first) ? (first as readonly Value[]) : places;
    return needle !== null && among.some((value) => same(needle, value));
  },
};
