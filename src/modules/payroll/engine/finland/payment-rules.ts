import { type Rate, WHOLE } from '../amount.ts';
import { type Day, isInsideAges } from '../day.ts';
import type { Rated } from '../line.ts';
import type { ParameterKey } from '../parameter-keys.ts';
import type { ValueOf } from '../parameter-kinds.ts';
import { findOn, type Parameter, type RuleBook, valueOn } from '../rule-book.ts';

/** A rate for some ages; outside of them it is zero by the same parameter. */
export type AgedRate = {
  readonly first: number;
  readonly last: number;
  readonly inside: Rated;
  readonly outside: Rated;
};

/** What Finnish law says on one payment date, made ready: looked up once a day, used for every payslip of it. */
export type FinnishRules = {
  readonly paymentDate: Day;
  readonly noCard: Rated;
  readonly pension: AgedRate;
  /** Null when the raised rate has been abolished. */
  readonly raisedPension: AgedRate | null;
  readonly unemployment: AgedRate;
  readonly health: AgedRate;
  readonly keva: Rated;
  readonly unemploymentLow: Rated;
  readonly unemploymentHigh: Rated;
  readonly unemploymentLimit: Parameter<number>;
  readonly groupLife: Rated;
  readonly accident: Rated;
  /** Undefined when nobody has entered it: needed only when a garnishment leaves the table's protected part. */
  readonly protectedPart: Parameter<ValueOf<'protected'>> | undefined;
  readonly bands: Parameter<ValueOf<'bands'>> | undefined;
};

export const finnishKeys = [
  'fi.tax.no-card',
  'fi.pension.employee',
  'fi.pension.employee.raised',
  'fi.unemployment.employee',
  'fi.health.employer',
  'fi.keva.total',
  'fi.unemployment.employer.low',
  'fi.unemployment.employer.high',
  'fi.unemployment.employer.limit',
  'fi.group-life.employer',
  'fi.accident.employer',
] as const satisfies readonly ParameterKey[];

/** @throws MissingParameter by name and day */
export function finnishRules(book: RuleBook, paymentDate: Day): FinnishRules {
  const rated = (key: 'fi.tax.no-card' | 'fi.keva.total' | 'fi.group-life.employer' | 'fi.accident.employer') =>
    ratedBy(valueOn(book, key, paymentDate));
  const aged = (
    key: 'fi.pension.employee' | 'fi.pension.employee.raised' | 'fi.unemployment.employee' | 'fi.health.employer',
  ) => agedBy(valueOn(book, key, paymentDate));
  const limit = valueOn(book, 'fi.unemployment.employer.limit', paymentDate);
  const ages = aged('fi.unemployment.employee');
  const pension = aged('fi.pension.employee');
  const health = aged('fi.health.employer');
  if (!ages || !pension || !health) throw new RangeError(`a contribution without ages on ${paymentDate}`);
  return {
    paymentDate,
    noCard: rated('fi.tax.no-card'),
    pension,
    raisedPension: aged('fi.pension.employee.raised'),
    unemployment: ages,
    health,
    keva: rated('fi.keva.total'),
    unemploymentLow: ratedBy(valueOn(book, 'fi.unemployment.employer.low', paymentDate)),
    unemploymentHigh: ratedBy(valueOn(book, 'fi.unemployment.employer.high', paymentDate)),
    unemploymentLimit: limit,
    groupLife: rated('fi.group-life.employer'),
    accident: rated('fi.accident.employer'),
    protectedPart: findOn(book, 'fi.garnishment.protected', paymentDate),
    bands: findOn(book, 'fi.garnishment.bands', paymentDate),
  };
}

/** The rate that the parameter gives the person's age in the month of payment, counted in months. */
export function rateAtAge(aged: AgedRate, months: number): Rated {
  return isInsideAges(months, aged.first, aged.last) ? aged.inside : aged.outside;
}

function ratedBy(parameter: Parameter<Rate>): Rated {
  return { rate: parameter.value, refs: [parameter.ref], verified: parameter.verified };
}

function agedBy(parameter: Parameter<ValueOf<'aged-rate'>>): AgedRate | null {
  if (parameter.value === null) return null;
  const { rate, first, last } = parameter.value;
  if (rate > WHOLE) throw new RangeError(`${parameter.ref} is more than the whole`);
  const inside = { rate, refs: [parameter.ref], verified: parameter.verified };
  return { first, last, inside, outside: { ...inside, rate: 0 } };
}
