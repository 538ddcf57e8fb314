import type { AktaSystem } from '../engine/agreement/akta-rules.ts';
import type { WorkWeek } from '../engine/agreement/work-week.ts';
import type { Fine, Minor, Rate } from '../engine/amount.ts';
import type { Claim } from '../engine/claim.ts';
import type { LineCode } from '../engine/codes.ts';
import type { Day, Period } from '../engine/day.ts';

/** One string of accounts: cost centre, activity, project, as far as it goes; and its share of the cost. */
export type AccountingPart = { readonly dimensions: readonly string[]; readonly share: Rate };

/** What each kind of fact says; amounts in cent or öre, shares in millionths, quantities in ten-thousandths. */
export type FactBodies = {
  /** A contract: `position` names the post, so that two on the same post are seen. */
  employment: {
    readonly title: string;
    readonly position: string;
    readonly unit: string;
    /** Working-time system of AKTA; general when it is not said. */
    readonly system?: AktaSystem;
  };
  /** Of full time, a month. `hour`: paid for each hour worked, in Sweden at this price, by AKTA at what it makes of the month. */
  salary: { readonly monthly: Minor; readonly share: Rate; readonly hour?: Minor };
  /** A monthly supplement of an agreement, such as for experience. */
  supplement: { readonly code: 'personal-supplement' | 'experience-increment'; readonly amount: Minor };
  /** Hours of each day of the week, Monday first, the same every week; `stints`: at what minutes of the day. */
  schedule: {
    readonly hours: readonly [Fine, Fine, Fine, Fine, Fine, Fine, Fine];
    readonly stints?: WorkWeek['stints'];
  };
  /** Who bears what the post costs; the shares are together the whole. */
  accounting: { readonly parts: readonly AccountingPart[] };
  service: { readonly since: Day };
  'tax-card': { readonly basePercent: Rate; readonly yearLimit: Minor; readonly additionalPercent: Rate };
  'tax-table': { readonly table: number; readonly column: number };
  benefit: { readonly code: LineCode; readonly amount: Minor };
  /** Without `pay` the agreement says what is paid; with it, somebody has decided. */
  absence: { readonly cause: 'sick' | 'parental' | 'leave' | 'holiday'; readonly pay?: 'full' | 'two-thirds' | 'none' };
  /** Hours of variable pay; paid the month after, when somebody has approved them. Without a price the agreement's. */
  time: { readonly code: LineCode; readonly quantity: Fine; readonly unitPrice?: Fine; readonly approved: boolean };
  /** Paid once, in the month it begins. */
  addition: { readonly code: LineCode; readonly amount: Minor; readonly reason: string };
  /** Pay of the month, paid before its day; taken off when the month is paid. */
  advance: { readonly amount: Minor; readonly reason: string };
  /** A payment was too much: booked in the month it holds; what is claimed has been approved. */
  recovery: Claim & { readonly claim: string; readonly run: string; readonly decision: string };
  /** How it is paid back: a part of each month's pay for the months it holds, or what the person has paid in on a day. */
  repayment: { readonly claim: string; readonly month: Period; readonly total: Minor; readonly decision: string } & (
    | { readonly way: 'pay'; readonly monthly: Minor; readonly reserved: Minor }
    | { readonly way: 'own'; readonly on: Day }
  );
  account: { readonly index: string; readonly ending: string };
  /** A fee that is deducted for a union, with where it is paid to when that has been said. */
  union: {
    readonly amount: Minor;
    readonly name?: string;
    readonly account?: string;
    readonly reference?: string;
  };
  garnishment: { readonly dependants: number } | { readonly reserved: Minor };
  holiday: { readonly left: number; readonly expires: Day };
  death: { readonly on: Day };
};
export type FactKind = keyof FactBodies;

/** A fact in its valid time (days inclusive; null: until further notice). */
export type Fact<K extends FactKind = FactKind> = {
  [Kind in K]: {
    readonly seq: number;
    readonly kind: Kind;
    readonly employment: number | null;
    readonly from: Day;
    readonly to: Day | null;
    readonly body: FactBodies[Kind];
  };
}[K];

/** A fact as the table has it, with since when it has been known. */
export type RecordedFact = Fact & {
  readonly replaces: number | null;
  readonly withdrawn: boolean;
  readonly recordedAt: Temporal.Instant;
  readonly source: string;
};

/** The facts that hold, of all that were recorded until a moment: what was replaced or withdrawn is gone. */
export function holding(recorded: readonly RecordedFact[], knownAt?: Temporal.Instant): readonly Fact[] {
  const known = knownAt
    ? recorded.filter(({ recordedAt }) => Temporal.Instant.compare(recordedAt, knownAt) <= 0)
    : recorded;
  const gone = new Set(known.flatMap(({ replaces }) => replaces ?? []));
  return known
    .filter(({ seq, withdrawn }) => !withdrawn && !gone.has(seq))
    .map(({ seq, kind, employment, from, to, body }) => ({ seq, kind, employment, from, to, body }) as Fact);
}

type Packed = readonly [number, FactKind, number | null, Day, Day | null, unknown];

/** The projection that a run reads: short, since there are fifty thousand of them. */
export function packFacts(facts: readonly Fact[]): string {
  return JSON.stringify(
    facts.map(({ seq, kind, employment, from, to, body }) => [seq, kind, employment, from, to, body]),
  );
}

export function unpackFacts(text: string): readonly Fact[] {
  return (JSON.parse(text) as Packed[]).map(
    ([seq, kind, employment, from, to, body]) => ({ seq, kind, employment, from, to, body }) as Fact, // as packed
  );
}

export function isValidIn(fact: { readonly from: Day; readonly to: Day | null }, from: Day, to: Day): boolean {
  return fact.from <= to && (fact.to === null || fact.to >= from);
}

/** The days of a fact that lie in a period, both counted. */
export function daysIn(fact: { readonly from: Day; readonly to: Day | null }, from: Day, to: Day): number {
  const first = fact.from > from ? fact.from : from;
  const last = fact.to === null || fact.to > to ? to : fact.to;
  return first > last ? 0 : Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1;
}
