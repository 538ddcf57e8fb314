import { FinnishBusinessIds } from 'finnish-business-ids';
import { FinnishSSN } from 'finnish-ssn';
import organisationsnummer from 'organisationsnummer';
import personnummer from 'personnummer';
import type { Identifier, NotIdentifier, PersonNumber } from './identifier.ts';
import { isPersonNumber } from './identifier.ts';

const SWEDISH = /^(\d{2})?(\d{2})(\d{2})(\d{2})([-+]?)(\d{3})(\d)$/;
const FINNISH_PERSON = /^(\d{2})(\d{2})(\d{2})([-+A-FU-Y])(\d{3})[0-9A-Y]$/;
const FINNISH_ORGANISATION = /^(?:FI)?(\d{7})-?(\d)$/;

// The packages are the class itself; their types say that it lies under `default`.
const Personnummer = personnummer as unknown as typeof personnummer.default;
const Organisationsnummer = organisationsnummer as unknown as typeof organisationsnummer.default;

/**
 * Reads a number in any form in which people write it: with or without century and separator, any case, dashes and
 * spaces of every sort. `today` decides the century of a Swedish ten-digit number. About a third of the Finnish ones
 * born before 2000 look like a Swedish one (`020975-9662`); who knows the country says it, otherwise Sweden is tried first.
 */
export function parseIdentifier(
  text: string,
  today: Temporal.PlainDate,
  country?: 'SE' | 'FI',
): Identifier | NotIdentifier {
  const plain = text
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s/g, '')
    .toUpperCase();
  const inSwedishForm = country === 'FI' ? null : SWEDISH.exec(plain);
  const swedish = inSwedishForm && parseSwedish(inSwedishForm, today);
  if (country === 'SE') return swedish ?? none('not-recognised');
  if (swedish && swedish.kind !== 'none') return swedish;
  if (FINNISH_PERSON.test(plain)) {
    const finnish = parseFinnishPerson(plain, today);
    return swedish && finnish.kind === 'none' ? swedish : finnish;
  }
  if (swedish) return swedish;
  const organisation = FINNISH_ORGANISATION.exec(plain);
  if (organisation) {
    const value = `${organisation[1]}-${organisation[2]}`;
    if (!FinnishBusinessIds.isValidBusinessId(value)) return none('wrong-check-digit');
    return { kind: 'fo-nummer', country: 'FI', value, isTest: false };
  }
  return none('not-recognised');
}

/** As `parseIdentifier`, for a field where only a person's number will do. */
export function parsePersonNumber(
  text: string,
  today: Temporal.PlainDate,
  country?: 'SE' | 'FI',
): PersonNumber | NotIdentifier {
  const found = parseIdentifier(text, today, country);
  return found.kind === 'none' || isPersonNumber(found) ? found : none('not-recognised');
}

/** A number in its one written form, as registers and our own rows hold it: digits alone are a Swedish one. */
export function parseWritten(value: string, today: Temporal.PlainDate): Identifier | NotIdentifier {
  return parseIdentifier(value, today, /^\d+$/.test(value) ? 'SE' : 'FI');
}

function parseSwedish(parts: RegExpExecArray, today: Temporal.PlainDate): Identifier | NotIdentifier {
  const [, century, year = '', month = '', day = '', separator, birthNumber = '', check = ''] = parts;
  const tenDigits = year + month + day + birthNumber + check;
  // The third and fourth digits of an organisation's number are 20 or more, so that it is nobody's birth month.
  if (Number(month) >= 20) {
    if (century !== undefined && century !== '16') return none('not-recognised');
    if (!Organisationsnummer.valid(tenDigits)) return none('wrong-check-digit');
    return { kind: 'organisationsnummer', country: 'SE', value: tenDigits, isTest: false };
  }
  const coordination = Number(day) > 60;
  const date = { month: Number(month), day: coordination ? Number(day) - 60 : Number(day) };
  const born = century
    ? dayIfAny({ ...date, year: Number(century + year) }, today)
    : latestBirth(Number(year), date, separator === '+' ? today.subtract({ years: 100 }) : today);
  if (!born) return none('impossible-date');
  const value = String(born.year) + month + day + birthNumber + check;
  if (!Personnummer.valid(value)) return none('wrong-check-digit');
  return {
    kind: coordination ? 'samordningsnummer' : 'personnummer',
    country: 'SE',
    value,
    isTest: isSwedishTest(birthNumber),
    born,
  };
}

/** Skatteverket's published test numbers have birth number 980-999, and some 238 or 239. */
function isSwedishTest(birthNumber: string): boolean {
  const n = Number(birthNumber);
  return n >= 980 || n === 238 || n === 239;
}

const centuries: Readonly<Record<string, number>> = { '+': 1800, ...each('-UVWXY', 1900), ...each('ABCDEF', 2000) };

function parseFinnishPerson(value: string, today: Temporal.PlainDate): Identifier | NotIdentifier {
  const year = (centuries[value.charAt(6)] ?? 0) + Number(value.slice(4, 6));
  const born = dayIfAny({ year, month: Number(value.slice(2, 4)), day: Number(value.slice(0, 2)) }, today);
  if (!born) return none('impossible-date');
  const individual = Number(value.slice(7, 10));
  if (individual < 2) return none('not-recognised'); // 002-899 are given to persons, 900-999 for a time or in tests (DVV)
  if (!FinnishSSN.validate(value)) return none('wrong-check-digit');
  return { kind: 'personbeteckning', country: 'FI', value, isTest: individual >= 900, born };
}

type MonthDay = { readonly month: number; readonly day: number };

function dayIfAny(parts: MonthDay & { year: number }, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  try {
    const day = Temporal.PlainDate.from(parts, { overflow: 'reject' });
    return Temporal.PlainDate.compare(day, today) > 0 ? undefined : day;
  } catch {
    return undefined; // 31 February
  }
}

/** The latest year with these last two digits whose day had come by `limit`. */
function latestBirth(twoDigits: number, date: MonthDay, limit: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const inThisCentury = limit.year - (limit.year % 100) + twoDigits;
  return dayIfAny({ ...date, year: inThisCentury }, limit) ?? dayIfAny({ ...date, year: inThisCentury - 100 }, limit);
}

function none(reason: NotIdentifier['reason']): NotIdentifier {
  return { kind: 'none', reason };
}

function each(letters: string, value: number): Record<string, number> {
  return Object.fromEntries([...letters].map((letter) => [letter, value]));
}
