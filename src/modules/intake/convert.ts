import type { DateFormat, MappedField } from './mapping.ts';
import { dayOfSerial } from './read/sheet-day.ts';
import type { Cell } from './read/source-row.ts';
import type { TargetField } from './target.ts';

/** Why a cell can not become its field; said to who mends it beside the field. */
export type FieldReason =
  | 'missing'
  | 'too-long'
  | 'not-integer'
  | 'not-decimal'
  | 'too-many-decimals'
  | 'not-date'
  | 'unknown-code'
  | 'sheet-error';

export type Converted = { readonly value: string } | { readonly reason: FieldReason } | { readonly empty: true };

const SHEET_ERRORS = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/;
/** Spaces that group digits: the usual one, the hard one and the narrow ones. */
const SPACES = /[\s\u00a0\u2009\u202f]/g;

/**
 * The cell as text that the mapping reads to the same value: a number of a sheet is a day, or has the decimal sign that
 * the mapping says.
 */
export function textOf(cell: Cell, field: TargetField | undefined, mapped: MappedField | undefined, from1904: boolean) {
  if (typeof cell === 'string') return cell;
  if (field?.type === 'date') return dayOfSerial(cell, from1904) ?? String(cell);
  const plain = plainNumber(cell);
  return field?.type === 'decimal' && mapped?.decimalSign !== '.' ? plain.replace('.', ',') : plain;
}

/** As people write it; a sheet's 0.1 + 0.2 is 0.3, since it shows fifteen digits. */
function plainNumber(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  return text.includes('e') ? rounded.toFixed(text.includes('e-') ? 15 : 0).replace(/\.?0+$/, '') : text;
}

/** A cell's text in the target's one form for the field's type. */
export function convert(text: string, field: TargetField, mapped: MappedField): Converted {
  const trimmed = text.trim();
  const given = trimmed === '' ? (mapped.otherwise?.trim() ?? '') : trimmed;
  if (given === '') return field.required ? { reason: 'missing' } : { empty: true };
  if (SHEET_ERRORS.test(given)) return { reason: 'sheet-error' };
  return byType[field.type](given, field, mapped);
}

type Convert = (text: string, field: TargetField, mapped: MappedField) => Converted;

const byType: Readonly<Record<TargetField['type'], Convert>> = {
  text: (text, { maxLength = 200 }) => {
    const value = text.normalize('NFC').replace(/[\s\u00a0]+/g, ' ');
    return value.length > maxLength ? { reason: 'too-long' } : { value };
  },
  integer: (text) => {
    const digits = text
      .replace(SPACES, '')
      .replace('−', '-')
      .replace(/[.,]0+$/, '');
    return /^[+-]?\d{1,15}$/.test(digits) ? { value: String(Number(digits)) } : { reason: 'not-integer' };
  },
  decimal: (text, { decimals = 2 }, { decimalSign = ',' }) => decimal(text, decimals, decimalSign),
  date: (text, _field, { dateFormat = 'y-m-d' }) => {
    const value = dateIn(text, dateFormat);
    return value === undefined ? { reason: 'not-date' } : { value };
  },
  code: (text, field, mapped) => {
    const value = codeOf(text, field, mapped);
    return value === undefined ? { reason: 'unknown-code' } : { value };
  },
  codes: (text, field, mapped) => {
    const whole = codeOf(text, field, mapped);
    if (whole !== undefined) return { value: whole };
    const values = text
      .split(/[,;|/]/)
      .filter((part) => part.trim() !== '')
      .map((part) => codeOf(part, field, mapped));
    if (values.length === 0 || values.includes(undefined)) return { reason: 'unknown-code' };
    return { value: [...new Set(values)].sort().join(',') };
  },
};

/** `1 234,50`, `1.234,50`, `-12,5`, `12,5-`: the other sign may only stand between groups of three. */
function decimal(text: string, decimals: number, sign: ',' | '.'): Converted {
  const other = sign === ',' ? '.' : ',';
  const bare = text
    .replace(SPACES, '')
    .replace('−', '-')
    .replace(/^(.*\d)-$/, '-$1');
  const grouped = new RegExp(`^[+-]?\\d{1,3}(\\${other}\\d{3})+(\\${sign}\\d*)?$`).test(bare);
  const plain = (grouped ? bare.replaceAll(other, '') : bare).replace(sign, '.');
  const match = /^([+-]?)(\d{1,13})(?:\.(\d*))?$/.exec(plain);
  if (!match || (!grouped && bare.includes(other))) return { reason: 'not-decimal' };
  const [, minus, whole = '', fraction = ''] = match;
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > decimals) return { reason: 'too-many-decimals' };
  const amount = `${BigInt(whole)}${decimals > 0 ? `.${kept.padEnd(decimals, '0')}` : ''}`;
  return { value: minus === '-' && /[1-9]/.test(amount) ? `-${amount}` : amount };
}

const patterns: Readonly<Record<DateFormat, { readonly form: RegExp; readonly order: 'ymd' | 'dmy' | 'mdy' }>> = {
  'y-m-d': { form: /^(\d{4})-(\d{1,2})-(\d{1,2})$/, order: 'ymd' },
  'd.m.y': { form: /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, order: 'dmy' },
  'd/m/y': { form: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, order: 'dmy' },
  'm/d/y': { form: /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/, order: 'mdy' },
  yyyymmdd: { form: /^(\d{4})(\d{2})(\d{2})$/, order: 'ymd' },
  yymmdd: { form: /^(\d{2})(\d{2})(\d{2})$/, order: 'ymd' },
  ddmmyyyy: { form: /^(\d{2})(\d{2})(\d{4})$/, order: 'dmy' },
};

/** In the mapping's format, or as ISO 8601, which nobody takes for another; a time after it is left out. */
function dateIn(text: string, format: DateFormat): string | undefined {
  const day = text.replace(/[T ]\d{1,2}[:.]\d{2}([:.]\d{2})?([.,]\d+)?(Z|[+-]\d{2}:?\d{2})?$/, '');
  for (const { form, order } of [patterns[format], patterns['y-m-d']]) {
    const [, a, b, c] = (form.exec(day) ?? []).map(Number);
    if (a === undefined || b === undefined || c === undefined) continue;
    const [year, month, date] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
    try {
      const full = format === 'yymmdd' && year < 100 ? 2000 + year : year;
      return Temporal.PlainDate.from({ year: full, month, day: date }, { overflow: 'reject' }).toString();
    } catch {
      return undefined;
    }
  }
  return undefined;
}

/** By the mapping's list first, then as the target calls it or shows it in any language. */
function codeOf(text: string, { codes = [] }: TargetField, mapped: MappedField): string | undefined {
  const said = text.trim().toLowerCase();
  const listed = Object.entries(mapped.codes ?? {}).find(([theirs]) => theirs.trim().toLowerCase() === said)?.[1];
  const wanted = (listed ?? said).toLowerCase();
  return codes.find(({ value, label }) =>
    [value, ...Object.values(label)].some((name) => name.toLowerCase() === wanted),
  )?.value;
}
