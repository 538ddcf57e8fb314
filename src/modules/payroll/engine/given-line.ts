import { type Fine, type Minor, priced } from './amount.ts';
import { type Country, codeOf, type LineCode } from './codes.ts';
import type { Day, Period } from './day.ts';
import { type Line, type Maker, priceLine } from './line.ts';
import { type RuleBook, valueOn } from './rule-book.ts';

/** What has been worked out elsewhere, or is a fact by itself: an amount, or a quantity at a unit price. */
export type GivenItem = { readonly code: LineCode } & (
  | { readonly amount: Minor }
  | { readonly quantity: Fine; readonly unitPrice: Fine }
);

const makers = new Map<string, Maker>();

/** The maker of finished amounts of a code in a country; made once. */
function givenMaker(code: LineCode, country: Country): Maker {
  const key = `${country} ${code}`;
  const found = makers.get(key);
  if (found) return found;
  const { rule, side } = codeOf(code);
  const id = rule[country];
  if (!id) throw new RangeError(`${code} is not known in ${country}`);
  const made: Maker = { code, rule: id, rounding: 'half-up', facts: [side === 'benefit' ? 'benefits' : 'pay'] };
  makers.set(key, made);
  return made;
}

const phone: Maker = { code: 'phone', rule: 'BENEFIT-IN-KIND', rounding: null, facts: ['benefits'] };

/** The telephone benefit of a month on Åland, at the value of the payment date. @throws MissingParameter */
export function phoneBenefit(book: RuleBook, paymentDate: Day, earned: Period): Line {
  const { value, ref, verified } = valueOn(book, 'fi.benefit.phone', paymentDate);
  return priceLine(phone, { rate: null, refs: [ref], verified }, null, null, null, value, earned);
}

/** A finished item as a line. What always takes from the pay does so, written with a minus or without. */
export function givenLine(country: Country, item: GivenItem, earned: Period): Line {
  const maker = givenMaker(item.code, country);
  const sign = codeOf(item.code).takes ? -1 : 1;
  if ('amount' in item) {
    return priceLine(maker, null, null, null, null, sign === 1 ? item.amount : 0 - Math.abs(item.amount), earned);
  }
  const amount = priced(item.quantity, item.unitPrice, 'half-up');
  const signed = sign === 1 ? amount : 0 - Math.abs(amount);
  return priceLine(maker, null, item.quantity, item.unitPrice, null, signed, earned);
}
