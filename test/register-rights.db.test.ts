import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { companyRegister, guardianshipRegister, populationRegister } from '../src/connectors/registers-http/index.ts';
import type { PartyId } from '../src/kernel/ids.ts';
import { permit, type Scope } from '../src/kernel/scope.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import { makeRegisters } from '../src/modules/base-registers/index.ts';
import { ensureParty } from '../src/modules/identity/index.ts';
import { followState } from '../src/modules/mandates/follow-state.ts';
import { type FollowParts, followSchedule, mayActBy } from '../src/modules/mandates/index.ts';
import { issueMandate } from '../src/modules/mandates/issue-mandate.ts';
import { stateAt } from '../src/modules/mandates/mandate.ts';
import { ownMandates, rightsOver } from '../src/modules/mandates/own-mandates.ts';
import { type Representing, representedBy } from '../src/modules/mandates/represented.ts';
import { takeInSigning } from '../src/modules/mandates/take-in-signing.ts';
import { database } from './database.ts';
import { type Simulator, startSimulator, testPerson } from './simulators.ts';

const secrets = makeSecrets(exampleDataKey);
const names = ['population', 'company', 'guardianship'] as const;
type Name = (typeof names)[number];
const simulators = {} as Record<Name, Simulator<'population-register'>>;
let follow: FollowParts;
let mayAct: ReturnType<typeof mayActBy>;
const db = database((scope, question) => mayAct(scope, question));
const start = Temporal.Instant.fromEpochMilliseconds(Date.now());
const numbers = { elsa: '190922A936C', emil: '040519A911W', firm: '4020001006', bo: '194508179878' };
const party: Record<string, PartyId> = {};

function post(name: Name, path: string, body: object): Promise<unknown> {
  return fetch(simulators[name].url + path, { method: 'POST', body: JSON.stringify(body) });
}
const change = (name: Name, number: string, set: object) => post(name, '/change', { number, set });
const behave = (name: Name, mode: string) => post(name, '/control', { mode, delayMs: 3_000 });
const asked = async (name: Name) =>
  ((await (await fetch(`${simulators[name].url}/control`)).json()) as { questions: number }).questions;

/** The scope of somebody's session, some minutes after the beginning. */
function session(sub: string, minutes = 0, principal = party[sub] as PartyId): Scope {
  return db.scopes({
    actor: {
      kind: 'person',
      party: party[sub] as PartyId,
      name: testPerson(sub).name,
      assurance: 'high',
      session: 's',
    },
    ...{ principal, room: 'resident', fence: { authorities: [], parties: [principal] } },
    now: start.add({ minutes }),
  });
}
const list = (sub: string, minutes = 0) => representedBy(session(sub, minutes), follow);
const named = ({ represented }: Representing) => represented.map(({ name }) => name);
const file = (sub: string, principal: PartyId, minutes = 0) =>
  permit(session(sub, minutes, principal), 'service.file', { assurance: 'substantial' });

async function partyOf(number: string, country: 'SE' | 'FI'): Promise<PartyId> {
  const [index] = secrets.indexes(`${country}:${number}`, 'identity.number');
  const [row] = await db.sql<{ party: PartyId }>(
    'select party_id as party from identity.number_index where index = $1',
    [index],
  );
  if (!row) throw new Error('nobody has the number');
  return row.party;
}
const elsa = () => partyOf(numbers.elsa, 'FI');
const firm = () => partyOf(numbers.firm, 'SE');
const because = (text: string) => ({ explanation: { what: { sv: expect.stringContaining(text) } } });

beforeAll(async () => {
  await Promise.all(names.map(async (name) => (simulators[name] = await startSimulator(`${name}-register`))));
  const ports = {
    population: populationRegister(simulators.population.url),
    company: companyRegister(simulators.company.url),
    guardianship: guardianshipRegister(simulators.guardianship.url),
  };
  follow = { registers: makeRegisters({ secrets, ports }), secrets };
  mayAct = mayActBy('high', follow);
  const nobody = db.scopes({ actor: { kind: 'anonymous' }, room: 'resident', fence: { authorities: [], parties: [] } });
  for (const sub of ['anna', 'erik', 'siv', 'lars', 'karin', 'maja', 'aino', 'fatima', 'noor']) {
    party[sub] = await ensureParty(nobody, secrets, testPerson(sub));
  }
}, 60_000);
afterAll(() => Promise.all(names.map((name) => simulators[name].stop())));
beforeEach(async () => {
  await Promise.all(names.map((name) => post(name, '/reset', {})));
  await db.sql('truncate base_registers.copy, mandates.register_right, mandates.register_heard, mandates.party_state');
});

describe('whom a register lets somebody act for', () => {
  test('a guardian acts for each child, with the register as the basis; both read who asked', async () => {
    expect(named(await list('anna'))).toEqual(['Elsa Sjöblom', 'Emil Sjöblom']);
    const { basis } = await file('anna', await elsa());
    expect(basis).toEqual([
      expect.objectContaining({
        kind: 'guardian',
        source: 'population',
        checkedAt: start.toString({ smallestUnit: 'millisecond' }),
      }),
    ]);
    expect(basis[0]?.evidence).toMatch(/^population:[0-9a-f]{64}$/);
    const [line] = await db.sql<{ actor_name: string }>(
      `select actor_name from kernel.audit_line where party_id = $1 and purpose = 'mandates.purpose.represents'`,
      [await elsa()],
    );
    expect(line?.actor_name).toBe('Anna Sjöblom');
  });

  test('one of two who sign jointly is told with whom, and may nothing alone', async () => {
    const { rights } = await list('anna');
    const joint = rights.find(({ right }) => right.kind === 'signatory');
    expect(joint?.right).toMatchObject({ name: 'Sottunga Provturism Ab', together: ['Maja Öhman', 'Johan Berg'] });
    expect(joint?.answer).toMatchObject({ decision: 'no', ...because('tillsammans med andra') });
    await expect(file('anna', joint?.right.principal as PartyId)).rejects.toMatchObject({ kind: 'not-allowed' });
  });

  test('a signatory alone and a förvaltare act; a god man for property alone does not', async () => {
    expect(named(await list('erik'))).toEqual(['Bo Lundmark', 'Lindqvist Provsnickeri AB']);
    expect((await file('erik', await firm())).basis).toMatchObject([{ kind: 'signatory', source: 'company' }]);
    const bo = await partyOf(numbers.bo, 'SE');
    expect((await file('erik', bo)).basis).toMatchObject([{ kind: 'forvaltare', source: 'guardianship' }]);
    await expect(permit(session('erik', 0, bo), 'mandate.issue', {})).rejects.toMatchObject({ kind: 'not-allowed' });

    const { represented, rights } = await list('aino');
    expect(represented).toEqual([]);
    expect(rights.find(({ right }) => right.kind === 'god-man')?.answer).toMatchObject(because('omfattar inte'));
  });

  test('the one who is represented reads by whom', async () => {
    await list('erik');
    const [row] = await db.sql<{ party: PartyId }>(
      'select principal as party from mandates.register_right where kind = $1',
      ['forvaltare'],
    );
    const bo = db.scopes({
      actor: { kind: 'person', party: row?.party as PartyId, name: 'Bo', assurance: 'high', session: 's' },
      ...{
        principal: row?.party as PartyId,
        room: 'resident',
        fence: { authorities: [], parties: [row?.party as PartyId] },
      },
    });
    expect(await rightsOver(bo)).toContainEqual(
      expect.objectContaining({ kind: 'forvaltare', holderName: 'Erik Lindqvist', duties: ['property', 'rights'] }),
    );
  });

  test('of a protected child’s guardians only the one who is protected too may act', async () => {
    const { represented } = await list('siv');
    expect(represented.some(({ by }) => by[0]?.kind === 'guardian')).toBe(true);
    const { rights } = await list('lars');
    const custody = rights.find(({ right }) => right.kind === 'guardian');
    expect(custody?.right.name).toBeNull();
    expect(custody?.answer).toMatchObject({ decision: 'no', ...because('Barnets uppgifter är skyddade') });
    const [child] = await db.sql<{ name: string; is_protected: boolean }>(
      'select name, is_protected from identity.party where party_id = $1',
      [custody?.right.principal],
    );
    expect(child).toEqual({ name: '', is_protected: true });
  });

  test('a stranger is refused, and no register is asked about anybody', async () => {
    await list('anna');
    const before = await asked('population');
    await expect(file('karin', await elsa(), 11)).rejects.toMatchObject({
      kind: 'not-allowed',
      ...because('ingen fullmakt'),
    });
    expect(await asked('population')).toBe(before);
  });
});

describe('an open session, when the register has changed', () => {
  test('of who is no guardian any more', async () => {
    await list('anna');
    await file('anna', await elsa());
    await change('population', numbers.elsa, { guardians: ['090386-915X'] });
    await expect(file('anna', await elsa(), 11)).rejects.toMatchObject({ kind: 'not-allowed' });
    expect(named(await list('anna', 12))).toEqual(['Emil Sjöblom']);
  });

  test('of the guardian of who has come of age', async () => {
    await list('anna');
    const birthDate = start.toZonedDateTimeISO('Europe/Mariehamn').toPlainDate().subtract({ years: 18 }).toString();
    await change('population', numbers.elsa, { birthDate });
    await expect(file('anna', await elsa(), 11)).rejects.toMatchObject({
      kind: 'not-allowed',
      ...because('företräda personen upphört'),
    });
  });

  test('of a signatory who has left, and of one who must sign with another now', async () => {
    await list('erik');
    const noor = testPerson('noor').number;
    await change('company', numbers.firm, {
      signingRule: [{ everyoneOf: [testPerson('erik').number, noor] }],
      signatories: [
        { number: testPerson('erik').number, role: 'board-member' },
        { number: noor, role: 'board-member' },
      ],
    });
    await expect(file('erik', await firm(), 11)).rejects.toMatchObject(because('tillsammans med andra'));
    await change('company', numbers.firm, {
      signatories: [{ number: noor, role: 'board-member' }],
      signingRule: [{ everyoneOf: [noor] }],
    });
    await expect(file('erik', await firm(), 22)).rejects.toMatchObject({ kind: 'not-allowed' });
    expect(named(await list('erik', 23))).toEqual(['Bo Lundmark']);
  });

  test.each([
    ['dissolved', { status: 'dissolved', dissolvedOn: '2026-01-31' }, 'upplöst'],
    ['bankrupt', { status: 'bankruptcy' }, 'i konkurs'],
  ])('of a signatory of what is %s', async (_status, set, text) => {
    await list('erik');
    await change('company', numbers.firm, set);
    await expect(file('erik', await firm(), 11)).rejects.toMatchObject({ kind: 'not-allowed', ...because(text) });
  });

  test('of a förvaltare whose appointment has ended, and of the guardian of a child who has died', async () => {
    await list('erik');
    await change('guardianship', numbers.bo, { to: '2026-01-31' });
    const bo = await partyOf(numbers.bo, 'SE');
    await expect(file('erik', bo, 11)).rejects.toMatchObject({
      kind: 'not-allowed',
      ...because('företräda personen upphört'),
    });
    await list('anna');
    await change('population', numbers.elsa, { diedOn: '2026-01-31' });
    await expect(file('anna', await elsa(), 11)).rejects.toMatchObject(because('Personen har avlidit'));
  });

  test('of whoever is dead themselves', async () => {
    await list('anna');
    await change('population', testPerson('anna').number, { diedOn: '2026-01-31' });
    await list('anna', 11);
    await expect(file('anna', await elsa(), 12)).rejects.toMatchObject(because('tillhör avlidit'));
  });
});

describe('registers that are not to be trusted', () => {
  test('when two say different things about a child, neither representative acts', async () => {
    await list('anna');
    await change('guardianship', numbers.elsa, {
      ...{ kind: 'god-man', guardian: testPerson('karin').number, scope: ['rights'], from: '2026-01-01', to: null },
    });
    await expect(file('anna', await elsa(), 11)).rejects.toMatchObject(because('Två register säger olika'));
    const { rights } = await list('karin', 12);
    expect(rights.map(({ answer }) => answer)).toMatchObject([{ decision: 'no', ...because('Två register') }]);
  });

  test.each(['down', 'slow', 'wrong', 'contradictory', 'another', 'unknown-type', 'too-large'])(
    'one that is %s: what was heard stands for an hour, then nobody knows; it is no "no"',
    async (mode) => {
      await list('anna');
      const child = await elsa();
      await behave('population', mode);
      await expect(file('anna', child, 11)).resolves.toBeDefined();
      await expect(file('anna', child, 61)).rejects.toMatchObject({
        kind: 'unavailable',
        details: { sources: ['population'] },
      });
      const { represented, rights, silent } = await list('anna', 62);
      expect(represented).toEqual([]);
      expect(silent).toEqual([{ source: 'population', heardAt: start.epochMilliseconds }]);
      expect(rights.filter(({ right }) => right.kind === 'guardian').map(({ answer }) => answer.decision)).toEqual([
        'unknown',
        'unknown',
      ]);
    },
  );

  test('when none answers the first time, an empty list says that nobody could be asked', async () => {
    await Promise.all(names.map((name) => behave(name, 'down')));
    const { represented, rights, silent } = await list('fatima');
    expect([represented, rights]).toEqual([[], []]);
    expect(silent.map(({ source, heardAt }) => [source, heardAt]).sort()).toEqual([
      ['company', null],
      ['guardianship', null],
      ['population', null],
    ]);
    await Promise.all(names.map((name) => behave(name, 'ok')));
    expect(named(await list('fatima', 2))).toEqual(['Amina Hassan']);
  });
});

describe('a mandate', () => {
  const today = start.toZonedDateTimeISO('Europe/Stockholm').toPlainDate();

  /** Maja lets Karin act for her, in everything. */
  async function given(): Promise<void> {
    const { country, number } = testPerson('karin');
    const { mandate } = await issueMandate(
      session('maja'),
      { secrets, testPersons: true },
      {
        ...{ reach: { kind: 'everything' }, subject: { sv: 'allt', fi: 'kaikki', en: 'everything' }, level: 'active' },
        ...{ mayPassOn: false, from: today, to: today.add({ months: 1 }) },
      },
      { country, number, name: 'Karin' },
    );
    await db.sql(
      `insert into signing.event (signing_id, seq, kind, at, by_party, parties, body)
       select signing_id, 2, 'signed', now(), $2, array[$2::uuid], '{"place": 1}' from mandates.mandate where mandate_id = $1`,
      [mandate, party.maja],
    );
    await takeInSigning(session('maja'), mandate);
  }

  /** The clock's job, then what follows of the events that it has published. */
  async function job(hours: number): Promise<void> {
    const worker = (parties: PartyId[]) =>
      db.scopes({
        ...{ actor: { kind: 'system', name: 'test' }, room: 'worker', fence: { authorities: [], parties } },
        now: start.add({ hours }),
      });
    await followSchedule(follow).run(worker([]));
    const events = await db.sql<{ body: { parties: PartyId[] } }>(
      `delete from kernel.outbox where kind = 'mandates.party-state-changed' returning body`,
    );
    for (const { body } of events) {
      await followState(worker(body.parties), { kind: 'mandates.party-state-changed', authorities: [], ...body });
    }
  }
  const state = async (hours: number) => {
    const { listed } = await ownMandates(session('maja', hours * 60));
    return listed.map(({ mandate }) => stateAt(mandate, start.add({ hours })));
  };
  const maja = () => testPerson('maja').number;
  const appointed = { kind: 'forvaltare', guardian: testPerson('noor').number, scope: ['rights'], from: '2026-01-01' };

  beforeEach(async () => {
    await db.sql('truncate mandates.mandate, mandates.event, mandates.mandate_party, kernel.outbox cascade');
    await given();
  });

  test('rests while its grantor has a förvaltare, in an open session too, and stands again after', async () => {
    await file('karin', party.maja as PartyId);
    await change('guardianship', maja(), { ...appointed, to: null });
    await expect(file('karin', party.maja as PartyId, 11)).rejects.toMatchObject(because('vilande'));
    await job(7);
    expect(await state(7)).toEqual(['suspended']);
    await change('guardianship', maja(), { to: '2026-01-31' });
    await job(14);
    expect(await state(14)).toEqual(['active']);
    await file('karin', party.maja as PartyId, 14 * 60);
  });

  test('ends when its grantor has died, and no correction brings it back', async () => {
    await change('population', maja(), { diedOn: '2026-01-31' });
    await job(7);
    expect(await state(7)).toEqual(['fallen']);
    await expect(file('karin', party.maja as PartyId, 7 * 60)).rejects.toMatchObject(because('Personen har avlidit'));
    await change('population', maja(), { diedOn: null });
    await job(14);
    expect(await state(14)).toEqual(['fallen']);
    await expect(file('karin', party.maja as PartyId, 14 * 60)).rejects.toMatchObject(
      because('Fullmakten har upphört'),
    );
  });

  test('stands while the registers are silent: what was heard before is what is known', async () => {
    await Promise.all(names.map((name) => behave(name, 'down')));
    await file('karin', party.maja as PartyId, 11);
    await job(7);
    expect(await state(7)).toEqual(['active']);
  });
});
