import { Tag, useTexts } from '../../../kernel/html/index.ts';
import type { DeliveryState } from '../delivery.ts';
import { texts } from '../texts/index.ts';

const tones = {
  waiting: 'neutral',
  delivered: 'success',
  refused: 'danger',
  later: 'info',
  unknown: 'warning',
} as const satisfies Record<DeliveryState, string>;

export function DeliveryStateTag({ state }: { readonly state: DeliveryState }) {
  return <Tag tone={tones[state]}>{useTexts(texts).state[state]}</Tag>;
}
