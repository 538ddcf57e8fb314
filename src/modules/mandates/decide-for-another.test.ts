import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Action, Actor, Assurance, Question, Reach, Resource } from '../../kernel/authority.ts';
import type { PartyId } from '../../kernel/ids.ts';
import { decide } from './decide.ts';
import table from './decide-for-another.cases.json' with { type: 'json' };
import { explainNo } from './explain.ts';
import {
  type ElsewhereFact,
  type Facts,
  factsOfNobody,
  type MandateFact,
  type PersonState,
  type RegisterRight,
} from './facts.ts';
import type { Reason } from './reason.ts';

type Plan = Readonly<Record<string, unknown>>;
type Given = { m?: string[]; r?: string[]; e?: string[]; s?: string[]; silent?: string[]; for?: string };
type Row = Given & {
  title: string;
  ask: string;
  expect: string;
  why?: string;
  sources?: string[];
  assurance?: string;
  actor?: string;
};

const at = Temporal.Instant.from(table.at);
const ms = (text: unknown) => Temporal.Instant.from(text as string).epochMilliseconds;
const party = (name: unknown) => name as PartyId;
const parties = (names: unknown) => names as PartyId[];

function mandate(id: string): MandateFact {
  const plan = (table.mandates as Record<string, Plan>)[id] ?? {};
  const passedOn = plan.passedOn as [string, string] | undefined;
  const registered = plan.registered === undefined ? '2026-01-01T00:00:00Z' : plan.registered;
  return {
    id,
    grantors: parties(plan.grantors ?? ['anna']),
    holders: parties(plan.holders ?? ['erik']),
    reach: (plan.reach ?? { kind: 'everything' }) as Reach,
    level: (plan.level ?? 'active') as MandateFact['level'],
    mayPassOn: plan.passOn === true,
    from: ms(plan.from ?? '2026-01-01T00:00:00Z'),
    until: ms(plan.until ?? '2027-01-01T00:00:00Z'),
    registeredAt: registered === null ? null : ms(registered),
    ended: plan.ended
      ? { how: plan.ended as NonNullable<MandateFact['ended']>['how'], at: ms('2026-06-01T00:00:00Z') }
      : null,
    suspended: plan.suspended ? { why: 'under-forvaltare', at: ms('2026-06-01T00:00:00Z') } : null,
    passedOn: passedOn ? { from: passedOn[0], by: party(passedOn[1]) } : null,
    evidence: 'signature',
  };
}

function right(id: string): RegisterRight {
  const plan = (table.rights as Record<string, Plan>)[id] ?? {};
  return {
    kind: plan.kind as RegisterRight['kind'],
    id,
    actor: party(plan.actor ?? 'erik'),
    principal: party(plan.principal ?? 'anna'),
    alone: plan.alone !== false,
    duties: (plan.duties ?? null) as RegisterRight['duties'],
    from: ms(plan.from ?? '2020-01-01T00:00:00Z'),
    until: plan.until === undefined ? null : ms(plan.until),
    source: plan.source as string,
    rests: (plan.rests ?? null) as RegisterRight['rests'],
    checkedAt: plan.checked === undefined ? at.epochMilliseconds : ms(plan.checked),
    evidence: 'answer',
  };
}

function elsewhere(id: string): ElsewhereFact {
  const plan = (table.elsewhere as Record<string, Plan>)[id] ?? {};
  return {
    register: plan.register as ElsewhereFact['register'],
    holder: party(plan.holder ?? 'erik'),
    principal: party(plan.principal ?? 'anna'),
    checkedAt: ms(plan.checked ?? table.at),
    right:
      plan.gone === true
        ? null
        : {
            ...{ id, reach: plan.reach as Reach, evidence: 'answer' },
            level: (plan.level ?? 'active') as MandateFact['level'],
          },
    ...(plan.chooseAgain === true ? { chooseAgain: true } : {}),
  };
}

function state(id: string): PersonState {
  const [of, kind] = (table.states as Record<string, string[]>)[id] ?? [];
  return { party: party(of), kind: kind as PersonState['kind'], since: ms('2026-06-01T00:00:00Z'), source: 'test' };
}

function factsOf({ m = [], r = [], e = [], s = [], silent = [], for: whom = 'anna' }: Given): Facts {
  return {
    officialAssurance: 'high',
    mandates: m.map(mandate),
    registerRights: r.map(right),
    elsewhere: e.map(elsewhere),
    personStates: s.map(state),
    silentSources: silent.map((source) => ({ source, of: source === 'company' ? 'organisation' : 'person' })),
    principalKind: whom === 'firm' ? 'organisation' : 'person',
  };
}

function actorOf(kind: string, assurance: string, who = 'erik'): Actor {
  const facts = { party: party(who), name: who, assurance: assurance as Assurance, session: 's' };
  if (kind === 'official') return { kind, ...facts, grants: [] };
  if (kind === 'machine') return { kind, client: 'm', authorities: [] };
  return kind === 'anonymous' ? { kind } : { kind: 'person', ...facts };
}

const questions = table.questions as unknown as Record<string, [Action, Resource]>;

function questionOf(ask: string, whom = 'anna', actor = actorOf('person', 'high')): Question {
  const [action, resource] = questions[ask] ?? [];
  return { actor, principal: party(whom), action: action as Action, resource: resource as Resource, at };
}

const columns = table.columns.split(' ');
const reasons: Record<string, string> = table.reasons;
const grid: Row[] = (table.grid as (Given & { title: string; expect: string })[]).flatMap((line) =>
  line.expect.split(' ').map((mark, column): Row => {
    const ask = columns[column] as string;
    const expected = mark === 'y' ? { expect: 'yes' } : { expect: 'no', why: reasons[mark] as string };
    return { ...line, ...expected, ask, title: `${line.title}, ${ask}` };
  }),
);
const rows: Row[] = [...grid, ...(table.cases as Row[])];

describe('the table', () => {
  test('has at least two hundred rows', () => {
    expect(rows.length).toBeGreaterThanOrEqual(200);
  });

  test.each(rows)('$title ($ask): $expect', (row) => {
    const actor = actorOf(row.actor ?? 'person', row.assurance ?? 'high');
    const answer = decide(factsOf(row), questionOf(row.ask, row.for, actor));
    expect(answer.decision).toBe(row.expect);
    expect(answer.unavailableSources).toEqual(row.sources ?? []);
    expect(answer.basis).toHaveLength(row.expect === 'yes' ? 1 : 0);
    if (row.why) expect(answer.explanation.what).toEqual(explainNo({ reason: row.why as Reason }).what);
    if (row.expect !== 'yes') expect(answer.explanation.next?.sv).not.toBe('');
  });
});

test('the basis says which mandate, at which level, how long, from where, and what shows it', () => {
  const { basis } = decide(factsOf({ m: ['case1'] }), questionOf('c1'));
  expect(basis).toEqual([
    {
      kind: 'mandate',
      id: 'case1',
      level: 'active',
      valid: { from: '2026-01-01T00:00:00.000Z', until: '2027-01-01T00:00:00.000Z' },
      source: 'mandates',
      checkedAt: '2026-11-22T09:00:00.000Z',
      evidence: 'signature',
    },
  ]);
});

test('a right in another register says which, when it was asked, and what shows it', () => {
  const { basis } = decide(factsOf({ e: ['moService'] }), questionOf('fS'));
  expect(basis).toEqual([
    {
      ...{ kind: 'mandate', id: 'moService', level: 'active', source: 'mina-ombud' },
      ...{ checkedAt: '2026-11-22T09:00:00.000Z', evidence: 'answer' },
    },
  ]);
  expect(decide(factsOf({ m: ['case1'], e: ['moMail'] }), questionOf('mList')).extent).toEqual([
    mandate('case1').reach,
    elsewhere('moMail').right?.reach,
  ]);
});

test('a list may show what the mandates together are for, and nothing else', () => {
  expect(decide(factsOf({ m: ['case1', 'service', 'mailSott'] }), questionOf('list')).extent).toEqual([
    mandate('case1').reach,
    mandate('service').reach,
  ]);
  expect(decide(factsOf({ m: ['case1', 'all'] }), questionOf('list')).extent).toBe('whole');
  expect(decide(factsOf({ m: ['case1'], r: ['guardian'] }), questionOf('list')).extent).toBe('whole');
  expect(decide(factsOf({ m: ['revoked'] }), questionOf('list')).extent).toEqual([]);
});

const someMandates = fc.subarray(Object.keys(table.mandates), { minLength: 0, maxLength: 8 });
const someRights = fc.subarray(Object.keys(table.rights), { maxLength: 4 });
const someElsewhere = fc.subarray(Object.keys(table.elsewhere), { maxLength: 4 });
const someStates = fc.subarray(Object.keys(table.states), { maxLength: 2 });
const someSilent = fc.subarray(['population', 'company', 'guardianship', 'mina-ombud']);
const anyAsk = fc.constantFrom(...Object.keys(questions));
const anyWhom = fc.constantFrom('anna', 'bert', 'cilla', 'firm');
const anyGiven = fc.record({
  ...{ m: someMandates, r: someRights, e: someElsewhere, s: someStates },
  ...{ silent: someSilent, for: anyWhom },
});

describe('whatever the facts', () => {
  test('their order is irrelevant', () => {
    fc.assert(
      fc.property(anyGiven, anyAsk, (given, ask) => {
        const turned = {
          m: given.m.toReversed(),
          r: given.r.toReversed(),
          e: given.e.toReversed(),
          s: given.s.toReversed(),
          silent: given.silent.toReversed(),
        };
        const { extent, ...one } = decide(factsOf(given), questionOf(ask, given.for));
        const { extent: other, ...two } = decide(factsOf({ ...turned, for: given.for }), questionOf(ask, given.for));
        expect(two).toEqual(one);
        expect(new Set<unknown>(other)).toEqual(new Set<unknown>(extent));
      }),
      { numRuns: 500 },
    );
  });

  test('passing on never widens: what is passed on lets nobody do what who passed it on could not', () => {
    const chains = Object.keys(table.mandates).filter((id) => mandate(id).passedOn !== null);
    fc.assert(
      fc.property(fc.constantFrom(...chains), someMandates, anyAsk, (id, others, ask) => {
        const passed = mandate(id);
        const all = [...new Set([id, ...others])].map(mandate);
        // Nobody's but this one of the holder's: whatever is a yes comes through it.
        const holder = passed.holders[0] as PartyId;
        const mandates = all.filter((one) => one === all[0] || !one.holders.includes(holder) || one.passedOn !== null);
        const facts = { ...factsOf({}), mandates };
        const through = decide(facts, questionOf(ask, 'anna', actorOf('person', 'high', holder)));
        if (through.decision !== 'yes') return;
        const used = mandates.find((one) => one.id === through.basis[0]?.id)?.passedOn;
        if (!used) return;
        expect(decide(facts, questionOf(ask, 'anna', actorOf('person', 'high', used.by))).decision).toBe('yes');
      }),
      { numRuns: 500 },
    );
  });

  test('revoking is immediate: from that moment the mandate gives nothing, nor what was passed on from it', () => {
    fc.assert(
      fc.property(anyGiven, anyAsk, (given, ask) => {
        const facts = factsOf(given);
        const before = decide(facts, questionOf(ask, given.for));
        const used = before.basis.find(({ kind }) => kind === 'mandate')?.id;
        if (used === undefined) return;
        const ended = { how: 'revoked' as const, at: at.epochMilliseconds };
        const mandates = facts.mandates.map((one) => (one.id === used ? { ...one, ended } : one));
        const others = facts.elsewhere.map((one) => (one.right?.id === used ? { ...one, right: null } : one));
        const after = decide({ ...facts, mandates, elsewhere: others }, questionOf(ask, given.for));
        expect(after.basis.map(({ id }) => id)).not.toContain(used);
        const through = after.basis.map(({ id }) => mandates.find((one) => one.id === id)?.passedOn?.from);
        expect(through).not.toContain(used);
      }),
      { numRuns: 500 },
    );
  });

  test('one more right never takes a yes away', () => {
    fc.assert(
      fc.property(anyGiven, someMandates, someRights, someElsewhere, anyAsk, (given, m, r, e, ask) => {
        if (decide(factsOf(given), questionOf(ask, given.for)).decision !== 'yes') return;
        const both = (some: readonly string[], others: readonly string[]) => [...new Set([...some, ...others])];
        const more = { ...given, m: both(given.m, m), r: both(given.r, r), e: both(given.e, e) };
        expect(decide(factsOf(more), questionOf(ask, given.for)).decision).toBe('yes');
      }),
      { numRuns: 500 },
    );
  });

  test('more facts of one kind never turn a no by another into a yes', () => {
    const states = ['dead', 'dissolved', 'bankrupt', 'under-forvaltare'] as const;
    fc.assert(
      fc.property(anyGiven, fc.constantFrom(...states), anyAsk, (given, kind, ask) => {
        const facts = factsOf(given);
        const fact: PersonState = { party: party(given.for), kind, since: 0, source: 'test' };
        const { decision, basis } = decide(
          { ...facts, personStates: [...facts.personStates, fact] },
          questionOf(ask, given.for),
        );
        // The person is gone: nothing helps. The person has a förvaltare: no mandate does.
        if (kind === 'under-forvaltare') expect(basis.map((one) => one.kind)).not.toContain('mandate');
        else expect(decision).toBe('no');
      }),
      { numRuns: 500 },
    );
  });

  test('too weak a sign-in is helped by no right', () => {
    fc.assert(
      fc.property(anyGiven, (given) => {
        const weak = actorOf('person', 'low');
        expect(decide(factsOf(given), questionOf('fS', given.for, weak)).decision).not.toBe('yes');
      }),
    );
  });

  test('each kind stands by itself: together they say yes exactly when one of them does', () => {
    fc.assert(
      fc.property(anyGiven, anyAsk, (given, ask) => {
        const says = (facts: Given) => decide(factsOf(facts), questionOf(ask, given.for)).decision === 'yes';
        const { m, r, e, ...rest } = given;
        expect(says(given)).toBe(says({ ...rest, m }) || says({ ...rest, r }) || says({ ...rest, e }));
      }),
      { numRuns: 500 },
    );
  });

  test('a silent source never makes a yes, and never takes one away', () => {
    fc.assert(
      fc.property(anyGiven, anyAsk, (given, ask) => {
        const heard = decide(factsOf({ ...given, silent: [] }), questionOf(ask, given.for)).decision;
        const silent = decide(factsOf(given), questionOf(ask, given.for)).decision;
        expect(silent === 'yes').toBe(heard === 'yes');
      }),
    );
  });

  test('without a mandate or a right nobody acts for another', () => {
    fc.assert(
      fc.property(someStates, anyAsk, anyWhom, (s, ask, whom) => {
        expect(decide(factsOf({ s, for: whom }), questionOf(ask, whom)).decision).toBe('no');
        expect(decide(factsOfNobody('high'), questionOf(ask, whom)).explanation.what).toEqual(
          explainNo({ reason: 'not-yours' }).what,
        );
      }),
    );
  });
});
