import type { MandateId } from '../../kernel/ids.ts';
import type { Mandate } from './mandate.ts';
import type { SignedFor } from './signed-for.ts';
import type { Subject, Template } from './subjects.ts';

export const errandKinds = ['give', 'ask', 'change', 'renew', 'pass-on'] as const;
export type ErrandKind = (typeof errandKinds)[number];

/** What somebody has come to write. */
export type Errand = {
  readonly kind: ErrandKind;
  /** The mandate that is written anew or passed on. */
  readonly of: MandateId | null;
  /** The organisation that gives it, by its token. */
  readonly organisation: string | null;
};

/** What is there to write it with. */
export type FormModel = {
  readonly errand: Errand;
  readonly template: Template;
  /** The choices of the list, when the template has one. */
  readonly subjects: readonly Subject[];
  readonly older: Mandate | null;
  readonly organisation: SignedFor | null;
  /** Whether somebody who is asked signs it, and not who writes it. */
  readonly isRequest: boolean;
};
