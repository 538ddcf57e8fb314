import { beforeEach, describe, expect, test } from 'vitest';
import type { PartyId } from '../src/kernel/ids.ts';
import { permit } from '../src/kernel/scope.ts';
import { followState } from '../src/modules/mandates/follow-state.ts';
import { followSchedule } from '../src/modules/mandates/index.ts';
import { issueMandate } from '../src/modules/mandates/issue-mandate.ts';
import { stateAt } from '../src/modules/mandates/mandate.ts';
import { ownMandates, rightsOver } from '../src/modules/mandates/own-mandates.ts';
import { takeInSigning } from '../src/modules/mandates/take-in-signing.ts';
import { because, named, numbers, registerNames, registerWorld, secrets, start } from './register-world.ts';
import { testPerson } from './simulators.ts';

const world = registerWorld();
const { db, party, change, behave, session, list, file, partyOf } = world;
const elsa = () => partyOf(numbers.elsa);
const firm = () => partyOf(numbers.firm);

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
    const bo = await partyOf(numbers.bo);
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
    // The operator sees that it happened, not about whom.
    expect(
      await db.sql(`select question, fault from base_registers.asked where fault = 'disagreeing' limit 1`),
    ).toEqual([{ question: 'guardianships-of', fault: 'disagreeing' }]);
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
    await Promise.all(registerNames.map((name) => behave(name, 'down')));
    const { represented, rights, silent } = await list('fatima');
    expect([represented, rights]).toEqual([[], []]);
    expect(silent.map(({ source, heardAt }) => [source, heardAt]).sort()).toEqual([
      ['company', null],
      ['guardianship', null],
      ['population', null],
    ]);
    await Promise.all(registerNames.map((name) => behave(name, 'ok')));
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
      [{ country, number, name: 'Karin' }],
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
    await followSchedule(world.follow).run(worker([]));
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
    await Promise.all(registerNames.map((name) => behave(name, 'down')));
    await file('karin', party.maja as PartyId, 11);
    await job(7);
    expect(await state(7)).toEqual(['active']);
  });
});
