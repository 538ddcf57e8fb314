import { divide, fraction, max, min, minus, multiply, plus, rounded } from './arithmetic.ts';
import { equals, greaterThan, lessThan, notAfter, notBefore, notEquals, within } from './comparison.ts';
import { age, today } from './dates.ts';
import { count, sum } from './lists.ts';
import { and, iff, not, or } from './logic.ts';
import type { Operator } from './operator.ts';

/** The whole rule language, beside `field` and `setting`, which fetch a value. Nothing else is ever run. */
const operators = {
  today,
  equals,
  notEquals,
  and,
  or,
  not,
  greaterThan,
  lessThan,
  notBefore,
  notAfter,
  in: within,
  count,
  sum,
  plus,
  minus,
  multiply,
  divide,
  fraction,
  min,
  max,
  round: rounded,
  if: iff,
  age,
} as const satisfies Record<string, Operator>;

export type OperatorName = keyof typeof operators;
export const operatorNames = Object.keys(operators) as readonly OperatorName[];

export function operatorNamed(name: string): Operator | undefined {
  return Object.hasOwn(operators, name) ? operators[name as OperatorName] : undefined;
}
