import { readDecimal } from '../engine/amount.ts';
import { isDay } from '../engine/day.ts';

/** What was read of a JSON value, and every problem by its path: `[0].pay[1].code: …`. */
export type Reader = { readonly problems: string[] };

type Limits = { readonly digits: number; readonly least?: number; readonly most?: number };

/** An object with no other keys than these; undefined when it is none. */
export function objectAt(
  reader: Reader,
  path: string,
  value: unknown,
  keys: readonly string[],
): Readonly<Record<string, unknown>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    refuse(reader, path, 'is not an object');
    return undefined;
  }
  for (const key of Object.keys(value)) {
    if (!keys.includes(key)) refuse(reader, `${path}.${key}`, `unknown key (known: ${keys.join(', ')})`);
  }
  return value as Readonly<Record<string, unknown>>; // an object that is no array has keys of text
}

export function listAt(reader: Reader, path: string, value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  refuse(reader, path, 'is not a list');
  return [];
}

/** A decimal number in text, as a whole number of its last digit. */
export function decimalAt(reader: Reader, path: string, value: unknown, { digits, least, most }: Limits): number {
  if (typeof value !== 'string') {
    refuse(reader, path, value === undefined ? 'is missing' : 'is not a decimal number in text, as "12.50"');
    return 0;
  }
  const read = readDecimal(value, digits);
  if (read === undefined) {
    refuse(reader, path, `"${value}" is not a decimal number with at most ${digits} decimals`);
    return 0;
  }
  if (least !== undefined && read < least) refuse(reader, path, `"${value}" is too small`);
  if (most !== undefined && read > most) refuse(reader, path, `"${value}" is too large`);
  return read;
}

/** A whole number, as JSON's number or in text. */
export function countAt(reader: Reader, path: string, value: unknown, least: number, most: number): number {
  const read = typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : value;
  if (typeof read === 'number' && Number.isInteger(read) && read >= least && read <= most) return read;
  refuse(reader, path, value === undefined ? 'is missing' : `is not a whole number from ${least} to ${most}`);
  return least;
}

export function textAt(reader: Reader, path: string, value: unknown): string {
  if (typeof value === 'string' && value !== '') return value;
  refuse(reader, path, value === undefined ? 'is missing' : 'is not a text');
  return '';
}

export function dayAt(reader: Reader, path: string, value: unknown): string {
  if (typeof value === 'string' && isDay(value)) return value;
  refuse(reader, path, value === undefined ? 'is missing' : 'is not a day, as "2026-05-25"');
  return '1970-01-01';
}

/** One of some words. */
export function oneOfAt<W extends string>(
  reader: Reader,
  path: string,
  value: unknown,
  words: readonly W[],
): W | undefined {
  const found = words.find((word) => word === value);
  if (found === undefined) {
    refuse(
      reader,
      path,
      value === undefined ? 'is missing' : `${JSON.stringify(value)} is not one of ${words.join(', ')}`,
    );
  }
  return found;
}

export function refuse(reader: Reader, path: string, what: string): void {
  reader.problems.push(`${path}: ${what}`);
}
