import { expect, test } from 'vitest';
import type { MandateId, PartyId } from '../../kernel/ids.ts';
import type { PersonStateKind } from './facts.ts';
import { begun, type Mandate, type MandateEvent, type Terms } from './mandate.ts';
import { withEvent } from './next-event.ts';
import { eventsBy } from './state-events.ts';

const [anna, bert, erik, cilla] = ['anna', 'bert', 'erik', 'cilla'] as [PartyId, PartyId, PartyId, PartyId];
const day = (n: number) => Temporal.Instant.from('2026-01-01T00:00:00Z').add({ hours: 24 * n });
const named = (party: PartyId) => ({ party, name: party });

/** A mandate that stands, after these events. */
function mandate(grantors: PartyId[], holders: PartyId[], events: MandateEvent[] = [{ kind: 'registered' }]): Mandate {
  const terms: Terms = {
    ...{ grantors: grantors.map(named), holders: holders.map(named), reach: { kind: 'everything' }, level: 'active' },
    ...{ subject: { sv: 'allt', fi: 'kaikki', en: 'all' }, mayPassOn: false, from: day(0), until: day(100) },
    ...{ signers: [], signBy: day(50), replaces: null, passedOn: null, inOrder: false, requestedBy: null },
  };
  const drafted = begun('m' as MandateId, day(0), 1, { kind: 'drafted', by: anna, terms });
  return events.reduce((before, event) => withEvent(before, day(1), event), drafted);
}

const sources = { dead: 'population', dissolved: 'company', bankrupt: 'company', 'under-forvaltare': 'guardianship' };
const said = (...kinds: PersonStateKind[]) => kinds.map((kind) => ({ kind, source: sources[kind] }));
const events = (of: Mandate, party: PartyId, ...kinds: PersonStateKind[]) =>
  eventsBy(said(...kinds), of, party, day(2)).map((event) => ('why' in event ? `${event.kind} ${event.why}` : ''));
const suspended: MandateEvent[] = [
  { kind: 'registered' },
  { kind: 'suspended', why: 'under-forvaltare', source: 'guardianship' },
];

test.each<[string, Mandate, PartyId, PersonStateKind[], string[]]>([
  ['of one who lives, by nothing', mandate([anna], [erik]), anna, [], []],
  ['whose only grantor has died', mandate([anna], [erik]), anna, ['dead'], ['fallen dead']],
  ['that waits for a signature of the dead', mandate([anna], [erik], []), anna, ['dead'], ['fallen dead']],
  ['whose grantor is dissolved', mandate([anna], [erik]), anna, ['dissolved'], ['fallen dissolved']],
  ['that another still gives', mandate([anna, bert], [erik]), anna, ['dead'], []],
  ['whose only holder has died', mandate([anna], [erik]), erik, ['dead'], ['fallen dead']],
  ['that another still holds', mandate([anna], [erik, cilla]), erik, ['dead'], []],
  [
    'whose grantor has a förvaltare',
    mandate([anna], [erik]),
    anna,
    ['under-forvaltare'],
    ['suspended under-forvaltare'],
  ],
  ['whose grantor is bankrupt', mandate([anna], [erik]), anna, ['bankrupt'], ['suspended bankrupt']],
  ['that is suspended for that already', mandate([anna], [erik], suspended), anna, ['under-forvaltare'], []],
  ['whose grantor’s förvaltare has left', mandate([anna], [erik], suspended), anna, [], ['resumed under-forvaltare']],
  ['that is suspended, of one who dies', mandate([anna], [erik], suspended), anna, ['dead'], ['fallen dead']],
  ['whose holder has a förvaltare', mandate([anna], [erik]), erik, ['under-forvaltare'], []],
  ['that is not signed, of one with a förvaltare', mandate([anna], [erik], []), anna, ['under-forvaltare'], []],
  [
    'that is revoked already',
    mandate([anna], [erik], [{ kind: 'registered' }, { kind: 'revoked', by: anna }]),
    anna,
    ['dead'],
    [],
  ],
])('a mandate %s', (_title, of, party, states, expected) => {
  expect(events(of, party, ...states)).toEqual(expected);
});

test('what has followed does not follow again', () => {
  for (const kinds of [said('dead'), said('under-forvaltare'), said('bankrupt', 'under-forvaltare')]) {
    const before = mandate([anna], [erik]);
    const after = eventsBy(kinds, before, anna, day(2)).reduce((one, event) => withEvent(one, day(2), event), before);
    expect(eventsBy(kinds, after, anna, day(3))).toEqual([]);
  }
});
