import type { AuthorityId, EventId } from '../../kernel/ids.ts';
import type { EventBody } from '../../kernel/outbox.ts';
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
  /** What it tells of, ids only: handled anew when an operator wants the tip sent once more. */
  readonly event: EventBody;
};

/** Says that something has come and from whom, never what. */
export type Tip = About &
  (
    | { readonly kind: 'new-message' }
    /** Asks whether the address is the reader's own; `path` with its secret leads back here. */
    | { readonly kind: 'verify-address'; readonly path: string }
    /** The way to a role, for who has none yet; `path` with its secret works once, until that day. */
    | {
        readonly kind: 'invitation';
        readonly path: string;
        /** A person, or an authority. */
        readonly invitedBy: string;
        /** In the tip's language. */
        readonly role: string;
        readonly until: Temporal.PlainDate;
      }
  );

export type Outcome = MailOutcome['outcome'];

/** `outcome` is null while the attempt is under way, and stays so when the process was killed then. */
export type Attempt = { readonly number: number; readonly outcome: Outcome | null };

/** `lapsed`: when it was to be sent once more, there was nothing to send any longer. */
export type TipState = 'under-way' | 'accepted' | 'refused' | 'later' | 'unknown' | 'lapsed';

/** Two tips about one message are a nuisance, none at all a lost deadline: so one more try, and then a person looks. */
const UNCERTAIN_MAX = 2;

/**
 * What the attempts say. `under-way`: not settled, and may be tried (again).
 * @param againAfter the last attempt when an operator asked for one more, which is one and no second; 0: nobody has
 */
export function stateOf(attempts: readonly Attempt[], againAfter = 0): AttemptedState {
  if (attempts.some(({ outcome }) => outcome === 'accepted')) return 'accepted';
  const counting = attempts.filter(({ number }) => number > againAfter);
  if (counting.some(({ outcome }) => outcome === 'refused')) return 'refused';
  const uncertain = counting.filter(({ outcome }) => outcome === null || outcome === 'unknown').length;
  if (uncertain >= (againAfter > 0 ? 1 : UNCERTAIN_MAX)) return 'unknown';
  return counting.at(-1)?.outcome === 'later' ? 'later' : 'under-way';
}

/** What attempts can lead to. */
export type AttemptedState = Exclude<TipState, 'lapsed'>;
export type SettledState = Exclude<AttemptedState, 'under-way' | 'later'>;

const settled = {
  'under-way': false,
  later: false,
  accepted: true,
  refused: true,
  unknown: true,
} as const satisfies Record<AttemptedState, boolean>;

/** Whether nothing more is sent. */
export function isSettled(state: AttemptedState): state is SettledState {
  return settled[state];
}
