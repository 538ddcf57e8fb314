import { WHOLE } from '../amount.ts';
import { type Day, yearOf } from '../day.ts';
import type { Rated } from '../line.ts';
import type { ParameterKey } from '../parameter-keys.ts';
import { findOn, type Parameter, type RuleBook, valueOn } from '../rule-book.ts';

/** Working-time systems of AKTA, by whose divisor a month's pay becomes an hour's. */
export const aktaSystems = ['office', 'general', 'period', 'expert', 'three-shift', 'annex-18'] as const;
export type AktaSystem = (typeof aktaSystems)[number];

export type AktaHourKind = 'evening' | 'night' | 'saturday' | 'sunday' | 'overtime-simple' | 'overtime-qualified';

/** What AKTA says on one earning day, made ready. */
export type AktaRules = {
  readonly divisor: Readonly<Record<AktaSystem, Parameter<number>>>;
  /** Undefined: nobody has entered it. */
  readonly share: Readonly<Record<AktaHourKind, Rated | undefined>>;
  /** Years of experience and the increment from then on, the longest first. */
  readonly experience: readonly { readonly from: number; readonly by: Rated }[];
  readonly dayDivisor: Parameter<string>;
  readonly sick: {
    readonly daysEmployed: Parameter<number>;
    readonly full: Parameter<number>;
    readonly twoThirds: Parameter<number>;
    readonly shortFull: Parameter<number>;
    readonly accidentFull: Parameter<number>;
    readonly accidentTwoThirds: Parameter<number>;
    /** All that sick pay stands on: by long or short employment, by an accident at work, by a decision. */
    readonly by: Readonly<Record<'long' | 'short' | 'accident' | 'decided', Rated>>;
  };
  readonly holidayBonus: readonly [Rated, Rated, Rated];
  /** Where hours beyond the schedule become overtime, in general working time; and how many are the lower overtime. */
  readonly beyond: {
    /** Minutes. */
    readonly week: Parameter<number>;
    readonly day: Parameter<number>;
    readonly dayMost: Parameter<number>;
    /** Hours. */
    readonly daySimple: Parameter<number>;
    readonly weekSimple: Parameter<number>;
  };
};

/** The rules of an earning day. Many days have the same, so that what they pay can be summed. */
export type AktaDay = {
  readonly rules: AktaRules;
  /** Experience that is counted from `since` or earlier gives the increment on the day; the longest first. */
  readonly increments: readonly { readonly since: Day; readonly by: Rated }[];
};

/** Years are full on the day of the month that they began on. */
export function aktaDay(rules: AktaRules, day: Day): AktaDay {
  const increments = rules.experience.map(({ from, by }) => ({ since: `${yearOf(day) - from}${day.slice(4)}`, by }));
  return { rules, increments };
}

/** @throws MissingParameter by name and day */
export function aktaRules(book: RuleBook, day: Day): AktaRules {
  const divisor = (system: AktaSystem) => valueOn(book, `akta.divisor.${system}`, day);
  const step = valueOn(book, 'akta.experience', day);
  const dayDivisor = valueOn(book, 'akta.day-divisor', day);
  const bonus = (table: 1 | 2 | 3) => ratedBy(valueOn(book, `akta.holiday-bonus.table-${table}`, day));
  return {
    divisor: {
      office: divisor('office'),
      general: divisor('general'),
      period: divisor('period'),
      expert: divisor('expert'),
      'three-shift': divisor('three-shift'),
      'annex-18': divisor('annex-18'),
    },
    share: {
      evening: maybe(book, 'akta.supplement.evening', day),
      night: maybe(book, 'akta.supplement.night', day),
      saturday: maybe(book, 'akta.supplement.saturday', day),
      sunday: maybe(book, 'akta.supplement.sunday', day),
      'overtime-simple': maybe(book, 'akta.overtime.simple', day),
      'overtime-qualified': maybe(book, 'akta.overtime.qualified', day),
    },
    experience: step.value
      .toSorted((a, b) => b.from - a.from)
      .map(({ from, rate }) => ({ from, by: { rate, refs: [step.ref], verified: step.verified } })),
    dayDivisor,
    sick: sickRules(book, day, dayDivisor),
    holidayBonus: [bonus(1), bonus(2), bonus(3)],
    beyond: {
      week: valueOn(book, 'akta.overtime.week-minutes', day),
      day: valueOn(book, 'akta.overtime.day-minutes', day),
      dayMost: valueOn(book, 'akta.overtime.day-most-minutes', day),
      daySimple: valueOn(book, 'akta.overtime.day-simple-hours', day),
      weekSimple: valueOn(book, 'akta.overtime.week-simple-hours', day),
    },
  };
}

function sickRules(book: RuleBook, day: Day, dayDivisor: Parameter): AktaRules['sick'] {
  const daysEmployed = valueOn(book, 'akta.sick.days-employed', day);
  const full = valueOn(book, 'akta.sick.full-days', day);
  const twoThirds = valueOn(book, 'akta.sick.two-thirds-days', day);
  const shortFull = valueOn(book, 'akta.sick.short.full-days', day);
  const accidentFull = valueOn(book, 'akta.sick.accident.full-days', day);
  const accidentTwoThirds = valueOn(book, 'akta.sick.accident.two-thirds-days', day);
  const by = (...parameters: readonly Parameter[]): Rated => ({
    rate: WHOLE,
    refs: parameters.map(({ ref }) => ref),
    verified: parameters.every(({ verified }) => verified),
  });
  return {
    ...{ daysEmployed, full, twoThirds, shortFull, accidentFull, accidentTwoThirds },
    by: {
      long: by(daysEmployed, full, twoThirds, dayDivisor),
      short: by(daysEmployed, shortFull, dayDivisor),
      accident: by(daysEmployed, accidentFull, accidentTwoThirds, dayDivisor),
      decided: by(dayDivisor),
    },
  };
}

type RateKey = Extract<ParameterKey, `akta.supplement.${string}` | `akta.overtime.${string}`>;

function maybe(book: RuleBook, key: RateKey, day: Day): Rated | undefined {
  const found = findOn(book, key, day);
  return found && ratedBy(found);
}

function ratedBy(parameter: Parameter<number>): Rated {
  return { rate: parameter.value, refs: [parameter.ref], verified: parameter.verified };
}

/** Where the name of what nobody has entered stands. */
export const aktaKeyOf: Readonly<Record<AktaHourKind, ParameterKey>> = {
  evening: 'akta.supplement.evening',
  night: 'akta.supplement.night',
  saturday: 'akta.supplement.saturday',
  sunday: 'akta.supplement.sunday',
  'overtime-simple': 'akta.overtime.simple',
  'overtime-qualified': 'akta.overtime.qualified',
};
