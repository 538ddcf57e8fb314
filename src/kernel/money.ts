import { locales } from './locale.ts';
import type { Language } from './texts.ts';

const currencies = ['SEK', 'EUR'] as const;
export type Currency = (typeof currencies)[number];

/** An amount in minor units (öre, cent): always a whole number. */
export type Money = { readonly minor: number; readonly currency: Currency };

/** A rate as whole numbers: 3 % is 3/100. The denominator is above zero. */
export type Fraction = { readonly numerator: number; readonly denominator: number };

/**
 * How what is not whole becomes whole. Laws say which: `half-up` is the everyday rule (a half goes away from zero),
 * `down` is toward zero (öretal bortfaller), `floor` and `ceiling` go by the number line.
 */
export type Rounding = 'half-up' | 'half-even' | 'down' | 'up' | 'floor' | 'ceiling';

const MINOR_PER_UNIT = 100;

/** @throws RangeError when the amount is not a whole number that can be kept exactly */
export function money(minor: number, currency: Currency): Money {
  if (!Number.isSafeInteger(minor)) throw new RangeError('an amount is a whole number of minor units');
  return { minor: minor === 0 ? 0 : minor, currency };
}

/** @throws RangeError when it is not whole numbers, or divides by nothing */
export function fraction(numerator: number, denominator: number): Fraction {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0) {
    throw new RangeError('a fraction is a whole number over a whole number above zero');
  }
  return { numerator, denominator };
}

/** The only place where anything is rounded: `numerator / denominator` as a whole number, by the named rule. */
export function round(numerator: bigint, denominator: bigint, mode: Rounding): bigint {
  if (denominator <= 0n) throw new RangeError('the denominator is above zero');
  const whole = numerator / denominator; // bigint division goes toward zero
  const rest = numerator % denominator;
  if (rest === 0n) return whole;
  const away = numerator < 0n ? whole - 1n : whole + 1n;
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const ways: Record<Rounding, () => bigint> = {
    down: () => whole,
    up: () => away,
    floor: () => (numerator < 0n ? away : whole),
    ceiling: () => (numerator < 0n ? whole : away),
    'half-up': () => (twice >= denominator ? away : whole),
    'half-even': () =>
      twice === denominator ? (whole % 2n === 0n ? whole : away) : twice > denominator ? away : whole,
  };
  return ways[mode]();
}

export function add(a: Money, b: Money): Money {
  return money(a.minor + sameCurrency(a, b).minor, a.currency);
}

export function subtract(a: Money, b: Money): Money {
  return money(a.minor - sameCurrency(a, b).minor, a.currency);
}

/** Below zero when `a` is the smaller, zero when equal. */
export function compare(a: Money, b: Money): number {
  return a.minor - sameCurrency(a, b).minor;
}

/** `amount` times `rate`, rounded once, to the minor unit. */
export function multiply(amount: Money, rate: Fraction, mode: Rounding): Money {
  const exact = BigInt(amount.minor) * BigInt(rate.numerator);
  return money(Number(round(exact, BigInt(rate.denominator), mode)), amount.currency);
}

/** To the nearest `step` minor units: 100 gives whole kronor or euros. */
export function roundTo(amount: Money, step: number, mode: Rounding): Money {
  return money(Number(round(BigInt(amount.minor), BigInt(step), mode)) * step, amount.currency);
}

const formats = new Map<string, Intl.NumberFormat>();

/** As the reader's language writes it: `1 234,50 kr`; whole units lose their `,00` when `short`. */
export function formatMoney(amount: Money, language: Language, style: 'exact' | 'short' = 'exact'): string {
  const digits = style === 'short' && amount.minor % MINOR_PER_UNIT === 0 ? 0 : 2;
  const key = `${language} ${amount.currency} ${digits}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locales[language], {
      style: 'currency',
      currency: amount.currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    formats.set(key, format);
  }
  return format.format(decimal(amount.minor));
}

/** `-12345` → `-123.45`: as text, so that no amount passes through a floating-point number. */
function decimal(minor: number): `${number}` {
  const digits = Math.abs(minor).toString().padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}` as `${number}`; // digits and one point
}

function sameCurrency(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new TypeError(`${a.currency} and ${b.currency} are not added`);
  return b;
}
