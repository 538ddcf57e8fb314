import type { Kind } from './parameter-kinds.ts';

/** Who decides: what a layer has left open, the next may set (`open`). */
const layers = ['law', 'agreement', 'local', 'employer'] as const;
export type Layer = (typeof layers)[number];

type Definition = {
  readonly kind: Kind;
  readonly layer: Layer;
  /** The layers below that may set their own value. */
  readonly open?: readonly Layer[];
};

const law = <K extends Kind>(kind: K) => ({ kind, layer: 'law' }) as const;
const agreed = <K extends Kind>(kind: K) => ({ kind, layer: 'agreement', open: ['local'] }) as const;
const employers = <K extends Kind>(kind: K) => ({ kind, layer: 'law', open: ['employer'] }) as const;

/** Every parameter of pay. A new one is a line here and values in `data/parameters/payroll`. */
export const parameterKeys = {
  'fi.tax.no-card': law('rate'),
  'fi.pension.employee': law('aged-rate'),
  'fi.pension.employee.raised': law('aged-rate'),
  'fi.unemployment.employee': law('aged-rate'),
  'fi.health.employer': law('aged-rate'),
  'fi.keva.total': employers('rate'),
  'fi.unemployment.employer.low': law('rate'),
  'fi.unemployment.employer.high': law('rate'),
  'fi.unemployment.employer.limit': law('amount'),
  'fi.group-life.employer': employers('rate'),
  'fi.accident.employer': employers('rate'),
  'fi.garnishment.protected': law('protected'),
  'fi.garnishment.bands': law('bands'),
  'fi.benefit.phone': law('amount'),
  'fi.benefit.meal': law('amount'),
  'akta.divisor.office': agreed('count'),
  'akta.divisor.general': agreed('count'),
  'akta.divisor.period': agreed('count'),
  'akta.divisor.expert': agreed('count'),
  'akta.divisor.three-shift': agreed('count'),
  'akta.divisor.annex-18': agreed('count'),
  'akta.supplement.evening': agreed('rate'),
  'akta.supplement.night': agreed('rate'),
  'akta.supplement.saturday': agreed('rate'),
  'akta.supplement.sunday': agreed('rate'),
  'akta.overtime.simple': agreed('rate'),
  'akta.overtime.qualified': agreed('rate'),
  'akta.overtime.week-minutes': agreed('count'),
  'akta.overtime.day-minutes': agreed('count'),
  'akta.overtime.day-most-minutes': agreed('count'),
  'akta.overtime.day-simple-hours': agreed('count'),
  'akta.overtime.week-simple-hours': agreed('count'),
  'akta.day-divisor': agreed('word'),
  'akta.experience': agreed('steps'),
  'akta.sick.days-employed': agreed('count'),
  'akta.sick.full-days': agreed('count'),
  'akta.sick.two-thirds-days': agreed('count'),
  'akta.sick.short.full-days': agreed('count'),
  'akta.sick.accident.full-days': agreed('count'),
  'akta.sick.accident.two-thirds-days': agreed('count'),
  'akta.holiday-bonus.table-1': agreed('rate'),
  'akta.holiday-bonus.table-2': agreed('rate'),
  'akta.holiday-bonus.table-3': agreed('rate'),
  'akta.general-increases': agreed('increases'),
  'akta.minimum-pay': agreed('amount'),
  'se.tax.side-income': law('rate'),
  'se.tax.formula': law('tax-formula'),
  'se.tax.tables': law('tax-tables'),
  'se.contributions.full': law('rate'),
  'se.contributions.by-birth-year': law('born-rates'),
  'se.contributions.young': law('born-rates'),
  'se.garnishment.alone': law('amount'),
  'se.garnishment.couple': law('amount'),
  'akap-kr.lower': agreed('rate'),
  'akap-kr.upper': agreed('rate'),
  'akap-kr.break': agreed('amount'),
  'kap-kl.rate': agreed('rate'),
  'ab.overtime.divisor': agreed('count'),
  'ab.overtime.simple': agreed('rate'),
  'ab.overtime.qualified': agreed('rate'),
  'ab.overtime.simple-hours': agreed('count'),
  'ab.ob.a': agreed('amount'),
  'ab.ob.a-night': agreed('amount'),
  'ab.ob.b': agreed('amount'),
  'ab.ob.b-night': agreed('amount'),
  'ab.ob.c': agreed('amount'),
  'ab.ob.d': agreed('amount'),
  'ab.holiday.days': agreed('counts'),
  'ab.holiday.day-supplement': agreed('rate'),
  'ab.holiday.variable': agreed('steps'),
  'ab.sick.pay': agreed('rate'),
  'ab.sick.karens': agreed('rate'),
  'ab.sick.days': agreed('count'),
  'ab.sick.relapse-days': agreed('count'),
  'ab.sick.most-karens': agreed('count'),
} as const satisfies Readonly<Record<string, Definition>>;

export type ParameterKey = keyof typeof parameterKeys;
export type KindOf<K extends ParameterKey> = (typeof parameterKeys)[K]['kind'];

/** The definition as one type, for those who ask about any key. */
export function definitionOf(key: ParameterKey): Definition {
  return parameterKeys[key];
}

export function isParameterKey(key: string): key is ParameterKey {
  return Object.hasOwn(parameterKeys, key);
}
