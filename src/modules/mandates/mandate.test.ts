import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AuthorityId, MandateId, PartyId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import {
  begun,
  type Happened,
  type Mandate,
  type MandateEvent,
  type MandateState,
  mandateFrom,
  stateAt,
  type Terms,
} from './mandate.ts';
import { isAllowed, withEvent } from './next-event.ts';

const [anna, bert, erik, cilla, stranger] = ['anna', 'bert', 'erik', 'cilla', 'stranger'] as PartyId[] as [
  PartyId,
  PartyId,
  PartyId,
  PartyId,
  PartyId,
];
const id = 'mandate' as MandateId;
const day = (n: number) => Temporal.Instant.from('2026-01-01T00:00:00Z').add({ hours: 24 * n });
const named = (party: PartyId) => ({ party, name: party });

const terms: Terms = {
  grantors: [named(anna)],
  holders: [named(erik), named(cilla)],
  subject: { sv: 'allt', fi: 'kaikki', en: 'everything' },
  ...{ reach: { kind: 'everything' }, level: 'active', mayPassOn: false, from: day(10), until: day(100) },
  ...{ signers: [{ party: anna, onBehalfOf: anna }], signBy: day(50), replaces: null, passedOn: null },
  ...{ inOrder: false, requestedBy: null },
};
const drafted: Extract<MandateEvent, { terms: Terms }> = { kind: 'drafted', by: anna, terms };
const sign: MandateEvent = { kind: 'signed', by: anna, onBehalfOf: anna, evidence: 's' };
const registered: MandateEvent = { kind: 'registered' };
const suspend: MandateEvent = { kind: 'suspended', why: 'under-forvaltare', source: 'guardianship' };
const resume: MandateEvent = { kind: 'resumed', why: 'under-forvaltare', source: 'guardianship' };
const revoke: MandateEvent = { kind: 'revoked', by: anna };

const everyEvent: MandateEvent[] = [
  drafted,
  sign,
  { kind: 'paper-registered', by: stranger, authority: 1 as AuthorityId, document: 'd', terms },
  { kind: 'seconded', by: stranger },
  registered,
  { kind: 'refused', by: anna },
  { kind: 'accepted', by: erik, name: 'Erik' },
  { kind: 'accepted', by: cilla, name: 'Cilla' },
  { kind: 'declined', by: erik },
  { kind: 'declined', by: cilla },
  { kind: 'given-back', by: erik },
  { kind: 'given-back', by: cilla },
  revoke,
  { kind: 'revoked-on-paper', by: stranger, authority: 1 as AuthorityId, document: 'd' },
  suspend,
  resume,
  { kind: 'suspended', why: 'dead', source: 'population' },
  { kind: 'replaced', with: 'other' as MandateId },
];

function made(at: number, ...events: MandateEvent[]): Mandate {
  return events.reduce<Mandate>((mandate, event) => withEvent(mandate, day(at), event), begun(id, day(0), 1, drafted));
}
const kindOf = (work: () => unknown): string => {
  try {
    work();
    return 'done';
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return error.kind;
  }
};

describe('the state follows from what happened and the day', () => {
  const standing = [sign, registered];
  test.each<[MandateState, number, MandateEvent[]]>([
    ['awaiting-signatures', 1, []],
    ['awaiting-signatures', 49, [sign]],
    ['refused', 50, []],
    ['upcoming', 9, standing],
    ['active', 10, standing],
    ['active', 99, standing],
    ['expired', 100, standing],
    ['suspended', 20, [...standing, suspend]],
    ['suspended', 5, [...standing, suspend]],
    ['active', 20, [...standing, suspend, resume]],
    ['expired', 100, [...standing, suspend]],
    ['revoked', 20, [...standing, revoke]],
    ['revoked', 200, [...standing, revoke]],
    ['revoked', 20, [revoke]],
    ['active', 20, [...standing, { kind: 'declined', by: erik }]],
    ['declined', 20, [...standing, { kind: 'declined', by: erik }, { kind: 'declined', by: cilla }]],
    ['given-back', 20, [...standing, { kind: 'declined', by: erik }, { kind: 'given-back', by: cilla }]],
    ['refused', 20, [{ kind: 'refused', by: anna }]],
    ['replaced', 20, [...standing, { kind: 'replaced', with: 'other' as MandateId }]],
  ])('%s on day %i', (state, on, events) => {
    expect(stateAt(made(2, ...events), day(on))).toBe(state);
  });
});

describe('whoever does what is not theirs is refused', () => {
  const standing = made(2, sign, registered);
  test.each<[string, Mandate, MandateEvent]>([
    ['a holder revokes', standing, { kind: 'revoked', by: erik }],
    ['a stranger revokes', standing, { kind: 'revoked', by: stranger }],
    ['a grantor gives back', standing, { kind: 'given-back', by: anna }],
    ['a stranger gives back', standing, { kind: 'given-back', by: stranger }],
    ['a stranger accepts', standing, { kind: 'accepted', by: stranger, name: 'X' }],
    ['a holder accepts twice', made(2, sign, registered, everyEvent[6] as MandateEvent), everyEvent[6] as MandateEvent],
    [
      'a holder declines what they accepted',
      made(2, sign, registered, everyEvent[6] as MandateEvent),
      { kind: 'declined', by: erik },
    ],
    [
      'a holder comes back',
      made(2, sign, registered, { kind: 'given-back', by: erik }),
      { kind: 'accepted', by: erik, name: 'E' },
    ],
    ['a holder signs', made(2), { kind: 'signed', by: erik, onBehalfOf: anna, evidence: 's' }],
    [
      'somebody signs for another than they should',
      made(2),
      { kind: 'signed', by: anna, onBehalfOf: bert, evidence: 's' },
    ],
    ['a holder refuses', made(2), { kind: 'refused', by: erik }],
    ['it is registered unsigned', made(2), registered],
    ['no paper is seconded', made(2, sign), { kind: 'seconded', by: stranger }],
    ['it is replaced by itself', standing, { kind: 'replaced', with: id }],
    [
      'what rests is resumed for another reason',
      made(2, sign, registered, suspend),
      { ...resume, why: 'dead' } as MandateEvent,
    ],
  ])('%s', (_title, mandate, event) => {
    expect(kindOf(() => withEvent(mandate, day(20), event))).toBe('not-allowed');
  });
});

test('an official’s paper is a mandate first when a second one has seen it', () => {
  const paper: MandateEvent = { kind: 'paper-registered', by: bert, authority: 1 as AuthorityId, document: 'd', terms };
  const begun1 = begun(id, day(0), 1, paper as Extract<MandateEvent, { terms: Terms }>);
  expect(stateAt(begun1, day(20))).toBe('awaiting-signatures');
  expect(kindOf(() => withEvent(begun1, day(1), { kind: 'seconded', by: bert }))).toBe('not-allowed');
  const seconded = withEvent(begun1, day(1), { kind: 'seconded', by: cilla });
  expect(stateAt(withEvent(seconded, day(1), registered), day(20))).toBe('active');
});

test('several signers: it is registered when the last one has signed', () => {
  const signers = [anna, bert].map((party) => ({ party, onBehalfOf: 'firm' as PartyId }));
  const start = begun(id, day(0), 1, { ...drafted, terms: { ...terms, signers } });
  const one = withEvent(start, day(1), { kind: 'signed', by: bert, onBehalfOf: 'firm' as PartyId, evidence: 'b' });
  expect(kindOf(() => withEvent(one, day(1), registered))).toBe('not-allowed');
  const both = withEvent(one, day(2), { kind: 'signed', by: anna, onBehalfOf: 'firm' as PartyId, evidence: 'a' });
  expect(stateAt(withEvent(both, day(2), registered), day(20))).toBe('active');
});

const anySteps = fc.array(fc.tuple(fc.constantFrom(...everyEvent), fc.integer({ min: 0, max: 9 })), { maxLength: 25 });
const over: readonly MandateState[] = ['expired', 'revoked', 'given-back', 'declined', 'refused', 'replaced'];

describe('in all orders of events', () => {
  /** Every step that is let through, at its day. */
  function run(steps: readonly (readonly [MandateEvent, number])[]) {
    const stream: Happened[] = [{ seq: 1, at: day(0), event: drafted }];
    const states: MandateState[] = [];
    let mandate = begun(id, day(0), 1, drafted);
    let today = 0;
    for (const [event, days] of steps) {
      today += days;
      const before = stateAt(mandate, day(today));
      const outcome = kindOf(() => {
        mandate = withEvent(mandate, day(today), event);
      });
      expect(outcome === 'conflict').toBe(!isAllowed(before, event.kind));
      if (outcome === 'done') stream.push({ seq: mandate.seq, at: day(today), event });
      states.push(stateAt(mandate, day(today)));
    }
    return { mandate, stream, states, today };
  }

  test('what is kept is exactly what the stream says', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { mandate, stream } = run(steps);
        expect(mandateFrom(id, stream)).toEqual(mandate);
        expect(stream.map(({ seq }) => seq)).toEqual(stream.map((_one, index) => index + 1));
      }),
    );
  });

  test('what is over stays over', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { states } = run(steps);
        const end = states.findIndex((state) => over.includes(state));
        if (end >= 0) expect(new Set(states.slice(end)).size).toBe(1);
      }),
    );
  });

  test('it is active only when it has been signed and registered, and nothing has ended it', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { mandate, stream, today } = run(steps);
        if (stateAt(mandate, day(today)) !== 'active') return;
        const kinds = stream.map(({ event }) => event.kind);
        expect(kinds).toContain('signed');
        expect(kinds).toContain('registered');
        expect(kinds).not.toContain('revoked');
      }),
    );
  });
});
