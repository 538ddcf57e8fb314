import { beforeAll, describe, expect, test } from 'vitest';
import { type AuthorityId, type MandateId, newId, type PartyId } from '../src/kernel/ids.ts';
import type { Scope } from '../src/kernel/scope.ts';
import { csvOf } from '../src/modules/mandates/export-mandates.ts';
import { inFull } from '../src/modules/mandates/in-full.ts';
import { everything, filterIn, queryOf } from '../src/modules/mandates/list-filter.ts';
import { begun, type MandateEvent, type Terms } from '../src/modules/mandates/mandate.ts';
import { withEvent } from '../src/modules/mandates/next-event.ts';
import { allMandates, ownMandates } from '../src/modules/mandates/own-mandates.ts';
import { insertEvent, insertMandate, insertParties } from '../src/modules/mandates/store.ts';
import { caseWorld, kokar, type Person, sottunga } from './case-world.ts';

const world = caseWorld();
const { anna, erik, siv, karin } = world;
const now = Temporal.Now.instant();
const day = (n: number) => now.add({ hours: 24 * n });

type Given = {
  readonly from?: Person;
  readonly to?: Person;
  readonly authority?: AuthorityId;
  readonly subject?: string;
  readonly days?: readonly [number, number];
  readonly events?: readonly MandateEvent[];
};

/** A mandate as its events say it, written as the worker writes. */
async function given({ from = anna, to = erik, ...rest }: Given): Promise<MandateId> {
  const {
    authority = sottunga,
    subject = 'Sottunga',
    days = [-1, 100],
    events = [{ kind: 'signed', by: from.party, onBehalfOf: from.party, evidence: newId() }, { kind: 'registered' }],
  } = rest;
  const terms: Terms = {
    grantors: [{ party: from.party, name: from.name }],
    holders: [{ party: to.party, name: to.name }],
    subject: { sv: subject, fi: subject, en: subject },
    ...{ reach: { kind: 'authority', authority }, level: 'active', mayPassOn: false },
    ...{ from: day(days[0]), until: day(days[1]), signBy: day(30), inOrder: false, requestedBy: null },
    ...{ signers: [{ party: from.party, onBehalfOf: from.party }], replaces: null, passedOn: null },
  };
  const id = newId<MandateId>();
  const drafted = { kind: 'drafted', by: from.party, terms } as const;
  const scope = world.worker([from.party, to.party]);
  await scope.write(async (tx) => {
    let mandate = begun(id, day(-2), 1, drafted);
    await insertMandate(tx, mandate, null);
    await insertEvent(tx, mandate, day(-2), drafted, []);
    for (const event of events) {
      mandate = withEvent(mandate, day(-2), event);
      await insertEvent(tx, mandate, day(-2), event, []);
    }
    await insertParties(tx, mandate, scope.now);
  });
  await world.db.sql(
    `update mandates.mandate set seq = $2, registered_at = $3, ended_how = $4, ended_at = $5, suspended_why = $6, suspended_at = $7
     where mandate_id = $1`,
    [
      ...[id, events.length + 1, events.some(({ kind }) => kind === 'registered') ? day(-2).toString() : null],
      ...(events.some(({ kind }) => kind === 'revoked') ? ['revoked', day(-2).toString()] : [null, null]),
      ...(events.some(({ kind }) => kind === 'suspended') ? ['dead', day(-2).toString()] : [null, null]),
    ],
  );
  return id;
}

const sign: MandateEvent = { kind: 'signed', by: anna.party, onBehalfOf: anna.party, evidence: 's' };
const registered: MandateEvent = { kind: 'registered' };
const scope = (): Scope => world.resident(anna);
const idsIn = async (query: Parameters<typeof filterIn>[0]) =>
  (await ownMandates(scope(), filterIn(query))).listed.map(({ mandate }) => mandate.id).sort();

describe('the filters', () => {
  const ids = {} as Record<
    'valid' | 'waiting' | 'late' | 'ended' | 'resting' | 'over' | 'received' | 'kokar' | 'coming',
    MandateId
  >;
  beforeAll(async () => {
    ids.valid = await given({});
    ids.waiting = await given({ events: [] });
    ids.late = await given({ events: [], days: [-10, -1] });
    ids.ended = await given({ events: [sign, registered, { kind: 'revoked', by: anna.party }] });
    ids.resting = await given({ events: [sign, registered, { kind: 'suspended', why: 'dead', source: 'population' }] });
    ids.over = await given({ days: [-20, -1], events: [] });
    await world.db.sql(`update mandates.mandate set registered_at = valid_from where mandate_id = $1`, [ids.over]);
    ids.coming = await given({ days: [10, 100] });
    ids.kokar = await given({ authority: kokar, subject: 'Barnomsorg i Kökar', to: karin });
    ids.received = await given({ from: siv, to: anna });
  });

  test.each([
    [{ visa: 'fatts' }, ['received']],
    [{ lage: 'vantar' }, ['waiting']],
    [{ lage: 'vilar' }, ['resting']],
    [{ lage: 'kommande' }, ['coming']],
    [{ lage: 'slut' }, ['late', 'ended', 'over']],
    [{ lage: 'galler', visa: 'getts' }, ['valid', 'kokar']],
    [{ myndighet: String(kokar) }, ['kokar']],
    [{ person: karin.party as string }, ['kokar']],
    [{ sok: 'BARNOMSORG' }, ['kokar']],
    [{ sok: 'siv hem' }, ['received']],
    [{ sok: "%' or true --" }, []],
    [{ sok: 'berg', lage: 'vilar' }, ['resting']],
  ] as const)('%j', async (query, wanted) => {
    expect(await idsIn(query)).toEqual(wanted.map((one) => ids[one]).sort());
  });

  test('what is no filter is none, and what is one stands in the address', () => {
    expect(filterIn({ visa: 'x', lage: '', myndighet: '1e3', person: 'nobody' })).toEqual(everything);
    const filter = filterIn({ visa: 'getts', sok: ' Erik ' });
    expect(queryOf(filter)).toBe('?visa=getts&sok=erik');
    expect(queryOf(filter, { fore: 'x' })).toBe('?visa=getts&sok=erik&fore=x');
  });

  test('the choices are whom and what the mandates name', async () => {
    const { named } = await ownMandates(scope());
    expect([...(named?.authorities ?? [])].sort()).toEqual([kokar, sottunga].sort());
    expect(named?.persons.map(({ name }) => name).sort()).toEqual(['Erik Berg', 'Karin Holm', 'Siv Hemlig']);
    expect((await ownMandates(world.resident({ party: newId<PartyId>(), name: 'x' }))).named).toBeNull();
  });
});

describe('many', () => {
  const many: Person = { party: newId<PartyId>(), name: 'Många AB' };
  beforeAll(async () => {
    for (let n = 0; n < 60; n++) await given({ from: many, subject: n === 7 ? '=HYPERLINK("x")' : `nr ${n}` });
  });

  test('come page by page, each once, and all at once to keep', async () => {
    const found: string[] = [];
    let before: string | undefined;
    let pages = 0;
    do {
      const page = await ownMandates(world.resident(many), everything, before);
      expect(page.listed.length).toBeLessThanOrEqual(25);
      found.push(...page.listed.map(({ mandate }) => mandate.id));
      before = page.next ?? undefined;
      pages++;
    } while (before !== undefined);
    expect(pages).toBe(3);
    expect(new Set(found).size).toBe(60);
    expect((await ownMandates(world.resident(many), everything, 'nonsense')).listed[0]?.mandate.id).toBe(found[0]);
    const all = await allMandates(world.resident(many), everything);
    expect(all.listed.map(({ mandate }) => mandate.id)).toEqual(found);
    expect(all.more).toBe(false);
  });

  test('a table holds nothing that a spreadsheet would reckon with', async () => {
    const { listed, more } = await allMandates(world.resident(many), filterIn({ sok: 'hyperlink' }));
    const mandates = listed.map((one) => inFull(one, now, 'sv', new Map()));
    const rights = [{ direction: 'over', name: '+46', words: 'God man' }] as const;
    const csv = csvOf({ mandates, more, rights, elsewhere: [], unasked: [] }, 'sv');
    const lines = csv.split('\r\n');
    expect(lines[1]).toContain(`"'=HYPERLINK(""x"")"`);
    expect(lines[1]).toContain('Du har gett;Många AB;Erik Berg;');
    expect(lines[2]).toContain("Företräder dig;'+46;;God man");
    expect(mandates[0]?.mayNot).toContain('Ge fullmakten vidare till någon annan.');
  });
});
