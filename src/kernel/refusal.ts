import type { Explanation } from './explanation.ts';

/** The expected ways to be told "no". Everything else that is thrown is a defect. */
export type RefusalKind = 'not-found' | 'not-allowed' | 'conflict' | 'invalid' | 'gone' | 'unavailable';

/** What the reader's text may name: never personal data, since refusals are logged. */
export type RefusalDetails = Readonly<Record<string, string | number | readonly string[]>>;

/**
 * An expected "no", told to a person in their language: what happened, why, and what to do now.
 * `key` names the text (`module.use-case.reason`); the page and the problem document look it up, so no layer below
 * the routes knows of HTTP.
 */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly key: string;
  readonly details: RefusalDetails;
  /** Why in this very case, and what to do; the text by its key says it when there is none. */
  readonly explanation: Explanation | undefined;

  constructor(kind: RefusalKind, key: string, details: RefusalDetails = {}, explanation?: Explanation) {
    super(`${kind}: ${key}`);
    this.name = 'Refusal';
    this.kind = kind;
    this.key = key;
    this.details = details;
    this.explanation = explanation;
  }
}

export function isRefusal(error: unknown, kind?: RefusalKind): error is Refusal {
  return error instanceof Refusal && (kind === undefined || error.kind === kind);
}
