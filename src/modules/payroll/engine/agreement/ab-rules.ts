import type { Fraction } from '../../../../kernel/money.ts';
import { type Fine, lowestTerms } from '../amount.ts';
import type { Day } from '../day.ts';
import type { Rated, Sourced } from '../line.ts';
import { type Parameter, type RuleBook, valueOn } from '../rule-book.ts';

export type ObKind = 'ob-a' | 'ob-a-night' | 'ob-b' | 'ob-b-night' | 'ob-c' | 'ob-d';
export type AbHourKind = ObKind | 'overtime-simple' | 'overtime-qualified';

/** Kronor an hour, as a unit price with its parameter. */
export type Priced = { readonly unitPrice: Fine; readonly by: Sourced };

/** What AB 25 says on one earning day, made ready. */
export type AbRules = {
  readonly overtimeDivisor: Parameter<number>;
  /** Hours next to a shift that are simple overtime. */
  readonly overtimeSimpleHours: Parameter<number>;
  readonly overtime: Readonly<Record<'overtime-simple' | 'overtime-qualified', Rated>>;
  readonly ob: Readonly<Record<ObKind, Priced>>;
  readonly daySupplement: Rated;
  readonly variable: readonly { readonly days: number; readonly by: Rated }[];
  readonly sick: {
    /** Of the pay of the missed shifts; and of a week's sick pay, the qualifying deduction. */
    readonly pay: Fraction;
    readonly karens: Fraction;
    readonly days: Parameter<number>;
    readonly relapse: Parameter<number>;
    readonly mostKarens: Parameter<number>;
    /** Sick pay and the qualifying deduction, each with all that it stands on. */
    readonly paidBy: Rated;
    readonly karensBy: Rated;
  };
};

/** @throws MissingParameter by name and day */
export function abRules(book: RuleBook, day: Day): AbRules {
  const divisor = valueOn(book, 'ab.overtime.divisor', day);
  const overtime = (key: 'ab.overtime.simple' | 'ab.overtime.qualified') => ratedBy(valueOn(book, key, day), divisor);
  const ob = (kind: ObKind): Priced => {
    const found = valueOn(
      book,
      `ab.${kind.replace('-', '.')}` as `ab.ob.${'a' | 'a-night' | 'b' | 'b-night' | 'c' | 'd'}`,
      day,
    ); // ob-a-night → ob.a-night
    return { unitPrice: found.value * 10_000, by: { ...ratedBy(found), rate: null } };
  };
  const variable = valueOn(book, 'ab.holiday.variable', day);
  return {
    overtimeDivisor: divisor,
    overtimeSimpleHours: valueOn(book, 'ab.overtime.simple-hours', day),
    overtime: {
      'overtime-simple': overtime('ab.overtime.simple'),
      'overtime-qualified': overtime('ab.overtime.qualified'),
    },
    ob: {
      'ob-a': ob('ob-a'),
      'ob-a-night': ob('ob-a-night'),
      'ob-b': ob('ob-b'),
      'ob-b-night': ob('ob-b-night'),
      'ob-c': ob('ob-c'),
      'ob-d': ob('ob-d'),
    },
    daySupplement: ratedBy(valueOn(book, 'ab.holiday.day-supplement', day)),
    variable: variable.value.map(({ from, rate }) => ({
      days: from,
      by: { rate, refs: [variable.ref], verified: variable.verified },
    })),
    sick: sickRules(book, day),
  };
}

function sickRules(book: RuleBook, day: Day): AbRules['sick'] {
  const pay = valueOn(book, 'ab.sick.pay', day);
  const karens = valueOn(book, 'ab.sick.karens', day);
  const days = valueOn(book, 'ab.sick.days', day);
  const relapse = valueOn(book, 'ab.sick.relapse-days', day);
  const mostKarens = valueOn(book, 'ab.sick.most-karens', day);
  const karensBy = ratedBy(karens, pay, mostKarens);
  return {
    pay: lowestTerms(pay.value),
    karens: lowestTerms(karens.value),
    days,
    relapse,
    mostKarens,
    paidBy: ratedBy(pay, days),
    karensBy,
  };
}

function ratedBy(parameter: Parameter<number>, ...beside: readonly Parameter[]): Rated {
  const all: readonly Parameter[] = [parameter, ...beside];
  return { rate: parameter.value, refs: all.map(({ ref }) => ref), verified: all.every(({ verified }) => verified) };
}
