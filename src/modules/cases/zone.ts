import { dateIn } from '../../kernel/calendar/format.ts';
import type { TimeZone } from '../../kernel/html/index.ts';
import type { Authority } from '../directory/index.ts';

/** The clock that the authority's people live by. */
export function zoneOf({ country }: Pick<Authority, 'country'>): TimeZone {
  return country === 'AX' ? 'Europe/Mariehamn' : 'Europe/Stockholm';
}

/** Which day it is there. */
export function dayAt({ country }: Pick<Authority, 'country'>, now: Temporal.Instant): Temporal.PlainDate {
  return dateIn(country, now);
}
