import type { Assurance } from '../../kernel/authority.ts';
import type { InEach } from '../../kernel/texts.ts';
import type { PersonStateKind } from './facts.ts';
import type { NotStanding } from './standing.ts';

/** Why somebody may not. */
export type Reason =
  | 'not-signed-in'
  | 'not-yours'
  | 'assurance'
  | 'no-office'
  | 'no-role'
  | 'other-unit-or-task'
  | 'own-matter'
  | 'protected'
  | NotStanding
  | Exclude<PersonStateKind, 'under-forvaltare'>
  | 'not-in-mandate'
  | 'passive-only'
  | 'only-in-person'
  | 'jointly'
  | 'other-duties'
  | 'ended'
  | 'gone-elsewhere'
  | 'choose-again'
  | 'child-protected'
  | 'disagreeing'
  | 'holder-dead';

/** A no, with what is told of this very case. */
export type No = {
  readonly reason: Reason;
  /** Since when, or from when; milliseconds. */
  readonly at?: number | null;
  readonly minimum?: Assurance;
  /** Whether the mandate would have been for this, had it stood. */
  readonly covering?: boolean;
};

/** A reason in words: why, what to do now, and the law when there is one. */
export type Why = { readonly because: InEach<string>; readonly next: InEach<string>; readonly source?: string };
