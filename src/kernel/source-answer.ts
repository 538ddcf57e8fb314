/** Why a source gave no answer that can be used. */
export type SourceFault =
  | 'down'
  | 'slow'
  /** Not what was agreed that an answer looks like. */
  | 'broken'
  /** A kind, status or role that we do not know. */
  | 'unknown-type'
  /** It speaks of somebody else than who was asked about. */
  | 'about-another'
  | 'contradictory'
  | 'too-large'
  /** Not signed by who should have, or changed since. */
  | 'forged'
  /** Signed as it should be, but long ago: an answer that has been used before. */
  | 'outdated'
  /** Dated in the future, or on other clocks than agreed: when it happened is not known. */
  | 'misdated';

/**
 * What somebody who is asked over a port answered. "No" is not "could not ask": an empty answer, one that was not asked
 * for, one that may not be given and one that failed are different things on the screen as well.
 */
export type SourceAnswer<T> =
  | { readonly state: 'answered'; readonly value: T; readonly asOf: Temporal.Instant }
  /** Asked, and there is nothing there. */
  | { readonly state: 'nothing'; readonly asOf: Temporal.Instant }
  | { readonly state: 'not-asked' }
  /** The source, or the law, does not let us ask. */
  | { readonly state: 'not-allowed'; readonly source: string }
  /** `retry`: whether asking again may help. */
  | { readonly state: 'failed'; readonly source: string; readonly fault: SourceFault; readonly retry: boolean }
  /** The source failed; this is what it said before. */
  | {
      readonly state: 'stale';
      readonly value: T;
      readonly asOf: Temporal.Instant;
      readonly source: string;
      readonly fault: SourceFault;
    };
