import { divide, type Minor, share, WHOLE } from '../amount.ts';
import type { Day, Period } from '../day.ts';
import { monthOf, yearOf } from '../day.ts';
import { type Line, type Maker, none, partsLine, type Rated, rateLine } from '../line.ts';
import type { TaxCard } from '../payslip-input.ts';

const byCard: Maker = { code: 'tax', rule: 'FI-TAX-CARD', rounding: 'half-up', facts: ['taxCard', 'pay', 'benefits'] };
const withoutCard: Maker = {
  code: 'tax',
  rule: 'FI-TAX-NO-CARD',
  rounding: 'half-up',
  facts: ['taxCard', 'pay', 'benefits'],
};

/**
 * Tax withheld on one payment: base percent on what is left of the card's year limit, additional percent above it.
 * @param cash what is paid in money: the tax is never more
 */
export function taxByCard(card: TaxCard, gross: Minor, cash: Minor, earned: Period): Line {
  const base = Math.max(0, gross);
  const left = Math.max(0, card.yearLimit - card.earnedBefore);
  const under = Math.min(base, left);
  const above = base - under;
  if (above === 0) return limited(oneRate(card.basePercent, base, earned), cash);
  if (under === 0) return limited(oneRate(card.additionalPercent, base, earned), cash);
  const tax = divide(under * card.basePercent + above * card.additionalPercent, WHOLE, 'half-up');
  const parts = [
    { base: under, rate: card.basePercent },
    { base: above, rate: card.additionalPercent },
  ];
  return limited(partsLine(byCard, none, true, parts, base, 0 - tax, earned), cash);
}

function oneRate(rate: number, base: Minor, earned: Period): Line {
  return rateLine(byCard, { rate, refs: none, verified: true }, base, 0 - share(base, rate, 'half-up'), earned);
}

/** Without a card 60 % is withheld. */
export function taxWithoutCard(noCard: Rated, gross: Minor, cash: Minor, earned: Period): Line {
  const base = Math.max(0, gross);
  return limited(rateLine(withoutCard, noCard, base, 0 - share(base, noCard.rate, 'half-up'), earned), cash);
}

/** Benefits in kind are in the base, but tax is taken from money alone. */
export function limited(tax: Line, cash: Minor): Line {
  const most = Math.max(0, cash);
  return -tax.amount <= most ? tax : { ...tax, amount: 0 - most, limit: 'cash-pay' };
}

/** A card as it was ordered or delivered, valid from a day of its year. */
export type DatedCard = Omit<TaxCard, 'earnedBefore'> & {
  readonly from: Day;
  /** Counted on the card by earlier payments that this employer does not know of one by one. */
  readonly earnedElsewhere?: Minor;
};

/**
 * The card of a payment: the last one valid then, with what earlier payments of the year have used of it. Last year's
 * card holds in January; from February on it is none. A new card counts from its own first day.
 * @param payments every earlier payment of the year by this employer
 */
export function cardAt(
  cards: readonly DatedCard[],
  payments: readonly { readonly paymentDate: Day; readonly gross: Minor }[],
  paymentDate: Day,
): TaxCard | undefined {
  const year = yearOf(paymentDate);
  const holds = ({ from }: DatedCard) =>
    from <= paymentDate && (yearOf(from) === year || (yearOf(from) === year - 1 && monthOf(paymentDate) === 1));
  const card = cards
    .filter(holds)
    .reduce<DatedCard | undefined>((last, one) => (last && last.from > one.from ? last : one), undefined);
  if (!card) return undefined;
  const counted = payments.filter(
    (payment) =>
      yearOf(payment.paymentDate) === year && payment.paymentDate >= card.from && payment.paymentDate < paymentDate,
  );
  const { from: _from, earnedElsewhere = 0, ...percents } = card;
  return { ...percents, earnedBefore: counted.reduce((sum, { gross }) => sum + gross, earnedElsewhere) };
}
