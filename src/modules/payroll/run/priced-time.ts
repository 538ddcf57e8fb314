import { priced, timesOver, WHOLE } from '../engine/amount.ts';
import type { Country, LineCode } from '../engine/codes.ts';
import { givenLine } from '../engine/given-line.ts';
import { type Line, type Maker, priceLine } from '../engine/line.ts';
import { type RuleBook, valueOn } from '../engine/rule-book.ts';
import type { Fact } from '../facts/fact.ts';

/** Supplements that AKTA gives as a share of the hour's ordinary pay. */
const supplements = {
  evening: { key: 'akta.supplement.evening', rule: 'AKTA-EVENING' },
  night: { key: 'akta.supplement.night', rule: 'AKTA-NIGHT' },
  saturday: { key: 'akta.supplement.saturday', rule: 'AKTA-SATURDAY' },
  sunday: { key: 'akta.supplement.sunday', rule: 'AKTA-SUNDAY' },
} as const;
/** What AB gives in kronor an hour. */
const inconvenient = {
  'ob-a': 'ab.ob.a',
  'ob-a-night': 'ab.ob.a-night',
  'ob-b': 'ab.ob.b',
  'ob-b-night': 'ab.ob.b-night',
  'ob-c': 'ab.ob.c',
  'ob-d': 'ab.ob.d',
} as const;
const facts = ['time', 'salary'];
const makers = new Map<LineCode, Maker>();

/**
 * Hours as a line: at their own price, or at the agreement's on the day they were worked.
 * @throws MissingParameter when the agreement has no figure for the day
 */
export function pricedTime(book: RuleBook, country: Country, all: readonly Fact[], time: Fact<'time'>): Line {
  const { code, quantity, unitPrice } = time.body;
  const earned = { from: time.from, to: time.to ?? time.from };
  if (unitPrice === undefined && country === 'AX' && code in supplements) {
    const { key, rule } = supplements[code as keyof typeof supplements];
    const share = valueOn(book, key, time.from);
    const divisor = valueOn(book, 'akta.divisor.general', time.from);
    const hour = timesOver(monthlyOn(all, time), 10_000, divisor.value, 'half-up');
    const price = timesOver(hour, share.value, WHOLE, 'half-up');
    const by = { rate: share.value, refs: [share.ref, divisor.ref], verified: share.verified && divisor.verified };
    return priceLine(makerOf(code, rule), by, quantity, price, null, priced(quantity, price, 'half-up'), earned);
  }
  if (unitPrice === undefined && country === 'SE' && code in inconvenient) {
    const hour = valueOn(book, inconvenient[code as keyof typeof inconvenient], time.from);
    const price = hour.value * 10_000;
    const line = priceLine(
      makerOf(code, 'AB-OB'),
      null,
      quantity,
      price,
      null,
      priced(quantity, price, 'half-up'),
      earned,
    );
    return { ...line, parameters: [hour.ref], verified: hour.verified };
  }
  return givenLine(country, { code, quantity, unitPrice: unitPrice ?? 0 }, earned);
}

function monthlyOn(all: readonly Fact[], time: Fact<'time'>): number {
  for (const fact of all) {
    if (fact.kind !== 'salary' || fact.employment !== time.employment) continue;
    if (fact.from <= time.from && (fact.to === null || fact.to >= time.from)) return fact.body.monthly;
  }
  return 0;
}

function makerOf(code: LineCode, rule: Maker['rule']): Maker {
  const found = makers.get(code);
  if (found) return found;
  const made: Maker = { code, rule, rounding: 'half-up', facts };
  makers.set(code, made);
  return made;
}
