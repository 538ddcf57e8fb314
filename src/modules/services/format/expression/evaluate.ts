import type { Expression } from './expression.ts';
import { operatorNamed } from './operators/index.ts';
import type { Moment } from './operators/operator.ts';
import { type Value, whole } from './value.ts';

/** Where the values of the names are found. */
export type Facts = Moment & {
  field(name: string): Value;
  setting(name: string): Value;
};

/**
 * The value of a checked expression. Pure: the same facts give the same value.
 * @throws TypeError for an operator that `check` would have refused
 */
export function evaluateExpression(expression: Expression, facts: Facts): Value {
  if (typeof expression === 'number') return whole(expression);
  if (!Array.isArray(expression)) return expression as Value;
  const [name, ...written] = expression as readonly [string, ...Expression[]];
  if (name === 'field' || name === 'setting') return facts[name](written[0] as string); // checked at load
  const operator = operatorNamed(name);
  if (!operator) throw new TypeError(`there is no operator ${name}`);
  return operator.apply(
    written.map((argument) => evaluateExpression(argument, facts)),
    facts,
  );
}
