import { type Fraction, type Rounding, round } from '../../../kernel/money.ts';

/** Cent or öre: a whole number. */
export type Minor = number;
/** A share in millionths: 7.15 % is 71 500. */
export type Rate = number;
/** Hours, days or pieces in ten-thousandths; a unit price in ten-thousandths of a cent or öre. */
export type Fine = number;

/** The whole, 100 %. */
export const WHOLE: Rate = 1_000_000;
/** How many of the finest there are in one. */
export const FINE = 10_000;

/** `numerator / denominator` as a whole number by the named rule, exactly as the kernel's `round` says. */
export function divide(numerator: number, denominator: number, mode: Rounding): number {
  if (!Number.isSafeInteger(numerator)) throw new RangeError('the amount is too large to be counted exactly');
  return divided(numerator, denominator, mode);
}

/** `a * b / denominator`, rounded once by the named rule, also when the product passes what a number can hold. */
export function timesOver(a: number, b: number, denominator: number, mode: Rounding): number {
  const product = a * b;
  if (Number.isSafeInteger(product)) return divided(product, denominator, mode);
  if (a % FINE === 0 && denominator % FINE === 0) return timesOver(a / FINE, b, denominator / FINE, mode);
  return Number(round(BigInt(a) * BigInt(b), BigInt(denominator), mode));
}

/** The only division of the engine: without bigints where plain numbers hold the answer. */
function divided(numerator: number, denominator: number, mode: Rounding): number {
  if (mode !== 'half-up' && mode !== 'down') return Number(round(BigInt(numerator), BigInt(denominator), mode));
  if (numerator < 0) return 0 - divided(-numerator, denominator, mode); // these two look away from the sign
  let whole = Math.floor(numerator / denominator);
  let rest = numerator - whole * denominator;
  if (rest < 0) {
    whole -= 1; // the floating-point quotient went one too far
    rest += denominator;
  }
  return mode === 'half-up' && 2 * rest >= denominator ? whole + 1 : whole;
}

/** A share of an amount: 3 000.00 at 7.15 % is 214.50. */
export function share(amount: Minor, rate: Rate, mode: Rounding): Minor {
  return timesOver(amount, rate, WHOLE, mode);
}

/** A rate in lowest terms: 80 % is 4/5. Shares of shares stay small enough to be counted exactly in plain numbers. */
export function lowestTerms(rate: Rate): Fraction {
  let [a, b] = [WHOLE, rate];
  while (b !== 0) [a, b] = [b, a % b];
  return { numerator: rate / a, denominator: WHOLE / a };
}

/** A quantity at a unit price. */
export function priced(quantity: Fine, unitPrice: Fine, mode: Rounding): Minor {
  return timesOver(quantity, unitPrice, FINE * FINE, mode);
}

const decimalText = /^(-?)(\d{1,12})(?:\.(\d+))?$/;

/** `"12.5"` with two digits is 1250; undefined when it is no decimal number, or finer than that. */
export function readDecimal(text: string, digits: number): number | undefined {
  const [, sign, whole = '', rest = ''] = decimalText.exec(text) ?? [];
  if (sign === undefined || rest.length > digits) return undefined;
  const value = Number(whole + rest.padEnd(digits, '0'));
  if (!Number.isSafeInteger(value)) return undefined;
  return sign === '-' && value !== 0 ? -value : value;
}

/** 1250 with two digits is `"12.50"`. With `atLeast`, zeros after that many digits are left out. */
export function writeDecimal(value: number, digits: number, atLeast = digits): string {
  const text = Math.abs(value)
    .toString()
    .padStart(digits + 1, '0');
  let rest = text.slice(text.length - digits);
  while (rest.length > atLeast && rest.endsWith('0')) rest = rest.slice(0, -1);
  const whole = text.slice(0, text.length - digits);
  return `${value < 0 ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`;
}

/** Cents as `"2212.80"`. */
export function writeAmount(amount: Minor): string {
  return writeDecimal(amount, 2);
}

/** A share as percent: 71 500 is `"7.15"`. */
export function writePercent(rate: Rate): string {
  return writeDecimal(rate, 4, 0);
}

/** A quantity as it is read: 160 000 is `"16"`. */
export function writeFine(value: Fine): string {
  return writeDecimal(value, 4, 0);
}
