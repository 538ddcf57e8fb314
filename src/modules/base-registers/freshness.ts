import type { RegisterName } from './ports.ts';

/**
 * How many hours a copy does instead of asking. A guardianship may end by a decision that takes force at once, so it is
 * asked about most often.
 */
const freshHours = { population: 12, company: 12, guardianship: 4 } as const satisfies Record<RegisterName, number>;

/** The job asks anew when this part of the time has gone, so that people seldom wait for a register. */
const REFRESH_AFTER = 0.75;

/** A copy that nobody has needed for so long is not refreshed any more, but erased. */
export const UNUSED_DAYS = 30;

/** How long it is kept how a register answered. */
export const ASKED_DAYS = 30;

export function isFresh(
  register: RegisterName,
  fetchedAt: Temporal.Instant,
  now: Temporal.Instant,
  noOlderThan = Number.POSITIVE_INFINITY,
): boolean {
  const minutes = Math.min(freshHours[register] * 60, noOlderThan);
  return now.epochMilliseconds - fetchedAt.epochMilliseconds < minutes * 60_000;
}

/** Copies that were fetched before this are asked about anew. */
export function dueBefore(register: RegisterName, now: Temporal.Instant): Temporal.Instant {
  return now.subtract({ minutes: Math.round(freshHours[register] * 60 * REFRESH_AFTER) });
}
