import type { Basis } from '../../../kernel/authority.ts';
import type { PartyId } from '../../../kernel/ids.ts';

/** `advance`: pays what is recorded as advances of the month, and nothing else of it. */
export type RunKind = 'regular' | 'off-cycle' | 'advance';

/** Where a run stands; what its last event made of it. */
export type RunState =
  | 'open'
  | 'calculating'
  | 'stopped'
  | 'calculated'
  | 'checked'
  | 'released'
  | 'posted'
  | 'closed'
  | 'cancelled';

export type RunEventKind =
  | 'opened'
  | 'calculation-asked'
  | 'stopped'
  | 'calculated'
  | 'checked'
  | 'sent-back'
  | 'released'
  | 'posted'
  | 'closed'
  | 'cancelled';

/** Something that happened to a run, and who did it; `by` is null for the system. */
export type RunEvent = {
  readonly kind: RunEventKind;
  readonly at: Temporal.Instant;
  readonly by: PartyId | null;
  readonly byName: string | null;
  readonly basis: readonly Basis[];
  readonly body: Readonly<Record<string, string | number | null>>;
};
