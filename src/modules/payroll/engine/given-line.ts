import { type Fine, type Minor, priced } from './amount.ts';
import { type Country, codeOf, type LineCode } from './codes.ts';
import type { Period } from './day.ts';
import { type Line, type Maker, priceLine } from './line.ts';

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
