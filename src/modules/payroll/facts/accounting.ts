import type { AccountingPart } from './fact.ts';

const WHOLE = 1_000_000;

/** `4711/210/P7 60 % + 4712 40 %`: strings of accounts, each with its share when there are several. */
export function accountingText(parts: readonly AccountingPart[]): string {
  const strings = parts.map(({ dimensions, share }) =>
    parts.length === 1 ? dimensions.join('/') : `${dimensions.join('/')} ${String(share / 10_000).replace('.', ',')} %`,
  );
  return strings.join(' + ');
}

/** Reads what `accountingText` writes. @returns null when it is no accounting, or its shares are not the whole */
export function readAccounting(text: string): readonly AccountingPart[] | null {
  const strings = text.split(/[;+]/).filter((one) => one.trim() !== '');
  const parts: AccountingPart[] = [];
  for (const one of strings) {
    const match = /^\s*(\S{1,60}?)(?:\s+(\d{1,3}(?:[.,]\d{1,4})?)\s*%?)?\s*$/.exec(one);
    if (!match) return null;
    const [, name = '', percent] = match;
    if (percent === undefined && strings.length > 1) return null;
    const dimensions = name.split('/');
    if (dimensions.length > 3 || !dimensions.every((part) => /^[\p{L}\p{N}._-]{1,20}$/u.test(part))) return null;
    const share = percent === undefined ? WHOLE : Math.round(Number(percent.replace(',', '.')) * 10_000);
    parts.push({ dimensions, share });
  }
  const isWhole = parts.reduce((sum, { share }) => sum + share, 0) === WHOLE && parts.every(({ share }) => share > 0);
  return isWhole ? parts : null;
}

/**
 * An amount shared out by weight to the last cent: what rounding leaves goes to the largest remainders, the first of equals.
 */
export function sharedOut(amount: number, parts: readonly Pick<AccountingPart, 'share'>[]): readonly number[] {
  const whole = parts.reduce((sum, { share }) => sum + share, 0);
  const exact = parts.map(({ share }) => (amount * share) / whole);
  const shares = exact.map(Math.trunc);
  const step = Math.sign(amount);
  let left = Math.abs(amount - shares.reduce((sum, share) => sum + share, 0));
  const order = exact
    .map((value, at) => ({ at, rest: Math.abs(value - Math.trunc(value)) }))
    .sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of order) {
    if (left === 0) break;
    shares[at] = (shares[at] ?? 0) + step;
    left--;
  }
  return shares;
}
