import type { SourceAnswer, SourceFault } from '../../../kernel/source-answer.ts';
import type { Asked } from '../ask-sources.ts';

/** Each way in which it went to ask a source, as the operator tells them apart. */
export type Outcome =
  | 'answered'
  /** Some of it could not be read, or asked. */
  | 'partial'
  | 'nothing'
  | 'not-asked'
  | 'not-allowed'
  /** Not asked: it has failed so often that it is left alone for a while. */
  | 'resting'
  /** Not asked: too many ask it at once. */
  | 'crowded'
  | SourceFault;

export function outcomeOf({ answer, spared }: Pick<Asked, 'answer' | 'spared'>): Outcome {
  const isPartial = spared === null && answer.state === 'answered' && answer.value.missing.length > 0;
  return isPartial ? 'partial' : outcomeOfAnswer({ answer, spared });
}

/** How it went to ask anybody else, of whose answer there are no parts. */
export type AskedElsewhere = { readonly answer: SourceAnswer<unknown>; readonly spared: Asked['spared'] };

export function outcomeOfAnswer({ answer, spared }: AskedElsewhere): Outcome {
  if (spared !== null) return spared;
  switch (answer.state) {
    case 'answered':
      return 'answered';
    case 'failed':
    case 'stale':
      return answer.fault;
    default:
      return answer.state;
  }
}

/** Whether the source is well: it said what it had, or that there is nothing. */
export const isGood = {
  answered: true,
  partial: true,
  nothing: true,
  'not-asked': false,
  'not-allowed': false,
  resting: false,
  crowded: false,
  down: false,
  slow: false,
  broken: false,
  'unknown-type': false,
  'about-another': false,
  contradictory: false,
  'too-large': false,
  forged: false,
  outdated: false,
  misdated: false,
} as const satisfies Record<Outcome, boolean>;
