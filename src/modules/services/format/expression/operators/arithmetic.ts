import { type Rounding, round } from '../../../../../kernel/money.ts';
import { either, isProblem, nameOf, type Problem, type Type } from '../type.ts';
import { compare, isRational, type Rational, rational, type Value } from '../value.ts';
import { type Operator, other, wrongCount, wrongType } from './operator.ts';

/** Whatever is reckoned with something that is not there is not there either. */
function overAll(combine: (a: Rational, b: Rational) => Rational | null): Operator['apply'] {
  return ([first = null, ...rest]) =>
    rest.reduce<Value>((a, b) => (isRational(a) && isRational(b) ? combine(a, b) : null), first);
}

/** Two or more of one kind: amounts with amounts, numbers with numbers. */
function sameKind(types: readonly Type[]): Type | Problem {
  const [first, ...rest] = types;
  if (!first || rest.length === 0) return wrongCount(types, 'two or more arguments');
  const wrong = other(types, 'number', 'money');
  if (wrong) return wrongType(wrong, 'number or money');
  return rest.reduce<Type | Problem>((a, b) => (isProblem(a) ? a : either(a, b)), first);
}

export const plus: Operator = {
  type: sameKind,
  apply: overAll((a, b) =>
    rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator),
  ),
};

export const minus: Operator = {
  type: (types) => (types.length === 2 ? sameKind(types) : wrongCount(types, 'two arguments')),
  apply: overAll((a, b) =>
    rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator),
  ),
};

export const min: Operator = { type: sameKind, apply: overAll((a, b) => (compare(a, b) <= 0 ? a : b)) };
export const max: Operator = { type: sameKind, apply: overAll((a, b) => (compare(a, b) >= 0 ? a : b)) };

function isWhole(type: Type): boolean {
  return !('whole' in type) || type.whole;
}

/** An amount by a number, or numbers; kronor by kronor is nothing that exists. */
export const multiply: Operator = {
  type(types) {
    if (types.length < 2) return wrongCount(types, 'two or more arguments');
    const wrong = other(types, 'number', 'money');
    if (wrong) return wrongType(wrong, 'number or money');
    const amounts = types.filter((type) => type.is === 'money').length;
    if (amounts > 1) return { problem: 'an amount is not multiplied by an amount' };
    return { is: amounts === 1 ? 'money' : 'number', whole: types.every(isWhole) };
  },
  apply: overAll((a, b) => rational(a.numerator * b.numerator, a.denominator * b.denominator)),
};

/** By zero gives no value. */
export const divide: Operator = {
  type(types) {
    const [a, b] = types;
    if (!a || !b || types.length > 2) return wrongCount(types, 'two arguments');
    const wrong = other(types, 'number', 'money');
    if (wrong) return wrongType(wrong, 'number or money');
    if (a.is !== 'money' && b.is === 'money') return { problem: `${nameOf(a)} is not divided by an amount` };
    return { is: a.is === 'money' && b.is !== 'money' ? 'money' : 'number', whole: false };
  },
  apply: overAll((a, b) =>
    b.numerator === 0n ? null : rational(a.numerator * b.denominator, a.denominator * b.numerator),
  ),
};

/** `["fraction", 3, 100]`: three per cent. */
export const fraction: Operator = {
  type(types, written) {
    const [over, under] = written;
    if (types.length !== 2 || !Number.isSafeInteger(over) || !Number.isSafeInteger(under) || Number(under) <= 0) {
      return { problem: 'takes two whole numbers written out, the second above zero' };
    }
    return { is: 'number', whole: false };
  },
  apply: ([over, under]) =>
    over && under && isRational(over) && isRational(under) ? rational(over.numerator, under.numerator) : null,
};

const modes: Readonly<Record<Rounding, true>> = {
  'half-up': true,
  'half-even': true,
  down: true,
  up: true,
  floor: true,
  ceiling: true,
};

function isRounding(mode: unknown): mode is Rounding {
  return typeof mode === 'string' && Object.hasOwn(modes, mode);
}

/** `["round", x, "half-up"]`, or with a step: `["round", fee, "half-up", 100]` gives whole kronor. */
export const rounded: Operator = {
  type(types, written) {
    const [value] = types;
    const [, mode, step = 1] = written;
    if (!value || types.length < 2 || types.length > 3) return wrongCount(types, 'a value, a way and perhaps a step');
    if (other([value], 'number', 'money')) return wrongType(value, 'number or money');
    if (!isRounding(mode)) return { problem: `takes one of ${Object.keys(modes).join(', ')}` };
    if (!Number.isSafeInteger(step) || Number(step) < 1)
      return { problem: 'takes a step that is a whole number above zero' };
    return value.is === 'nothing' ? value : { is: value.is === 'money' ? 'money' : 'number', whole: true };
  },
  apply([value = null, mode, step = rational(1n)]) {
    if (!isRational(value) || !isRounding(mode) || !isRational(step)) return null;
    const steps = round(value.numerator, value.denominator * step.numerator, mode);
    return rational(steps * step.numerator);
  },
};
