/**
 * What an expression is known to be before any answer is seen. A number or amount is `whole` unless something was
 * divided or multiplied by a part: only `round` makes it whole again, and only whole ones are kept in a field.
 * A text from a choice knows its options, so that a comparison with what can not be chosen is found at load.
 */
export type Type =
  | { readonly is: 'nothing' | 'boolean' | 'date' | 'row' | 'file' | 'other' }
  | { readonly is: 'text'; readonly options?: readonly string[] | undefined }
  | { readonly is: 'number' | 'money'; readonly whole: boolean }
  | { readonly is: 'list'; readonly of: Type };

export type Problem = { readonly problem: string };

export function isProblem(found: Type | Problem): found is Problem {
  return 'problem' in found;
}

export const boolean: Type = { is: 'boolean' };
export const date: Type = { is: 'date' };
export const wholeNumber: Type = { is: 'number', whole: true };
export const wholeMoney: Type = { is: 'money', whole: true };

/** As an author reads it in a message. */
export function nameOf(type: Type): string {
  if (type.is === 'list') return `list of ${nameOf(type.of)}`;
  if (type.is === 'number' || type.is === 'money') return type.whole ? type.is : `${type.is} not yet rounded`;
  return type.is;
}

/** Whether the two can be the same value at all. */
export function comparable(a: Type, b: Type): boolean {
  if (a.is === 'nothing' || b.is === 'nothing') return true;
  if (a.is === 'list' || b.is === 'list') return false;
  if (a.is !== b.is || a.is === 'row' || a.is === 'file' || a.is === 'other') return false;
  if (a.is !== 'text' || b.is !== 'text' || !a.options || !b.options) return true;
  const { options } = b;
  return a.options.some((option) => options.includes(option));
}

/** What either may be; a problem when they do not go together. */
export function either(a: Type, b: Type): Type | Problem {
  if (a.is === 'nothing') return b;
  if (b.is === 'nothing') return a;
  if (a.is === 'list' && b.is === 'list') {
    const of = either(a.of, b.of);
    return isProblem(of) ? of : { is: 'list', of };
  }
  if (a.is !== b.is) return { problem: `${nameOf(a)} and ${nameOf(b)} are not the same kind` };
  if ((a.is === 'number' || a.is === 'money') && (b.is === 'number' || b.is === 'money')) {
    return { is: a.is, whole: a.whole && b.whole };
  }
  if (a.is === 'text' && b.is === 'text') {
    return { is: 'text', options: a.options && b.options ? [...new Set([...a.options, ...b.options])] : undefined };
  }
  return a;
}
