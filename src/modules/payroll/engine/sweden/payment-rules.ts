import type { Rate } from '../amount.ts';
import type { Day } from '../day.ts';
import type { Rated } from '../line.ts';
import type { ParameterKey } from '../parameter-keys.ts';
import type { ValueOf } from '../parameter-kinds.ts';
import { findOn, type Parameter, type ParameterRef, type RuleBook, valueOn } from '../rule-book.ts';
import { tableByFormula } from './tax-formula.ts';
import { makeTaxTables, type TaxTable } from './tax-table.ts';

/** Contributions of some birth years, to so much of a month's pay. */
export type BornRate = ValueOf<'born-rates'>[number] & { readonly by: Rated };

/** A table of tax with where it is from: Skatteverket's file, or the formula in its place. */
export type SourcedTable = {
  readonly table: TaxTable;
  readonly rule: 'SE-TABLE-30B' | 'SE-FORMULA-SKV433';
  /** A table is no rate. */
  readonly rate: null;
  /** Columns that it holds, from 1. */
  readonly columns: number;
  readonly refs: readonly ParameterRef[];
  readonly verified: boolean;
};

/** What Swedish law and pension agreements say on one payment date, made ready once a day. */
export type SwedishRules = {
  readonly paymentDate: Day;
  readonly sideIncome: Rated;
  /** Undefined when neither file nor formula gives the table. */
  readonly table: (number: number) => SourcedTable | undefined;
  readonly contributions: Rated;
  readonly byBirthYear: readonly BornRate[];
  readonly akapLower: Rated;
  readonly akapUpper: Rated;
  readonly akapBreak: Parameter<number>;
  readonly kapKl: Rated;
};

export const swedishKeys = [
  'se.tax.side-income',
  'se.contributions.full',
  'se.contributions.by-birth-year',
  'se.contributions.young',
  'akap-kr.lower',
  'akap-kr.upper',
  'akap-kr.break',
  'kap-kl.rate',
] as const satisfies readonly ParameterKey[];

/** The monthly tables that Skatteverket has: the rate of municipality, region, burial and church in whole percent. */
export const FIRST_TABLE = 29;
export const LAST_TABLE = 42;

/** @throws MissingParameter by name and day */
export function swedishRules(book: RuleBook, paymentDate: Day): SwedishRules {
  const rated = (
    key: 'se.tax.side-income' | 'se.contributions.full' | 'akap-kr.lower' | 'akap-kr.upper' | 'kap-kl.rate',
  ) => ratedBy(valueOn(book, key, paymentDate));
  const born = (key: 'se.contributions.by-birth-year' | 'se.contributions.young') =>
    bornBy(valueOn(book, key, paymentDate));
  const tables = new Map<number, SourcedTable | undefined>();
  return {
    paymentDate,
    sideIncome: rated('se.tax.side-income'),
    table: (number) => {
      if (!tables.has(number)) tables.set(number, tableOn(book, number, paymentDate));
      return tables.get(number);
    },
    contributions: rated('se.contributions.full'),
    byBirthYear: [...born('se.contributions.by-birth-year'), ...born('se.contributions.young')],
    akapLower: rated('akap-kr.lower'),
    akapUpper: rated('akap-kr.upper'),
    akapBreak: valueOn(book, 'akap-kr.break', paymentDate),
    kapKl: rated('kap-kl.rate'),
  };
}

function tableOn(book: RuleBook, number: number, day: Day): SourcedTable | undefined {
  const file = findOn(book, 'se.tax.tables', day);
  const table = file && book.taxTables.get(Number(file.from.slice(0, 4)))?.get(number);
  if (table) return { table, rule: 'SE-TABLE-30B', rate: null, columns: 6, refs: [file.ref], verified: file.verified };
  const formula = findOn(book, 'se.tax.formula', day);
  if (!formula || number < FIRST_TABLE || number > LAST_TABLE) return undefined;
  const made = makeTaxTables(tableByFormula(formula.value, number)).get(number);
  return (
    made && {
      table: made,
      rule: 'SE-FORMULA-SKV433',
      rate: null,
      columns: 1,
      refs: [formula.ref],
      verified: formula.verified,
    }
  );
}

function ratedBy(parameter: Parameter<Rate>): Rated {
  return { rate: parameter.value, refs: [parameter.ref], verified: parameter.verified };
}

function bornBy(parameter: Parameter<ValueOf<'born-rates'>>): readonly BornRate[] {
  return parameter.value.map((row) => ({
    ...row,
    by: { rate: row.rate, refs: [parameter.ref], verified: parameter.verified },
  }));
}
