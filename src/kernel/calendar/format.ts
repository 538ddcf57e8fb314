import { locales } from '../locale.ts';
import type { Language } from '../texts.ts';
import type { Country } from './holidays.ts';

export const zones = {
  SE: 'Europe/Stockholm',
  FI: 'Europe/Helsinki',
  AX: 'Europe/Mariehamn',
} as const satisfies Readonly<Record<Country, string>>;

/** Midnight begins one in each of our zones. */
const QUARTER_MS = 15 * 60_000;
const lastAsked = new Map<Country, { readonly quarter: number; readonly date: Temporal.PlainDate }>();

/** The date that it is there: deadlines and ages follow the authority's own clock. Kept, since every page asks (4 µs). */
export function dateIn(country: Country, now: Temporal.Instant): Temporal.PlainDate {
  const quarter = Math.floor(now.epochMilliseconds / QUARTER_MS);
  const last = lastAsked.get(country);
  if (last?.quarter === quarter) return last.date;
  const date = now.toZonedDateTimeISO(zones[country]).toPlainDate();
  lastAsked.set(country, { quarter, date });
  return date;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locales[language], options);
    formats.set(key, format);
  }
  return format;
}

/** `22 november 2026`, or `2026-11-22` as the language writes it when `short`. */
export function formatDate(day: Temporal.PlainDate, language: Language, style: 'long' | 'short' = 'long'): string {
  // noon in UTC is the same calendar day in every zone that is asked for here
  const noon = day.toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).epochMilliseconds;
  return formatOf(language, { dateStyle: style, timeZone: 'UTC' }).format(noon);
}

/** Day and time on the clocks of that country: `22 november 2026 kl. 04:55`. */
export function formatInstant(
  instant: Temporal.Instant,
  language: Language,
  country: Country,
  style: 'long' | 'short' = 'long',
): string {
  const options = { dateStyle: style, timeStyle: 'short', timeZone: zones[country] } as const;
  return formatOf(language, options).format(instant.epochMilliseconds);
}
