import type { Level, Reach } from '../../kernel/authority.ts';
import { dateIn } from '../../kernel/calendar/format.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { InEach } from '../../kernel/texts.ts';
import type { Terms } from './mandate.ts';

/** Longer than any right should be left without looking (Suomi.fi-valtuudet has the same bound). */
const YEARS_MOST = 25;
/** Short enough that a forgotten mandate ends by itself; renewing is one form. */
const MONTHS_USUAL = 12;
/** As long as it waits to be signed. */
export const SIGNING_DAYS = 30;
/** What can be chosen instead. */
export const signingDaysOf = [7, 14, SIGNING_DAYS] as const;
/** Days begin and end on the clocks of Sweden; on Åland that is an hour into the day. */
const ZONE = 'Europe/Stockholm';

/** What is chosen in the form. */
export type Wanted = {
  readonly reach: Reach;
  readonly subject: InEach<string>;
  readonly level: Level;
  readonly mayPassOn: boolean;
  readonly from: Temporal.PlainDate;
  /** The last day, inclusive. */
  readonly to: Temporal.PlainDate;
};

export type People = Pick<Terms, 'grantors' | 'holders' | 'signers' | 'inOrder'>;

/**
 * The terms as they will be signed; mail can only be read.
 * @throws Refusal invalid for days that can not be
 */
export function termsOf(
  wanted: Wanted,
  people: People,
  now: Temporal.Instant,
  signingDays: number = SIGNING_DAYS,
): Terms {
  const fault = dayFault(wanted, now);
  if (fault) throw new Refusal('invalid', `mandates.days.${fault}`);
  const { reach, subject, level, mayPassOn } = wanted;
  return {
    ...people,
    ...{ reach, subject, mayPassOn, level: reach.kind === 'mail' ? 'passive' : level },
    ...momentsOf(wanted),
    signBy: now.add({ hours: 24 * signingDays }),
    ...{ requestedBy: null, replaces: null, passedOn: null },
  };
}

export type DayFault = 'from-past' | 'to-before-from' | 'too-long';

/** The days that the form proposes. */
export function usualDays(
  now: Temporal.Instant,
  from: Temporal.PlainDate = dateIn('SE', now),
): { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate } {
  return { from, to: from.add({ months: MONTHS_USUAL }).subtract({ days: 1 }) };
}

/** What is wrong with the days; null when nothing is. */
export function dayFault({ from, to }: Pick<Wanted, 'from' | 'to'>, now: Temporal.Instant): DayFault | null {
  if (Temporal.PlainDate.compare(from, dateIn('SE', now)) < 0) return 'from-past';
  if (Temporal.PlainDate.compare(to, from) < 0) return 'to-before-from';
  return Temporal.PlainDate.compare(to, from.add({ years: YEARS_MOST })) > 0 ? 'too-long' : null;
}

function startOf(day: Temporal.PlainDate): Temporal.Instant {
  return day.toZonedDateTime(ZONE).toInstant();
}

/** The moments of the days: from the first one's beginning to the last one's end. */
export function momentsOf({ from, to }: Pick<Wanted, 'from' | 'to'>): {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
} {
  return { from: startOf(from), until: startOf(to.add({ days: 1 })) };
}

/** The last day, as people say it. */
export function lastDay(until: Temporal.Instant): Temporal.PlainDate {
  return dateIn('SE', until.subtract({ nanoseconds: 1 }));
}
