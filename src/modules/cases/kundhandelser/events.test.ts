import { expect, test } from 'vitest';
import { type AuthorityId, newId, type PartyId } from '../../../kernel/ids.ts';
import type { CaseAct, CaseAction } from '../action.ts';
import { type CaseOfEvents, eventsOf, filtered, swedishTime, treated } from './events.ts';
import type { Kundhandelse } from './question.ts';

const party = newId<PartyId>();

test.each([
  ['2026-10-25T00:30:00Z', '2026-10-25T02:30:00.000+02:00'],
  ['2026-10-25T01:30:00Z', '2026-10-25T02:30:00.000+01:00'],
  ['2026-03-29T00:59:59Z', '2026-03-29T01:59:59.000+01:00'],
  ['2026-03-29T01:00:00Z', '2026-03-29T03:00:00.000+02:00'],
])('%s is %s on Swedish clocks', (at, written) => {
  expect(swedishTime(Temporal.Instant.from(at))).toBe(written);
});

function acted(seq: number, at: string, act: CaseAct): CaseAction {
  const by = { kind: 'person', party } as const;
  return { seq, at: Temporal.Instant.from(at), by, basis: [], transaction: newId(), to: [party], act };
}
const one: CaseOfEvents = {
  authority: { id: 2480766 as AuthorityId, name: 'Sottunga', slug: 'vårdö-kommun' },
  ...{ case: newId(), diaryNumber: 'SOT 2026-0001', service: 'se.sundsvall/forslag', title: 'Förslag', language: 'sv' },
  actions: [
    acted(1, '2026-10-25T00:30:00Z', { kind: 'filed', dueOn: '2026-12-01' }),
    { ...acted(2, '2026-10-25T00:40:00Z', { kind: 'noted', text: 'hemligt' }), to: [] },
    acted(3, '2026-10-25T01:10:00Z', {
      kind: 'question-asked',
      text: 'Var?',
      askedOn: '2026-10-25',
      answerBy: '2026-11-01',
    }),
  ],
};
const events = eventsOf(one, party);

test('each act that the party may see is an event, with whose move it was after it', () => {
  expect(events).toMatchObject([
    {
      kundhandelseTyp: 'VARDOKOMMUN.FORSLAG.INKOMMEN',
      producentarendetKraverKundatgard: false,
      producentarendetKlart: false,
    },
    { producentarendetKraverKundatgard: true, utokadInformation: { senastDatum: '2026-11-01' } },
  ]);
  expect(JSON.stringify(events)).not.toContain('hemligt');
  expect(eventsOf(one, newId<PartyId>())).toEqual([]);
});

test('a type is asked for by its beginning, a whole word at a time; days are Swedish and inclusive', () => {
  const ask = (fraga: object) => filtered(events, { parter: [], ...fraga }).length;
  expect(ask({ kundhandelseTyper: ['VARDOKOMMUN.FORSLAG'] })).toBe(2);
  expect(ask({ kundhandelseTyper: ['VARDOKOMMUN.FORS'] })).toBe(0);
  expect(ask({ startDatum: '2026-10-25', slutDatum: '2026-10-25' })).toBe(2);
  expect(ask({ slutDatum: '2026-10-24' })).toBe(0);
  expect(ask({ taggar: ['x'] })).toBe(0);
});

test('times sort by the instant, also in the hour that comes twice; pages come after', () => {
  const behandling = { sortering: [{ attribut: 'TIDPUNKT', stigande: true }] } as const;
  const clock = (list: readonly Kundhandelse[]) => list.map(({ tidpunkt }) => tidpunkt.slice(11, 16));
  expect(clock(treated([...events].reverse(), { sortering: [...behandling.sortering] }))).toEqual(['02:30', '02:10']);
  const paged = { sortering: [...behandling.sortering], paginering: { offset: 1, limit: 1 } };
  expect(clock(treated(events, paged))).toEqual(['02:10']);
});
