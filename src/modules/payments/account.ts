import { extractIBAN, ValidationErrorsIBAN, validateIBAN } from 'ibantools';
import Kontonummer from 'kontonummer';

/** Where money is paid to or from. A Swedish account is its clearing number and its number; a bankgiro is digits. */
export type Account =
  | { readonly kind: 'iban'; readonly iban: string }
  | { readonly kind: 'bban'; readonly clearing: string; readonly number: string }
  | { readonly kind: 'bankgiro'; readonly number: string };

/** How the money goes: the euro area's credit transfer, or Sweden's own in kronor. */
export type Scheme = 'sepa' | 'sweden';

export type AccountFault = 'not-an-account' | 'iban-length' | 'iban-check' | 'not-in-sepa' | 'clearing' | 'check-digit';

const IBAN_START = /^[A-Z]{2}\d{2}/;
const BANKGIRO = /^(?:bg|bankgiro)[\s:.]*/i;

/**
 * An account as somebody typed it. IBAN by ISO 13616 (mod 97), Swedish accounts by Bankgirot's list of clearing numbers.
 * @returns the account in its one form, or what is wrong with it
 */
export function readAccount(typed: string, scheme: Scheme): Account | AccountFault {
  const text = typed.trim();
  if (BANKGIRO.test(text)) return scheme === 'sweden' ? bankgiro(text.replace(BANKGIRO, '')) : 'not-an-account';
  const packed = text.replace(/[\s-]/g, '').toUpperCase();
  if (IBAN_START.test(packed)) return iban(packed, scheme);
  return scheme === 'sweden' ? swedish(packed) : 'not-an-account';
}

function iban(packed: string, scheme: Scheme): Account | AccountFault {
  const { valid, errorCodes } = validateIBAN(packed);
  if (!valid) return errorCodes.includes(ValidationErrorsIBAN.WrongBBANLength) ? 'iban-length' : 'iban-check';
  const { countryCode = '' } = extractIBAN(packed);
  if (scheme === 'sepa' && !sepaCountries.has(countryCode)) return 'not-in-sepa';
  if (scheme === 'sweden' && countryCode !== 'SE') return 'not-an-account';
  return { kind: 'iban', iban: packed };
}

/** `semi`: banks whose numbers have no check digit, or are padded, are let through; wrong lengths and digits are not. */
function swedish(packed: string): Account | AccountFault {
  if (!/^\d{8,16}$/.test(packed)) return 'not-an-account';
  try {
    const read = Kontonummer.parse(packed, { mode: 'semi' });
    if (!read.valid) return 'check-digit';
    return { kind: 'bban', clearing: read.sortingCode.slice(0, 4), number: read.accountNumber };
  } catch (error) {
    return /sorting/i.test(String(error)) ? 'clearing' : 'check-digit';
  }
}

/** Seven or eight digits, the last one by modulus 10 (Bankgirot). */
function bankgiro(text: string): Account | AccountFault {
  const digits = text.replace(/[\s-]/g, '');
  if (!/^\d{7,8}$/.test(digits)) return 'not-an-account';
  return hasLuhnDigit(digits) ? { kind: 'bankgiro', number: digits } : 'check-digit';
}

function hasLuhnDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** One text for one account: equal accounts have equal texts. */
export function accountText(account: Account): string {
  if (account.kind === 'iban') return account.iban;
  return account.kind === 'bban' ? `${account.clearing}-${account.number}` : `bg ${account.number}`;
}

/** For who need not see it whole: `FI21 … 0785`. */
export function accountHint(account: Account): string {
  const text = account.kind === 'iban' ? account.iban : account.number;
  return `${account.kind === 'bban' ? account.clearing : text.slice(0, 4)} … ${text.slice(-4)}`;
}

/** Countries of the scheme (European Payments Council, list EPC409-09 v6.0, 2024-11), those with IBANs of their own. */
const sepaCountries: ReadonlySet<string> = new Set(
  (
    'AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS SE SI SK ' +
    'SM VA'
  ).split(' '),
);
