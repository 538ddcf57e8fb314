import type { PartyId, SigningId } from '../../kernel/ids.ts';

/** Why an application that waited for signatures came back to who applies. */
export type CameBack = 'refused' | 'expired' | 'withdrawn' | 'changed';

/** That others must sign an application before it is sent. */
export type Cosigning =
  | {
      readonly state: 'waiting';
      readonly signing: SigningId;
      /** Everybody whose list of signatures it stands in. */
      readonly parties: readonly PartyId[];
      /** An instant, as it is kept. */
      readonly deadline: string;
    }
  | {
      readonly state: 'back';
      readonly why: CameBack;
      readonly at: string;
      /** In the words of who would not sign. */
      readonly reason: string | null;
    };

export type Waiting = Extract<Cosigning, { state: 'waiting' }>;

/** What it waits for now; past its deadline it waits no longer, though the clock has not written so yet. */
export function waitingAt(cosigning: Cosigning | null, now: Temporal.Instant): Waiting | null {
  if (cosigning?.state !== 'waiting') return null;
  return Temporal.Instant.compare(now, cosigning.deadline) < 0 ? cosigning : null;
}

/** Why it is open again, if it ever waited. */
export function cameBackAt(cosigning: Cosigning | null, now: Temporal.Instant) {
  if (cosigning?.state === 'back') return { why: cosigning.why, reason: cosigning.reason };
  return cosigning && waitingAt(cosigning, now) === null ? { why: 'expired' as const, reason: null } : null;
}
