import { Refusal } from '../../kernel/refusal.ts';
import type { ActKind, CaseAct, CaseAction, Decision, Official } from './action.ts';

/** How far the case has come, the same for every service. `decided`: made, and on its way to the person. */
export const phases = ['received', 'waiting-applicant', 'decided', 'available', 'closed'] as const;
export type Phase = (typeof phases)[number];

/** Who is waited for; lists, deadlines and statistics work across all services by these four. */
export type CaseStage = 'open' | 'waiting-applicant' | 'waiting-other' | 'closed';

export const stageOf = {
  received: 'open',
  'waiting-applicant': 'waiting-applicant',
  decided: 'waiting-other',
  available: 'open',
  closed: 'closed',
} as const satisfies Record<Phase, CaseStage>;

/** Whose move it is, as the person's own list says it. */
export const ballOf = {
  received: 'authority',
  'waiting-applicant': 'party',
  decided: 'authority',
  available: 'nobody',
  closed: 'nobody',
} as const satisfies Record<Phase, 'party' | 'authority' | 'nobody'>;

export type OpenQuestion = {
  readonly text: string;
  readonly askedOn: Temporal.PlainDate;
  readonly answerBy: Temporal.PlainDate;
};

/** What is, as it follows from what happened. */
export type CaseState = {
  /** The number of the last action. */
  readonly seq: number;
  readonly phase: Phase;
  readonly assignee: Official | null;
  readonly question: OpenQuestion | null;
  readonly decision: Decision | null;
  /** The provision of the confidentiality mark; null when there is none. */
  readonly confidential: string | null;
  /** When the applicant may expect an answer. The days that the case waited for them do not count. */
  readonly dueOn: Temporal.PlainDate;
  readonly closedAt: Temporal.Instant | null;
  readonly eraseOn: Temporal.PlainDate | null;
  readonly archive: boolean;
};

type Yes = 'yes';
type No =
  | 'cases.closed'
  | 'cases.already-decided'
  | 'cases.question-open'
  | 'cases.nothing-asked'
  | 'cases.not-decided'
  | 'cases.not-available'
  | 'cases.already-available'
  | 'cases.already-filed';

const always = {
  received: 'yes',
  'waiting-applicant': 'yes',
  decided: 'yes',
  available: 'yes',
  closed: 'yes',
} as const;
const untilClosed = { ...always, closed: 'cases.closed' } as const;
const undecided = {
  received: 'yes',
  'waiting-applicant': 'yes',
  decided: 'cases.already-decided',
  available: 'cases.already-decided',
  closed: 'cases.closed',
} as const;

/** What may be done when; for what may not, why. The compiler asks for every act in every phase. */
const rules = {
  filed: {
    received: 'cases.already-filed',
    'waiting-applicant': 'cases.already-filed',
    decided: 'cases.already-filed',
    available: 'cases.already-filed',
    closed: 'cases.already-filed',
  },
  assigned: untilClosed,
  unassigned: untilClosed,
  noted: untilClosed,
  'marked-confidential': always,
  'unmarked-confidential': always,
  'question-asked': { ...undecided, 'waiting-applicant': 'cases.question-open' },
  completed: {
    received: 'cases.nothing-asked',
    'waiting-applicant': 'yes',
    decided: 'cases.already-decided',
    available: 'cases.already-decided',
    closed: 'cases.closed',
  },
  decided: undecided,
  'decision-available': {
    received: 'cases.not-decided',
    'waiting-applicant': 'cases.not-decided',
    decided: 'yes',
    available: 'cases.already-available',
    closed: 'cases.closed',
  },
  closed: {
    received: 'cases.not-decided',
    'waiting-applicant': 'cases.not-decided',
    decided: 'cases.not-available',
    available: 'yes',
    closed: 'cases.closed',
  },
} as const satisfies Record<ActKind, Record<Phase, Yes | No>>;

export function isAllowed(phase: Phase, kind: ActKind): boolean {
  return rules[kind][phase] === 'yes';
}

/** @throws Refusal conflict with the reason why this can not happen now */
export function assertAllowed(phase: Phase, kind: ActKind): void {
  const answer = rules[kind][phase];
  if (answer !== 'yes') throw new Refusal('conflict', answer);
}

type First = CaseAction & { readonly act: Extract<CaseAct, { kind: 'filed' }> };

function isFirst(action: CaseAction | undefined): action is First {
  return action?.act.kind === 'filed';
}

/**
 * A case from its stream, or from the part of it that a party may see.
 * @throws TypeError for a stream that does not begin with a filing
 */
export function caseFrom(actions: readonly CaseAction[]): CaseState {
  const [first, ...rest] = actions;
  if (!isFirst(first)) throw new TypeError('a case begins with its filing');
  return rest.reduce(after, filedState(first));
}

function filedState({ seq, act }: First): CaseState {
  return {
    seq,
    phase: 'received',
    assignee: null,
    question: null,
    decision: null,
    confidential: null,
    dueOn: Temporal.PlainDate.from(act.dueOn),
    closedAt: null,
    eraseOn: null,
    archive: false,
  };
}

/** The case after one more action. Whether it may happen is asked of `assertAllowed` before it is written. */
export function after(state: CaseState, { seq, at, act }: Pick<CaseAction, 'seq' | 'at' | 'act'>): CaseState {
  const next = { ...state, seq };
  switch (act.kind) {
    case 'filed':
    case 'noted':
      return next;
    case 'assigned':
      return { ...next, assignee: act.to };
    case 'unassigned':
      return { ...next, assignee: null };
    case 'marked-confidential':
      return { ...next, confidential: act.provision };
    case 'unmarked-confidential':
      return { ...next, confidential: null };
    case 'question-asked': {
      const askedOn = Temporal.PlainDate.from(act.askedOn);
      const answerBy = Temporal.PlainDate.from(act.answerBy);
      return { ...next, phase: 'waiting-applicant', question: { text: act.text, askedOn, answerBy } };
    }
    case 'completed': {
      const waited = state.question?.askedOn.until(Temporal.PlainDate.from(act.on)).days ?? 0;
      return { ...next, phase: 'received', question: null, dueOn: state.dueOn.add({ days: Math.max(0, waited) }) };
    }
    case 'decided':
      return { ...next, phase: 'decided', question: null, decision: act.decision };
    case 'decision-available':
      return { ...next, phase: 'available' };
    case 'closed':
      return {
        ...next,
        phase: 'closed',
        closedAt: at,
        eraseOn: Temporal.PlainDate.from(act.eraseOn),
        archive: act.archive,
      };
  }
}
