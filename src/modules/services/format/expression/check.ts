import type { Expression } from './expression.ts';
import { operatorNamed } from './operators/index.ts';
import { boolean, isProblem, type Problem, type Type, wholeNumber } from './type.ts';

/** What the names in an expression mean where it stands. */
export type Names = {
  field(name: string): Type | undefined;
  setting(name: string): Type | undefined;
};

/** What is wrong, and where in the definition: `/pages/2/fields/1/value/1`. */
export type LoadProblem = { readonly path: string; readonly problem: string };

/**
 * The static type of an expression. Unknown operators and names, wrong types and comparisons that can never hold are
 * told with their place.
 */
export function typeOf(expression: Expression, names: Names, path: string, problems: LoadProblem[]): Type | undefined {
  const found = literalType(expression) ?? operation(expression, names, path, problems);
  if (found === undefined) return undefined;
  if (!isProblem(found)) return found;
  problems.push({ path, problem: found.problem });
  return undefined;
}

function literalType(expression: Expression): Type | Problem | undefined {
  if (expression === null) return { is: 'nothing' };
  if (typeof expression === 'boolean') return boolean;
  if (typeof expression === 'string') return { is: 'text', options: [expression] };
  if (typeof expression === 'number') {
    return Number.isSafeInteger(expression) ? wholeNumber : { problem: 'write parts as ["fraction", 3, 100]' };
  }
  return undefined;
}

function operation(
  expression: Expression,
  names: Names,
  path: string,
  problems: LoadProblem[],
): Type | Problem | undefined {
  if (!Array.isArray(expression)) return undefined;
  const [name, ...written] = expression as readonly [string, ...Expression[]];
  if (name === 'field' || name === 'setting') return reference(name, written, names);
  const operator = operatorNamed(name);
  if (!operator) return { problem: `there is no operator ${JSON.stringify(name)}` };
  const types: Type[] = [];
  for (const [index, argument] of written.entries()) {
    const type = typeOf(argument, names, `${path}/${index + 1}`, problems);
    if (type === undefined) return undefined; // told already
    types.push(type);
  }
  const found = operator.type(types, written);
  return isProblem(found) ? { problem: `${name} ${found.problem}` } : found;
}

function reference(kind: 'field' | 'setting', written: readonly Expression[], names: Names): Type | Problem {
  const [name] = written;
  if (written.length !== 1 || typeof name !== 'string') return { problem: `${kind} takes one name written out` };
  return names[kind](name) ?? { problem: `there is no ${kind} ${JSON.stringify(name)}` };
}

/** The names of the fields that an expression asks for. */
export function fieldsIn(expression: Expression): readonly string[] {
  if (!Array.isArray(expression)) return [];
  const [name, ...written] = expression as readonly [string, ...Expression[]];
  if (name === 'field') return typeof written[0] === 'string' ? [written[0]] : [];
  return written.flatMap(fieldsIn);
}
