import type { InEach } from './texts.ts';

/** A fact, as it was known when the thing was decided. */
export type ExplanationFact = { readonly label: InEach<string>; readonly value: InEach<string> };

/** The rule that was followed: its own words, the law or specification, and the days (inclusive) it is valid. */
export type ExplanationRule = {
  readonly label: InEach<string>;
  /** The paragraph or specification, e.g. `SFS 2010:800 8 kap. 3 §`; absent when the rule is the system's own. */
  readonly source?: string;
  readonly validFrom?: Temporal.PlainDate;
  readonly validTo?: Temporal.PlainDate;
  /** False marks a figure nobody has checked against its source; production refuses to use one. */
  readonly verified?: boolean;
};

/**
 * Why an amount, a decision or a refusal is what it is: what, how much, from which facts, by which rule, valid when.
 * Every module makes these; one component (`kernel/html/explanation.tsx`) shows them in the reader's language.
 */
export type Explanation = {
  readonly what: InEach<string>;
  readonly amount?: InEach<string>;
  readonly facts: readonly ExplanationFact[];
  readonly rules: readonly ExplanationRule[];
  /** The steps that led here, each an explanation of its own. */
  readonly parts?: readonly Explanation[];
  /** What the reader can do now. */
  readonly next?: InEach<string>;
};
