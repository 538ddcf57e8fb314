import { divide, type Minor, share, WHOLE } from '../amount.ts';
import { yearOf } from '../day.ts';
import { limited } from '../finland/tax-card.ts';
import { type Line, type Maker, partsLine, type Rated, rateLine } from '../line.ts';
import type { Garnishment, PayslipInput } from '../payslip-input.ts';
import { MissingParameter } from '../rule-book.ts';
import type { SwedishRules } from './payment-rules.ts';
import { type TaxColumn, taxByTable } from './tax-table.ts';

const ofTax = ['taxTable', 'pay', 'benefits'];
const byTable: Maker = { code: 'tax', rule: 'SE-TABLE-30B', rounding: 'down', facts: ofTax };
const byFormula: Maker = { code: 'tax', rule: 'SE-FORMULA-SKV433', rounding: 'down', facts: ofTax };
const sideIncome: Maker = { code: 'tax', rule: 'SE-SIDE-INCOME', rounding: 'down', facts: ofTax };
const ofAge = ['birthDate', 'pay', 'benefits'];
const contributions: Maker = {
  code: 'employer-contributions',
  rule: 'SE-CONTRIBUTIONS',
  rounding: 'half-up',
  facts: [...ofAge, 'paidBeforeThisMonth'],
};
const akapKr: Maker = { code: 'employer-akap-kr', rule: 'SE-AKAP-KR', rounding: 'half-up', facts: ['pay', 'benefits'] };
const kapKl: Maker = { code: 'employer-kap-kl', rule: 'SE-KAP-KL', rounding: 'half-up', facts: ['pay', 'benefits'] };
const order: Maker = { code: 'garnishment', rule: 'SE-GARNISHMENT', rounding: null, facts: ['garnishment', 'pay'] };

/** Preliminary tax of one payment in whole kronor: by table, or 30 % of side income. */
export function swedishTax(rules: SwedishRules, input: PayslipInput, gross: Minor, cash: Minor): Line {
  const { tax, earned } = input;
  const base = Math.max(0, gross);
  if (tax.kind !== 'table') {
    const exact = share(base, rules.sideIncome.rate, 'down');
    return limited(rateLine(sideIncome, rules.sideIncome, base, 0 - wholeKronor(exact), earned), cash);
  }
  const { found, amount } = tableTax(rules, tax.table, tax.column, base);
  return limited(rateLine(found.rule === 'SE-TABLE-30B' ? byTable : byFormula, found, base, 0 - amount, earned), cash);
}

/** @throws MissingParameter when the table, its column, or its row for the pay is not here */
function tableTax(rules: SwedishRules, table: number, column: TaxColumn, base: Minor) {
  const found = rules.table(table);
  if (!found) throw new MissingParameter(`se.tax.tables.${table}`, rules.paymentDate);
  if (column > found.columns) throw new MissingParameter(`se.tax.tables.${table}.column-${column}`, rules.paymentDate);
  const amount = taxByTable(found.table, column, base);
  if (amount === undefined) throw new MissingParameter(`se.tax.tables.${table}.percent-rows`, rules.paymentDate);
  return { found, amount };
}

function wholeKronor(amount: Minor): Minor {
  return divide(amount, 100, 'down') * 100;
}

/** What the payment costs the employer beside: contributions by birth year, and the occupational pension. */
export function swedishEmployer(rules: SwedishRules, input: PayslipInput, gross: Minor): Line[] {
  const base = Math.max(0, gross);
  return [contributionsLine(rules, input, base), pensionLine(rules, input, base)];
}

function contributionsLine(rules: SwedishRules, input: PayslipInput, base: Minor): Line {
  const born = yearOf(input.birthDate);
  const reduced = rules.byBirthYear.find(({ bornFrom, bornTo }) => bornFrom <= born && born <= bornTo);
  if (!reduced) return whole(contributions, rules.contributions, base, input);
  const cap = reduced.monthlyCap;
  if (cap === null) return whole(contributions, reduced.by, base, input);
  const left = Math.max(0, cap - (input.paidBeforeThisMonth ?? 0));
  return inTwo(contributions, base, left, reduced.by, rules.contributions, [], true, input);
}

function pensionLine(rules: SwedishRules, input: PayslipInput, base: Minor): Line {
  if (input.pensionAgreement === 'kap-kl') return whole(kapKl, rules.kapKl, base, input);
  const { value, ref, verified } = rules.akapBreak;
  return inTwo(akapKr, base, value, rules.akapLower, rules.akapUpper, [ref], verified, input);
}

function whole(maker: Maker, by: Rated, base: Minor, input: PayslipInput): Line {
  return rateLine(maker, by, base, share(base, by.rate, 'half-up'), input.earned);
}

/** One rate to a limit and another above it, rounded once. */
function inTwo(
  maker: Maker,
  base: Minor,
  limit: Minor,
  lower: Rated,
  upper: Rated,
  refs: Rated['refs'],
  verified: boolean,
  input: PayslipInput,
): Line {
  const under = Math.min(base, limit);
  const above = base - under;
  if (above === 0) return whole(maker, lower, base, input);
  if (under === 0) return whole(maker, upper, base, input);
  const amount = divide(under * lower.rate + above * upper.rate, WHOLE, 'half-up');
  const parts = [
    { base: under, rate: lower.rate },
    { base: above, rate: upper.rate },
  ];
  const all = [...lower.refs, ...upper.refs, ...refs];
  return partsLine(maker, all, verified && lower.verified && upper.verified, parts, base, amount, input.earned);
}

/** Kronofogden has decided what is always left of the net; all above it is taken. */
export function swedishGarnishment(garnishment: Garnishment, net: Minor, input: PayslipInput): Line {
  if (garnishment.kind !== 'reserved') throw new MissingParameter('se.garnishment.reserved', input.paymentDate);
  const { reserved } = garnishment;
  const amount = Math.max(0, net - reserved);
  return partsLine(order, [], true, [{ base: reserved, rate: 0 }], Math.max(0, net), 0 - amount, input.earned);
}

/** What Kronofogden leaves by its table: the normal amount and the cost of housing. */
export function reservedAmount(normal: Minor, housing: Minor): Minor {
  return normal + housing;
}
