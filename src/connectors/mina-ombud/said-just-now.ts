import { UnusableAnswer } from '../guarded-register.ts';

/** Seconds between the register's clock and ours; an answer that is older has been used before. */
const CLOCKS_APART = 60;

/**
 * Without its time, an answer from before a mandate was revoked could be put in the place of the one after.
 * @throws UnusableAnswer outdated | broken
 */
export function assertNew(at: string | undefined, now: Temporal.Instant): void {
  if (at === undefined) throw new UnusableAnswer('outdated');
  const seconds = Math.abs(now.epochMilliseconds - momentOf(at).epochMilliseconds) / 1000;
  if (seconds > CLOCKS_APART) throw new UnusableAnswer('outdated');
}

/** @throws UnusableAnswer broken for what is no moment */
export function momentOf(at: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(at);
  } catch {
    throw new UnusableAnswer('broken');
  }
}
