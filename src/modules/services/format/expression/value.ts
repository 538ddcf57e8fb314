/** An exact number: whole over whole, never a floating-point one. The denominator is above zero. */
export type Rational = { readonly numerator: bigint; readonly denominator: bigint };

/** What an expression gives. `null` is "no value": a hidden or empty field. A date is `2026-11-22`. */
export type Value = null | boolean | string | Rational | Row | readonly Value[];
/** A row of a group, a file or an address: counted, not looked into. */
export type Row = { readonly row: unknown };

export function rational(numerator: bigint, denominator = 1n): Rational {
  const sign = denominator < 0n ? -1n : 1n;
  const divisor = gcd(numerator < 0n ? -numerator : numerator, denominator * sign);
  return { numerator: (numerator * sign) / divisor, denominator: (denominator * sign) / divisor };
}

export function whole(value: number): Rational {
  return { numerator: BigInt(value), denominator: 1n };
}

export function isRational(value: Value): value is Rational {
  return typeof value === 'object' && value !== null && 'numerator' in value;
}

/** Below zero when `a` is smaller, zero when equal. Numbers and amounts by size, dates by day. */
export function compare(a: Rational | string, b: Rational | string): number {
  if (typeof a === 'string' || typeof b === 'string') return a === b ? 0 : a < b ? -1 : 1;
  const left = a.numerator * b.denominator;
  const right = b.numerator * a.denominator;
  return left === right ? 0 : left < right ? -1 : 1;
}

export function same(a: Value, b: Value): boolean {
  return isRational(a) && isRational(b) ? compare(a, b) === 0 : a === b;
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a === 0n ? 1n : a) : gcd(b, a % b);
}
