import type { Language } from '../texts.ts';
import { usePage } from './page-context.ts';

export type TimeZone = 'Europe/Stockholm' | 'Europe/Mariehamn';

/** As people in the region write: Swedish on both sides of the sea, Finnish in Finland, English with the day first. */
const locales = { sv: 'sv-SE', fi: 'fi-FI', en: 'en-GB' } as const satisfies Record<Language, string>;

const dayForm = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const shortDayForm = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const timeForm = { hour: '2-digit', minute: '2-digit' } as const;

/** Making a formatter costs a thousand times what using it does. */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, zone: string, form: string, options: Intl.DateTimeFormatOptions) {
  const key = `${language} ${zone} ${form}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locales[language], { ...options, timeZone: zone });
  formatters.set(key, made);
  return made;
}

/** `27 mars 2026` for texts; `<Day>` for pages. */
export function dayText(day: Temporal.PlainDate, language: Language, short = false): string {
  const format = formatter(language, 'UTC', short ? 'short' : 'day', short ? shortDayForm : dayForm);
  return format.format(Date.UTC(day.year, day.month - 1, day.day));
}

/** `27 mars 2026 kl. 14:05`, in the given zone. */
export function momentText(at: Temporal.Instant, zone: TimeZone, language: Language, short = false): string {
  const form = short ? { ...shortDayForm, ...timeForm } : { ...dayForm, ...timeForm };
  return formatter(language, zone, short ? 'short-moment' : 'moment', form).format(at.epochMilliseconds);
}

export function Day({ on, short }: { readonly on: Temporal.PlainDate; readonly short?: boolean | undefined }) {
  const { language } = usePage();
  return <time datetime={on.toString()}>{dayText(on, language, short)}</time>;
}

export type MomentProps = {
  readonly at: Temporal.Instant;
  /** The authority's own. */
  readonly zone: TimeZone;
  readonly short?: boolean | undefined;
  /** Only the day, as it is in that zone. */
  readonly dayOnly?: boolean | undefined;
};

export function Moment({ at, zone, short, dayOnly }: MomentProps) {
  const { language } = usePage();
  const text = dayOnly
    ? formatter(language, zone, short ? 'short' : 'day', short ? shortDayForm : dayForm).format(at.epochMilliseconds)
    : momentText(at, zone, language, short);
  return <time datetime={new Date(at.epochMilliseconds).toISOString()}>{text}</time>;
}
