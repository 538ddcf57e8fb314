import type { Rounding } from '../../../kernel/money.ts';
import type { Fine, Minor, Rate } from './amount.ts';
import { type LineCode, rankOf } from './codes.ts';
import type { Day, Period } from './day.ts';
import type { ParameterRef } from './rule-book.ts';
import type { RuleId } from './rules.ts';

/** A part of the base that has its own rate, where a limit lies between. */
export type Part = { readonly base: Minor; readonly rate: Rate };

/** A fact of the payslip that the line is made from: a path into what the calculation was given. */
export type FactRef = string;

const UNION = 'union:';

/** A union by its name, among what a line stands on. */
export function unionRef(name: string): FactRef {
  return `${UNION}${name}`;
}

/** The union that a fee is deducted for; undefined where nobody has said which. */
export function unionOf({ facts }: Pick<Line, 'facts'>): string | undefined {
  return facts.find((ref) => ref.startsWith(UNION))?.slice(UNION.length);
}

/** What kept an amount from being what its rate says. */
export type Limit = 'cash-pay' | 'half-of-net' | 'sick-pay' | 'protected';

/**
 * One line of a payslip and why it is what it is, as structured references: nothing here is text in somebody's
 * language, and everything can be rendered to words later (`explainLine`). Deductions are below zero.
 */
export type Line = {
  readonly code: LineCode;
  readonly quantity: Fine | null;
  readonly unitPrice: Fine | null;
  readonly base: Minor | null;
  /** Null when there is none, or when `parts` have several. */
  readonly rate: Rate | null;
  readonly parts: readonly Part[] | null;
  readonly amount: Minor;
  readonly rounding: Rounding | null;
  readonly limit: Limit | null;
  readonly rule: RuleId;
  readonly parameters: readonly ParameterRef[];
  readonly facts: readonly FactRef[];
  /** False when a parameter it used has not been checked against its source. */
  readonly verified: boolean;
  readonly earnedFrom: Day;
  readonly earnedTo: Day;
};

/** The parameters a line stands on, with their rate where they are one. */
export type Sourced = {
  readonly rate: Rate | null;
  readonly refs: readonly ParameterRef[];
  readonly verified: boolean;
};

/** A rate with the parameters it stands in; `rate` 0 where they say that nothing is paid. */
export type Rated = Sourced & { readonly rate: Rate };

export const none: readonly never[] = [];

/** What is made the same way for every payslip: its code, rule, rounding and the facts it looks at. */
export type Maker = {
  readonly code: LineCode;
  readonly rule: RuleId;
  readonly rounding: Rounding | null;
  readonly facts: readonly FactRef[];
};

/** A line of a rate on a base. */
export function rateLine(maker: Maker, by: Sourced, base: Minor, amount: Minor, earned: Period): Line {
  return {
    code: maker.code,
    quantity: null,
    unitPrice: null,
    base,
    rate: by.rate,
    parts: null,
    amount,
    rounding: maker.rounding,
    limit: null,
    rule: maker.rule,
    parameters: by.refs,
    facts: maker.facts,
    verified: by.verified,
    earnedFrom: earned.from,
    earnedTo: earned.to,
  };
}

/** A line of a base in parts that have each their rate, rounded once. */
export function partsLine(
  maker: Maker,
  refs: readonly ParameterRef[],
  verified: boolean,
  parts: readonly Part[],
  base: Minor,
  amount: Minor,
  earned: Period,
): Line {
  return {
    code: maker.code,
    quantity: null,
    unitPrice: null,
    base,
    rate: null,
    parts,
    amount,
    rounding: maker.rounding,
    limit: null,
    rule: maker.rule,
    parameters: refs,
    facts: maker.facts,
    verified,
    earnedFrom: earned.from,
    earnedTo: earned.to,
  };
}

/** A line of hours, days or pieces at a unit price; `rate` where the price is a share of `base`. */
export function priceLine(
  maker: Maker,
  by: Sourced | null,
  quantity: Fine | null,
  unitPrice: Fine | null,
  base: Minor | null,
  amount: Minor,
  earned: Period,
): Line {
  return {
    code: maker.code,
    quantity,
    unitPrice,
    base,
    rate: by === null ? null : by.rate,
    parts: null,
    amount,
    rounding: maker.rounding,
    limit: null,
    rule: maker.rule,
    parameters: by === null ? none : by.refs,
    facts: maker.facts,
    verified: by === null || by.verified,
    earnedFrom: earned.from,
    earnedTo: earned.to,
  };
}

/** The order of a payslip: by code, then by when it was earned, then by amount, whatever order the facts came in. */
export function inOrder(lines: Line[]): Line[] {
  let last = -1;
  for (let n = 0; n < lines.length; n++) {
    const line = lines[n] as Line; // inside the list
    const rank = rankOf(line.code);
    if (rank > last) {
      last = rank; // mostly they come in order
      continue;
    }
    let at = n;
    for (; at > 0 && comesBefore(line, rank, lines[at - 1] as Line); at--) lines[at] = lines[at - 1] as Line;
    lines[at] = line;
  }
  return lines;
}

function comesBefore(a: Line, rank: number, b: Line): boolean {
  const rankOfB = rankOf(b.code);
  if (rank !== rankOfB) return rank < rankOfB;
  if (a.earnedFrom !== b.earnedFrom) return a.earnedFrom < b.earnedFrom;
  if (a.amount !== b.amount) return a.amount < b.amount;
  if (a.quantity !== b.quantity) return (a.quantity ?? 0) < (b.quantity ?? 0);
  if (a.base !== b.base) return (a.base ?? 0) < (b.base ?? 0);
  return (a.rate ?? 0) < (b.rate ?? 0);
}

export function sumOf(lines: readonly Line[]): Minor {
  let sum = 0;
  for (const line of lines) sum += line.amount;
  return sum;
}
