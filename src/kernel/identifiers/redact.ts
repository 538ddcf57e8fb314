import { parsePersonNumber } from './parse.ts';

/** Later than any birth: a number is looked for, not accepted. */
const NO_LIMIT = Temporal.PlainDate.from('2099-12-31');

const DASH = '(?:[-+\\u2010-\\u2015\\u2212\\s]|%2B|%2D|%20)?';
/** With or without century and separator; no digit on either side, so that longer numbers are left alone. */
const SWEDISH = `(?<!\\d)(?:(?:18|19|20)\\d{2}|\\d{2})\\d{4}${DASH}\\d{4}(?!\\d)`;
const FINNISH = '(?<!\\d)\\d{6}(?:[-+A-FU-Y]|%2B|%2D)\\d{3}[0-9A-Y](?![0-9A-Z])';
const CANDIDATE = new RegExp(`${SWEDISH}|${FINNISH}`, 'gi');

/** Ids and digests are made of the same characters by chance; they are passed over whole. */
const RANDOM = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{32,}/gi;

const MARK = '[identity number]';

/**
 * Whether a text holds a person's number in any written form (Sweden, Finland), with a true date and check digit.
 * About one in fifty of the bare ten-digit numbers that begin like a date passes as one by chance.
 */
export function containsIdentityNumber(text: string): boolean {
  return redact(text) !== text;
}

/** The text with every person's number replaced by a mark; for the logger, the last net under all other rules. */
export function redact(text: string, mark = MARK): string {
  if (!/\d{6}/.test(text)) return text;
  let result = '';
  let from = 0;
  for (const random of text.matchAll(RANDOM)) {
    result += redactPart(text.slice(from, random.index), mark) + random[0];
    from = random.index + random[0].length;
  }
  return result + redactPart(text.slice(from), mark);
}

function redactPart(text: string, mark: string): string {
  return text.replace(CANDIDATE, (found) => (isPersonNumber(found) ? mark : found));
}

function isPersonNumber(found: string): boolean {
  const plain = found.replace(/%2B/gi, '+').replace(/%2D/gi, '-').replace(/%20/g, '');
  return parsePersonNumber(plain, NO_LIMIT).kind !== 'none';
}
