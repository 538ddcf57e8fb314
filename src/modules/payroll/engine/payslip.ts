import { type AbRules, abRules } from './agreement/ab-rules.ts';
import { type AktaDay, aktaDay, aktaRules } from './agreement/akta-rules.ts';
import type { Country } from './codes.ts';
import { type Day, monthsBetween } from './day.ts';
import { finnishDeductions, finnishEmployer } from './finland/finnish-payslip.ts';
import { garnishmentLine } from './finland/garnishment.ts';
import { type FinnishRules, finnishKeys, finnishRules } from './finland/payment-rules.ts';
import { inOrder, type Line, type Maker, priceLine, sumOf } from './line.ts';
import type { Payslip, PayslipInput } from './payslip-input.ts';
import { recoverIn } from './recovery.ts';
import { findOn, type Hindrance, type RuleBook } from './rule-book.ts';
import { type SwedishRules, swedishKeys, swedishRules } from './sweden/payment-rules.ts';
import { swedishEmployer, swedishGarnishment, swedishTax } from './sweden/swedish-payslip.ts';

/** A rule book with what it says on each payment date made ready, once each. */
export type Engine = {
  readonly book: RuleBook;
  readonly finland: (paymentDate: Day) => FinnishRules;
  readonly sweden: (paymentDate: Day) => SwedishRules;
  readonly akta: (earningDay: Day) => AktaDay;
  readonly ab: (earningDay: Day) => AbRules;
};

export function makeEngine(book: RuleBook): Engine {
  const akta = alike((day) => aktaRules(book, day));
  return {
    book,
    finland: kept((day) => finnishRules(book, day)),
    sweden: kept((day) => swedishRules(book, day)),
    akta: kept((day) => aktaDay(akta(day), day)),
    ab: kept(alike((day) => abRules(book, day))),
  };
}

function kept<V>(make: (day: Day) => V): (day: Day) => V {
  const made = new Map<Day, V>();
  return (day) => {
    const found = made.get(day);
    if (found !== undefined) return found;
    const fresh = make(day);
    made.set(day, fresh);
    return fresh;
  };
}

/** Days on which the same values hold get the same object, so that what they pay can be summed. */
function alike<V>(make: (day: Day) => V): (day: Day) => V {
  const made = new Map<string, V>();
  return (day) => {
    const fresh = make(day);
    const key = JSON.stringify(fresh);
    const found = made.get(key);
    if (found === undefined) made.set(key, fresh);
    return found ?? fresh;
  };
}

const notPaid: Maker = { code: 'benefits-not-paid', rule: 'BENEFIT-IN-KIND', rounding: null, facts: ['benefits'] };

/**
 * The payslip of one payment by the law of its payment date: gross with benefits, tax, insurance, garnishment, net.
 * Pure: the same input gives the same payslip, in whatever order its lines came.
 * @throws MissingParameter by name and day; ask `hindrancesOf` before a run
 */
export function calculatePayslip(engine: Engine, input: PayslipInput): Payslip {
  const { pay, benefits, garnishment, deductions } = input;
  const lines: Line[] = [];
  append(lines, pay);
  append(lines, benefits);
  inOrder(lines); // what the law takes follows in the order of the payslip
  const inKind = sumOf(benefits);
  const cash = sumOf(pay);
  const gross = cash + inKind;
  if (inKind !== 0) lines.push(priceLine(notPaid, null, null, null, null, 0 - inKind, input.earned));
  let employer: Line[];
  if (input.country === 'AX') {
    const rules = engine.finland(input.paymentDate);
    const months = monthsBetween(input.birthDate, input.paymentDate);
    finnishDeductions(rules, input, gross, cash, months, lines);
    if (garnishment) lines.push(garnishmentLine(rules, garnishment, sumOf(lines), input.earned));
    employer = finnishEmployer(rules, input, gross, months);
  } else {
    const rules = engine.sweden(input.paymentDate);
    lines.push(swedishTax(rules, input, gross, cash));
    if (garnishment) lines.push(swedishGarnishment(garnishment, sumOf(lines), input));
    employer = swedishEmployer(rules, input, gross);
  }
  if (deductions && cash > 0) append(lines, inOrder([...deductions]));
  if (input.recovery) employer = [...employer, ...recoverIn(input, bandsOf(engine, input), lines)];
  return { lines, employer, gross, net: sumOf(lines) };
}

/** The bands of garnishment, by which a debt to the employer is drawn on Åland; in Sweden none is. */
function bandsOf(engine: Engine, { country, paymentDate }: PayslipInput) {
  return country === 'AX' ? engine.finland(paymentDate).bands : undefined;
}

function append(lines: Line[], more: readonly Line[]): void {
  for (const line of more) lines.push(line);
}

const keysOf = { AX: finnishKeys, SE: swedishKeys } as const satisfies Readonly<Record<Country, readonly unknown[]>>;

/** The law's parameters that every payslip of the country needs on the day and that nobody has entered. */
export function missingLaw(book: RuleBook, country: Country, paymentDate: Day): readonly Hindrance[] {
  return keysOf[country].flatMap((key) =>
    findOn(book, key, paymentDate) ? [] : [{ kind: 'missing' as const, parameter: key, day: paymentDate }],
  );
}
