import { divide, timesOver, WHOLE } from '../amount.ts';
import type { ScalePiece, ValueOf } from '../parameter-kinds.ts';
import type { TaxRow } from './tax-table.ts';

type Formula = ValueOf<'tax-formula'>;

const PERCENT = 10_000; // of the millionths of a rate

/** What the formula went through, in whole kronor a year; the month's tax at the end. */
export type TaxSteps = {
  readonly annualIncome: number;
  readonly basicAllowance: number;
  readonly taxable: number;
  readonly municipalTax: number;
  readonly burialAndChurch: number;
  readonly stateTax: number;
  readonly pensionFee: number;
  readonly publicServiceFee: number;
  readonly pensionFeeCredit: number;
  readonly inWorkCredit: number;
  readonly earnedIncomeCredit: number;
  readonly annualTax: number;
  readonly monthlyTax: number;
};

const LAST_ROW_OF_NONE = 2_000;
const NARROW_ROWS_TO = 20_000;

/** The highest pay of the table row that a month's pay in kronor stands in: rows of 100 kr, from 20 000 of 200 kr. */
export function upperBound(kronor: number): number {
  const width = kronor <= NARROW_ROWS_TO ? 100 : 200;
  return Math.ceil(kronor / width) * width;
}

/**
 * SKV 433 for somebody under 66 with wages alone.
 * @param table 29 to 42: the municipal, regional, burial and church rate in whole percent
 * @param monthly the highest pay of the row, in kronor
 */
export function taxSteps(formula: Formula, table: number, monthly: number): TaxSteps {
  const { priceBase, incomeBase } = formula;
  const annualIncome = monthly * 12;
  const onScale = (scale: readonly ScalePiece[]) => scaled(scale, priceBase, annualIncome);

  const basicAllowance = Math.min(annualIncome, divide(onScale(formula.basicAllowance), WHOLE * 100, 'ceiling') * 100);
  const taxable = Math.max(0, Math.floor((annualIncome - basicAllowance) / 100) * 100);
  const municipalRate = table * PERCENT - formula.burialAndChurch;
  const municipalTax = timesOver(taxable, municipalRate, WHOLE, 'floor');
  const burialAndChurch = timesOver(taxable, formula.burialAndChurch, WHOLE, 'floor');
  const stateTax = timesOver(Math.max(0, taxable - formula.stateThreshold), 20, 100, 'floor');

  const feeBase = Math.min(annualIncome * 100, incomeBase * 807); // to 8.07 income base amounts, in hundredths
  const pensionFee = nearestHundred(feeBase * 7);
  const publicServiceBase = Math.min(taxable * WHOLE, incomeBase * formula.publicServiceCap);
  const publicServiceFee = divide(publicServiceBase, WHOLE * 100, 'floor');

  const inWork = Math.max(0, onScale(formula.inWorkCredit) - basicAllowance * WHOLE);
  let left = municipalTax + stateTax;
  const credit = (most: number) => {
    const taken = Math.min(most, left);
    left -= taken;
    return taken;
  };
  const pensionFeeCredit = credit(pensionFee);
  const inWorkCredit = credit(
    Math.min(municipalTax, Number((BigInt(inWork) * BigInt(municipalRate)) / 1_000_000_000_000n)),
  );
  const earnedIncomeCredit = credit(Math.min(1_500, Math.floor((Math.max(0, taxable - 40_000) * 75) / 10_000)));
  const annualTax = left + burialAndChurch + pensionFee + publicServiceFee;
  return {
    annualIncome,
    basicAllowance,
    taxable,
    municipalTax,
    burialAndChurch,
    stateTax,
    pensionFee,
    publicServiceFee,
    pensionFeeCredit,
    inWorkCredit,
    earnedIncomeCredit,
    annualTax,
    monthlyTax: Math.floor(annualTax / 12),
  };
}

/** A sum of the year by a scale in price base amounts, in millionths of a krona. */
function scaled(scale: readonly ScalePiece[], priceBase: number, income: number): number {
  const piece = scale.find(({ to }) => to === null || income * WHOLE <= to * priceBase);
  if (!piece) throw new RangeError('a scale without an end has a last piece without one');
  const over = income * WHOLE - piece.start * priceBase;
  return piece.base * priceBase + timesOver(over, piece.rate, WHOLE, 'half-up');
}

/** 7 % of the base, from ten-thousandths to the nearest 100 kr; exactly 50 goes down. */
function nearestHundred(tenThousandths: number): number {
  const hundred = 100 * 10_000;
  const rest = tenThousandths % hundred;
  return ((tenThousandths - rest) / hundred + (rest * 2 > hundred ? 1 : 0)) * 100;
}

/** Where the rows in kronor end; above it percent rows stand, which the formula does not give. */
const LAST_ROW = 80_000;

/** Column 1 of a whole table by the formula, row by row as Skatteverket's: for tables whose file is not here. */
export function tableByFormula(formula: Formula, table: number): readonly TaxRow[] {
  const rows: TaxRow[] = [{ table, unit: 'kronor', from: 1, to: LAST_ROW_OF_NONE, columns: [0] }];
  for (let from = LAST_ROW_OF_NONE + 1; from <= LAST_ROW; ) {
    const to = upperBound(from);
    rows.push({ table, unit: 'kronor', from, to, columns: [taxSteps(formula, table, to).monthlyTax] });
    from = to + 1;
  }
  return rows;
}
