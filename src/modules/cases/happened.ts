import type { SameKeys } from '../../kernel/texts.ts';
import type { CaseAct, CaseAction } from './action.ts';
import type { sv } from './texts/sv.ts';

type Words = SameKeys<typeof sv>['happened'];

/** What happened, in one line. */
export function titleOfAct(act: CaseAct, t: Words): string {
  switch (act.kind) {
    case 'filed':
      return t.filed;
    case 'assigned':
      return t.assigned(act.to.name);
    case 'unassigned':
      return t.unassigned;
    case 'noted':
      return t.noted;
    case 'marked-confidential':
      return t.markedConfidential;
    case 'unmarked-confidential':
      return t.unmarkedConfidential;
    case 'question-asked':
      return t.questionAsked;
    case 'completed':
      return t.completed;
    case 'decided':
      return t.decided(act.decision.heading);
    case 'decision-available':
      return t.decisionAvailable;
    case 'closed':
      return t.closed;
  }
}

/** What was written, if anything. */
export function textOfAct(act: CaseAct): string | undefined {
  if (act.kind === 'noted' || act.kind === 'question-asked' || act.kind === 'completed') return act.text || undefined;
  return act.kind === 'marked-confidential' ? act.provision : undefined;
}

/** `cosigner`: a party who signed what somebody else sent in. */
export type Reader = 'party' | 'cosigner' | 'office';

/**
 * Who did it: officials by name; the person is "you" to themselves, and the applicant to the office.
 * @param self what the party is called: by name, when somebody acts for them
 */
export function doerOf({ by }: CaseAction, t: Words, reader: Reader, self: string = t.bySelf): string {
  if (by.kind === 'official') return by.name;
  if (by.kind === 'system') return t.bySystem;
  if (by.kind === 'representative') {
    const name = by.name || t.protectedPerson;
    return reader === 'party' && self === t.bySelf ? t.byRepresentative(name) : t.forApplicant(name);
  }
  return reader === 'party' ? self : t.byApplicant;
}
