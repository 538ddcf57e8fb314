import { type Minor, share } from '../amount.ts';
import type { Day } from '../day.ts';
import { type RuleBook, valueOn } from '../rule-book.ts';
import type { AktaTerms } from './akta-terms.ts';

/** The general increases of the agreement after one day up to another, by the book as of the latter. */
function increasesBetween(book: RuleBook, after: Day, upTo: Day) {
  return valueOn(book, 'akta.general-increases', upTo).value.filter(({ on }) => on > after && on <= upTo);
}

/** A pay with an increase: a percent, at least so much. */
function increased(pay: Minor, increase: { readonly rate: number; readonly minimum: Minor }): Minor {
  return pay + Math.max(share(pay, increase.rate, 'half-up'), increase.minimum);
}

/** The terms with every general increase up to a day, each as terms of its own from its day. */
export function withIncreases(book: RuleBook, terms: AktaTerms, upTo: Day): readonly AktaTerms[] {
  const all = [terms];
  for (const increase of increasesBetween(book, terms.from, upTo)) {
    const last = all[all.length - 1] ?? terms;
    all.push({ ...last, from: increase.on, taskPay: increased(last.taskPay, increase) });
  }
  return all;
}
