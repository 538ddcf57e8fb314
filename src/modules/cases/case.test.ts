import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PartyId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { type ActKind, type CaseAct, type CaseAction, type Decision, shownToParties } from './action.ts';
import table from './case.cases.json' with { type: 'json' };
import {
  after,
  assertAllowed,
  ballOf,
  type CaseState,
  caseFrom,
  isAllowed,
  type Phase,
  phases,
  stageOf,
} from './case.ts';

const anna = 'anna' as PartyId;
const karin = { party: 'karin' as PartyId, name: 'Karin' };
const start = Temporal.Instant.from('2026-03-02T09:00:00Z');

const decision: Decision = {
  id: 'grant',
  outcome: 'approval',
  language: 'sv',
  heading: 'Plats beviljas',
  meaning: 'Du får en plats.',
  reasons: 'Det finns plats.',
  law: [],
  appeal: [],
  decidedBy: 'Karin',
  decidedOn: '2026-03-10',
};

const acts: Record<ActKind, CaseAct> = {
  filed: { kind: 'filed', dueOn: '2026-03-16' },
  assigned: { kind: 'assigned', to: karin },
  unassigned: { kind: 'unassigned' },
  noted: { kind: 'noted', text: 'Ringde förskolan' },
  'marked-confidential': { kind: 'marked-confidential', provision: 'OSL 26 kap. 1 §' },
  'unmarked-confidential': { kind: 'unmarked-confidential' },
  'question-asked': { kind: 'question-asked', text: 'Vilken dag?', askedOn: '2026-03-04', answerBy: '2026-03-18' },
  completed: { kind: 'completed', text: 'Den första', files: [], on: '2026-03-09' },
  decided: { kind: 'decided', decision },
  'decision-available': { kind: 'decision-available' },
  closed: { kind: 'closed', eraseOn: '2028-03-12', rule: 'two years', archive: false },
};

function stream(kinds: readonly ActKind[]): CaseAction[] {
  return kinds.map((kind, index) => ({
    seq: index + 1,
    at: start.add({ hours: index }),
    by: { kind: 'official', ...karin },
    basis: [],
    transaction: `${index}`,
    to: shownToParties[kind] ? [anna] : [],
    act: acts[kind],
  }));
}

const ways: Record<Phase, readonly ActKind[]> = {
  received: ['filed'],
  'waiting-applicant': ['filed', 'question-asked'],
  decided: ['filed', 'decided'],
  available: ['filed', 'decided', 'decision-available'],
  closed: ['filed', 'decided', 'decision-available', 'closed'],
};

test.each(phases)('a case that is %s got there by its acts', (phase) => {
  expect(caseFrom(stream(ways[phase])).phase).toBe(phase);
});

test.each(table as { phase: Phase; act: ActKind; expect: string }[])(
  '$act in a case that is $phase: $expect',
  (row) => {
    const answer = (() => {
      try {
        assertAllowed(row.phase, row.act);
        return 'yes';
      } catch (error) {
        if (!isRefusal(error, 'conflict')) throw error;
        return error.key;
      }
    })();
    expect(answer).toBe(row.expect);
  },
);

test('the table asks about every act in every phase', () => {
  expect(table).toHaveLength(phases.length * Object.keys(acts).length);
});

test('the days that a case waits for the applicant do not count', () => {
  const state = caseFrom(stream(['filed', 'question-asked', 'completed']));
  expect(state.dueOn.toString()).toBe('2026-03-21'); // five days later than promised
  expect(state.question).toBeNull();
});

test('a stream that does not begin with its filing is no case', () => {
  expect(() => caseFrom(stream(['noted']))).toThrow(TypeError);
});

/** A way through the rules: at each turn one of the acts that are allowed there. */
const anyWay = fc.array(fc.nat(), { maxLength: 25 }).map((turns) => {
  const kinds: ActKind[] = ['filed'];
  let state = caseFrom(stream(kinds));
  for (const turn of turns) {
    const open = (Object.keys(acts) as ActKind[]).filter((kind) => isAllowed(state.phase, kind));
    const kind = open[turn % open.length];
    if (kind === undefined) break;
    kinds.push(kind);
    state = caseFrom(stream(kinds));
  }
  return kinds;
});

function shown(state: CaseState) {
  const { phase, assignee: _assignee, confidential: _confidential, seq: _seq, ...rest } = state;
  return { phase, ...rest };
}

test('whatever happens, a case is closed only after its decision, and the decision is available', () => {
  fc.assert(
    fc.property(anyWay, (kinds) => {
      const state = caseFrom(stream(kinds));
      if (state.phase !== 'closed') return;
      expect(kinds.indexOf('decision-available')).toBeGreaterThan(kinds.indexOf('decided'));
      expect(kinds.indexOf('closed')).toBeGreaterThan(kinds.indexOf('decision-available'));
      expect(state.decision).not.toBeNull();
      expect(state.eraseOn).not.toBeNull();
    }),
  );
});

test('whatever happens, there is one decision at most, and one who is waited for', () => {
  fc.assert(
    fc.property(anyWay, (kinds) => {
      const state = caseFrom(stream(kinds));
      expect(kinds.filter((kind) => kind === 'decided').length).toBeLessThanOrEqual(1);
      expect(state.question !== null).toBe(state.phase === 'waiting-applicant');
      expect(ballOf[state.phase] === 'party').toBe(stageOf[state.phase] === 'waiting-applicant');
    }),
  );
});

test('a party who sees only their part of the stream sees the same case', () => {
  fc.assert(
    fc.property(anyWay, (kinds) => {
      const all = stream(kinds);
      const theirs = all.filter(({ to }) => to.includes(anna));
      expect(shown(caseFrom(theirs))).toEqual(shown(caseFrom(all)));
    }),
  );
});

test('one act at a time makes the same case as all at once', () => {
  fc.assert(
    fc.property(anyWay, (kinds) => {
      const [first, ...rest] = stream(kinds);
      if (!first) return;
      expect(rest.reduce(after, caseFrom([first]))).toEqual(caseFrom(stream(kinds)));
    }),
  );
});
