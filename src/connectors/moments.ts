import type { SourceFault } from '../kernel/source-answer.ts';

/** How far ahead of ours the clock of a case system may be; the same is asked of registers. */
const AHEAD_MINUTES = 5;
const AGREED_ZONE = 'Europe/Stockholm';

/** Why a moment that another system has written is not believed. */
export type MomentFault = Extract<SourceFault, 'broken' | 'misdated'>;

/**
 * A moment with its offset (RFC 3339). What has not happened yet has not happened: more than five minutes from now is a
 * clock that is wrong.
 */
export function pastMoment(text: string, now: Temporal.Instant): Temporal.Instant | MomentFault {
  try {
    const at = Temporal.Instant.from(text);
    return Temporal.Instant.compare(at, now.add({ minutes: AHEAD_MINUTES })) > 0 ? 'misdated' : at;
  } catch {
    return 'broken';
  }
}

/**
 * Whether the offset is UTC or Sweden's own at that moment, as Mina ärenden asks for. Another one still names one instant,
 * and is shown; but a system that has not turned its clock says an hour too much or too little, and the operator is told.
 */
export function isOnAgreedClocks(text: string): boolean {
  const offset = /(Z|[+-]\d\d:\d\d)$/i.exec(text)?.[1] ?? '';
  if (offset.toUpperCase() === 'Z') return true;
  try {
    return Temporal.Instant.from(text).toZonedDateTimeISO(AGREED_ZONE).offset === offset;
  } catch {
    return false;
  }
}
