import type { Basis } from '../../kernel/authority.ts';
import type { PartyId, SigningId } from '../../kernel/ids.ts';
import type { Language } from '../../kernel/texts.ts';
import type { Custody } from '../services/index.ts';
import type { Evidence } from '../signing/index.ts';

/** A day as `2026-11-22`, on the authority's own calendar: acts are kept as JSON. */
export type DayText = string;

export type Official = { readonly party: PartyId; readonly name: string };

/** A kept file, by what is in it. `size` in bytes. */
export type ActFile = {
  readonly file: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
};

/** The evidence stands with the case, so that the office can verify it whenever it likes. */
export type SignedApplication = { readonly signing: SigningId; readonly evidence: Evidence };

/** A decision as it was made; written out, so that no later wording changes it. */
export type Decision = {
  /** The service's id of it. */
  readonly id: string;
  readonly outcome: 'approval' | 'partial' | 'rejection' | 'dismissal' | 'answer';
  readonly language: Language;
  /** "Ansökan beviljas". */
  readonly heading: string;
  /** What that means, in the service's words. */
  readonly meaning: string;
  /** The official's own words. */
  readonly reasons: string;
  /** Paragraphs that it rests on, e.g. `Skollag (2010:800) 8 kap. 3 §`. */
  readonly law: readonly string[];
  /** How it is appealed, paragraph by paragraph; empty when it can not be. */
  readonly appeal: readonly string[];
  readonly decidedBy: string;
  readonly decidedOn: DayText;
};

/** What can happen in a case. Written once, never changed; everything else about the case follows from these. */
export type CaseAct =
  | {
      readonly kind: 'filed';
      readonly dueOn: DayText;
      /** Where others may have to sign: what the population register said of each child's custody. */
      readonly custody?: Custody;
      /** Who has signed it beside who sent it in. */
      readonly signed?: SignedApplication;
    }
  | { readonly kind: 'assigned'; readonly to: Official }
  | { readonly kind: 'unassigned' }
  /** Only the office sees it. */
  | { readonly kind: 'noted'; readonly text: string }
  /** Sekretessmarkering: a reminder that it may be secret, and by which provision. */
  | { readonly kind: 'marked-confidential'; readonly provision: string }
  | { readonly kind: 'unmarked-confidential' }
  | {
      readonly kind: 'question-asked';
      readonly text: string;
      readonly askedOn: DayText;
      readonly answerBy: DayText;
    }
  | {
      readonly kind: 'completed';
      readonly text: string;
      readonly files: readonly ActFile[];
      readonly on: DayText;
    }
  | { readonly kind: 'decided'; readonly decision: Decision }
  /** The mailbox has it: from now on the person can read it. */
  | { readonly kind: 'decision-available' }
  | {
      readonly kind: 'closed';
      /** The first day on which it is no longer kept. */
      readonly eraseOn: DayText;
      readonly rule: string;
      /** It goes to the archive before it is erased here. */
      readonly archive: boolean;
    };

export type ActKind = CaseAct['kind'];

/** Who did it. A person is known by their party only: a name could be protected. */
export type By =
  | { readonly kind: 'person'; readonly party: PartyId }
  /** In somebody else's name, by the right that the act's basis tells. */
  | { readonly kind: 'representative'; readonly party: PartyId; readonly name: string; readonly of: PartyId }
  | { readonly kind: 'official'; readonly party: PartyId; readonly name: string }
  | { readonly kind: 'system'; readonly name: string };

/** An act in its place in the stream. */
export type CaseAction = {
  readonly seq: number;
  readonly at: Temporal.Instant;
  readonly by: By;
  /** Why they were allowed to. */
  readonly basis: readonly Basis[];
  /** Made by the form or by the event: the same act posted again is the same action. */
  readonly transaction: string;
  /** Which of the parties may see it. */
  readonly to: readonly PartyId[];
  readonly act: CaseAct;
};

/** What the parties see of what the office does. */
export const shownToParties = {
  filed: true,
  assigned: true,
  unassigned: false,
  noted: false,
  'marked-confidential': false,
  'unmarked-confidential': false,
  'question-asked': true,
  completed: true,
  decided: true,
  'decision-available': true,
  closed: true,
} as const satisfies Record<ActKind, boolean>;
