import type { AuthorityId, EventId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/texts.ts';
import type { MailOutcome } from './mail-transport.ts';

type About = {
  /** Follows from the event (`derivedId`), so that the same event makes one tip. */
  readonly tip: EventId;
  /** Who has sent what has come, or in whose name we ask. */
  readonly authority: AuthorityId;
  readonly channel: 'email';
  readonly address: string;
  readonly language: Language;
  /** The authority's name, as the reader knows it. */
  readonly senderName: string;
};

/** Says that something has come and from whom, never what. */
export type Tip = About &
  (
    | { readonly kind: 'new-message' }
    /** Asks whether the address is the reader's own; `path` with its secret leads back here. */
    | { readonly kind: 'verify-address'; readonly path: string }
  );

export type Outcome = MailOutcome['outcome'];

/** `outcome` is null while the attempt is under way, and stays so when the process was killed then. */
export type Attempt = { readonly number: number; readonly outcome: Outcome | null };

export type TipState = 'under-way' | 'accepted' | 'refused' | 'later' | 'unknown';

/** Two tips about one message are a nuisance, none at all a lost deadline: so one more try, and then a person looks. */
const UNCERTAIN_MAX = 2;

/** What the attempts say. `under-way`: not settled, and may be tried (again). */
export function stateOf(attempts: readonly Attempt[]): TipState {
  if (attempts.some(({ outcome }) => outcome === 'accepted')) return 'accepted';
  if (attempts.some(({ outcome }) => outcome === 'refused')) return 'refused';
  const uncertain = attempts.filter(({ outcome }) => outcome === null || outcome === 'unknown').length;
  if (uncertain >= UNCERTAIN_MAX) return 'unknown';
  return attempts.at(-1)?.outcome === 'later' ? 'later' : 'under-way';
}

export type SettledState = Exclude<TipState, 'under-way' | 'later'>;

const settled = {
  'under-way': false,
  later: false,
  accepted: true,
  refused: true,
  unknown: true,
} as const satisfies Record<TipState, boolean>;

/** Whether nothing more is sent. */
export function isSettled(state: TipState): state is SettledState {
  return settled[state];
}
