import type { Language } from '../texts.ts';
import { hourlyFormat, machineReadable } from './hourly-format.ts';
import { usePage } from './page-context.ts';

export type TimeZone = 'Europe/Stockholm' | 'Europe/Mariehamn';

/** `27 mars 2026` for texts; `<Day>` for pages. */
export function dayText(day: Temporal.PlainDate, language: Language, short = false): string {
  return hourlyFormat(language, 'UTC', short ? 'short-day' : 'day')(Date.UTC(day.year, day.month - 1, day.day));
}

/** `27 mars 2026 kl. 14:05`, in the given zone. */
export function momentText(at: Temporal.Instant, zone: TimeZone, language: Language, short = false): string {
  return hourlyFormat(language, zone, short ? 'short-moment' : 'moment')(at.epochMilliseconds);
}

export function Day({ on, short }: { readonly on: Temporal.PlainDate; readonly short?: boolean | undefined }) {
  const { language } = usePage();
  return <time datetime={on.toString()}>{dayText(on, language, short)}</time>;
}

export type MomentProps = {
  /** As a text in ISO 8601 when it comes from a list. */
  readonly at: Temporal.Instant | string;
  /** The authority's own. */
  readonly zone: TimeZone;
  readonly short?: boolean | undefined;
  /** Only the day, as it is in that zone. */
  readonly dayOnly?: boolean | undefined;
};

export function Moment({ at, zone, short, dayOnly }: MomentProps) {
  const { language } = usePage();
  const milliseconds = typeof at === 'string' ? Date.parse(at) : at.epochMilliseconds;
  const form = dayOnly ? (short ? 'short-day' : 'day') : short ? 'short-moment' : 'moment';
  return <time datetime={machineReadable(milliseconds)}>{hourlyFormat(language, zone, form)(milliseconds)}</time>;
}
