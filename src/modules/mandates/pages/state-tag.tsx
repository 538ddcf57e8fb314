import { Tag, useTexts } from '../../../kernel/html/index.ts';
import type { PartyId } from '../../../kernel/ids.ts';
import { awaits, type Mandate, type MandateState, stateAt } from '../mandate.ts';
import { texts } from '../texts/index.ts';

const tones = {
  'awaiting-signatures': 'warning',
  upcoming: 'info',
  active: 'success',
  suspended: 'warning',
  expired: 'neutral',
  revoked: 'neutral',
  'given-back': 'neutral',
  declined: 'neutral',
  refused: 'neutral',
  replaced: 'neutral',
  'chain-broken': 'neutral',
  fallen: 'neutral',
} as const satisfies Record<MandateState, string>;

export type StateTagProps = {
  readonly mandate: Mandate;
  /** The person who reads. */
  readonly me: PartyId | null;
  readonly now: Temporal.Instant;
};

/** How it stands; of what is not signed yet, whose turn it is. */
export function StateTag({ mandate, me, now }: StateTagProps) {
  const t = useTexts(texts);
  const state = stateAt(mandate, now);
  if (state !== 'awaiting-signatures') return <Tag tone={tones[state]}>{t.state[state]}</Tag>;
  const isMine = me !== null && awaits(mandate, me);
  return <Tag tone={isMine ? 'warning' : 'info'}>{isMine ? t.awaits.you : t.awaits.others}</Tag>;
}
