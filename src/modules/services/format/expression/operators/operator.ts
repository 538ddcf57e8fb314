import type { Expression } from '../expression.ts';
import { nameOf, type Problem, type Type } from '../type.ts';
import type { Value } from '../value.ts';

/** What an expression may know beside its arguments. */
export type Moment = { readonly today: string };

/** One word of the rule language: what it takes, and what it makes of it. Pure; `today` is handed in. */
export type Operator = {
  /** The type of the result, or what is wrong with the arguments. */
  type(types: readonly Type[], written: readonly Expression[]): Type | Problem;
  apply(values: readonly Value[], moment: Moment): Value;
};

export function wrongCount(types: readonly Type[], wanted: string): Problem {
  return { problem: `takes ${wanted}, was given ${types.length}` };
}

export function wrongType(type: Type, wanted: string): Problem {
  return { problem: `takes ${wanted}, was given ${nameOf(type)}` };
}

/** The first argument that is neither of these kinds nor nothing. */
export function other(types: readonly Type[], ...kinds: readonly Type['is'][]): Type | undefined {
  return types.find((type) => type.is !== 'nothing' && !kinds.includes(type.is));
}
