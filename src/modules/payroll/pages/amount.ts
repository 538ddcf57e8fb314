import { formatMoney, money } from '../../../kernel/money.ts';
import type { Language } from '../../../kernel/texts.ts';
import type { Country } from '../engine/codes.ts';

/** Cent or öre as the reader's language writes money of the country. */
export function amountText(amount: number | string, country: Country, language: Language): string {
  return formatMoney(money(Number(amount), country === 'AX' ? 'EUR' : 'SEK'), language);
}
