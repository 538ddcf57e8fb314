import type { AuthorityId, CaseId } from '../../kernel/ids.ts';
import type { EventKind } from '../../kernel/outbox.ts';
import type { ActKind } from './action.ts';

/** Which act of which case; the fence names its authority and its parties. */
export type CaseEvent = { readonly authority: AuthorityId; readonly case: CaseId; readonly seq: number };

declare module '../../kernel/outbox.ts' {
  interface Events {
    'case.filed': CaseEvent;
    'case.question-asked': CaseEvent;
    'case.completed': CaseEvent;
    'case.decided': CaseEvent;
    'case.closed': CaseEvent;
  }
}

/** What others are told of; the rest is the office's own. */
export const eventOf = {
  filed: 'case.filed',
  assigned: null,
  unassigned: null,
  noted: null,
  'marked-confidential': null,
  'unmarked-confidential': null,
  'question-asked': 'case.question-asked',
  completed: 'case.completed',
  decided: 'case.decided',
  'decision-available': null,
  closed: 'case.closed',
} as const satisfies Record<ActKind, EventKind | null>;
