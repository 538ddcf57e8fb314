import { boolean, either } from '../type.ts';
import { type Operator, other, wrongCount, wrongType } from './operator.ts';

function allBoolean(apply: Operator['apply']): Operator {
  return {
    type(types) {
      if (types.length < 2) return wrongCount(types, 'two or more arguments');
      const wrong = other(types, 'boolean');
      return wrong ? wrongType(wrong, 'boolean') : boolean;
    },
    apply,
  };
}

/** An unanswered question is not true. */
export const and = allBoolean((values) => values.every((value) => value === true));
export const or = allBoolean((values) => values.some((value) => value === true));

export const not: Operator = {
  type(types) {
    const [only] = types;
    if (!only || types.length > 1) return wrongCount(types, 'one argument');
    return other([only], 'boolean') ? wrongType(only, 'boolean') : boolean;
  },
  apply: ([value]) => value !== true,
};

/** `["if", condition, then, else]`; what is not true takes the second way. */
export const iff: Operator = {
  type(types) {
    const [condition, yes, no] = types;
    if (!condition || !yes || !no || types.length > 3) return wrongCount(types, 'a condition and two values');
    return other([condition], 'boolean') ? wrongType(condition, 'boolean') : either(yes, no);
  },
  apply: ([condition, yes, no]) => (condition === true ? (yes ?? null) : (no ?? null)),
};
