import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { companyRegister, guardianshipRegister, populationRegister } from '../src/connectors/registers-http/index.ts';
import type { PartyId } from '../src/kernel/ids.ts';
import { type Permit, permit, type Scope } from '../src/kernel/scope.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import { makeRegisters, type RegisterPorts } from '../src/modules/base-registers/index.ts';
import { ensureParty } from '../src/modules/identity/index.ts';
import { type FollowParts, mayActBy } from '../src/modules/mandates/index.ts';
import { type Representing, representedBy } from '../src/modules/mandates/represented.ts';
import { database, type TestDatabase } from './database.ts';
import { type Simulator, startSimulator, testPerson } from './simulators.ts';

export const registerNames = ['population', 'company', 'guardianship'] as const;
export type RegisterName = (typeof registerNames)[number];

/** Persons that are in none of the world's sessions. */
export const numbers = { elsa: '190922A936C', emil: '040519A911W', firm: '4020001006', bo: '194508179878' } as const;

export const secrets = makeSecrets(exampleDataKey);
/** Minutes of a session are counted from here. */
export const start = Temporal.Instant.fromEpochMilliseconds(Date.now());

export type RegisterWorld = {
  readonly db: TestDatabase;
  /** Of those who can sign in. Read inside tests. */
  readonly party: Readonly<Record<string, PartyId>>;
  readonly follow: FollowParts;
  change(name: RegisterName, number: string, set: object): Promise<unknown>;
  behave(name: RegisterName, mode: string): Promise<unknown>;
  /** How many questions a register has been asked. */
  asked(name: RegisterName): Promise<number>;
  /** The scope of somebody's session, some minutes after the beginning. */
  session(sub: string, minutes?: number, principal?: PartyId): Scope;
  list(sub: string, minutes?: number): Promise<Representing>;
  file(sub: string, principal: PartyId, minutes?: number): Promise<Permit>;
  partyOf(number: string): Promise<PartyId>;
};

export const named = ({ represented }: Representing) => represented.map(({ name }) => name);
export const because = (text: string) => ({ explanation: { what: { sv: expect.stringContaining(text) } } });

/** Use cases that ask the real registers, each a process of its own, as they were before every test. */
export function registerWorld(): RegisterWorld {
  const slow = new Set<RegisterName>();
  const simulators = {} as Record<RegisterName, Simulator<'population-register'>>;
  const party: Record<string, PartyId> = {};
  let follow: FollowParts | undefined;
  let mayAct: ReturnType<typeof mayActBy>;
  const db = database((scope, question) => mayAct(scope, question));

  const post = (name: RegisterName, path: string, body: object) =>
    fetch(simulators[name].url + path, { method: 'POST', body: JSON.stringify(body) });

  beforeAll(async () => {
    await Promise.all(
      registerNames.map(async (name) => {
        simulators[name] = await startSimulator(`${name}-register`);
      }),
    );
    // As patient as a busy machine needs, but with the one that is made slow.
    const urlOf = (name: RegisterName) => simulators[name].url;
    const [quick, patient] = [undefined, 60_000].map((patience) => ({
      population: populationRegister(urlOf('population'), patience),
      company: companyRegister(urlOf('company'), patience),
      guardianship: guardianshipRegister(urlOf('guardianship'), patience),
    })) as [RegisterPorts, RegisterPorts];
    const of = (name: RegisterName) => (slow.has(name) ? quick : patient);
    const ports: RegisterPorts = {
      population: { person: (number) => of('population').population.person(number) },
      company: {
        organisation: (number) => of('company').company.organisation(number),
        organisationsOf: (number) => of('company').company.organisationsOf(number),
      },
      guardianship: { guardianshipsOf: (number) => of('guardianship').guardianship.guardianshipsOf(number) },
    };
    follow = { registers: makeRegisters({ secrets, ports }), elsewhere: [], secrets };
    mayAct = mayActBy('high', follow);
    const nobody = db.scopes({
      ...{ actor: { kind: 'anonymous' }, room: 'resident', fence: { authorities: [], parties: [] } },
    });
    for (const sub of ['anna', 'erik', 'siv', 'lars', 'karin', 'maja', 'aino', 'fatima', 'noor']) {
      party[sub] = await ensureParty(nobody, secrets, testPerson(sub));
    }
  });
  afterAll(() => Promise.all(registerNames.map((name) => simulators[name].stop())));
  beforeEach(async () => {
    slow.clear();
    await Promise.all(registerNames.map((name) => post(name, '/reset', {})));
    await db.sql(
      `truncate base_registers.copy, base_registers.asked, mandates.register_right, mandates.register_heard,
         mandates.party_state`,
    );
  });

  const world: RegisterWorld = {
    ...{ db, party },
    get follow() {
      if (!follow) throw new Error('the registers are there when the tests run');
      return follow;
    },
    change: (name, number, set) => post(name, '/change', { number, set }),
    behave(name, mode) {
      if (mode === 'slow') slow.add(name);
      return post(name, '/control', { mode, delayMs: 60_000 });
    },
    async asked(name) {
      const { questions } = (await (await fetch(`${simulators[name].url}/control`)).json()) as { questions: number };
      return questions;
    },
    session(sub, minutes = 0, principal = party[sub] as PartyId) {
      const actor = {
        party: party[sub] as PartyId,
        name: testPerson(sub).name,
        assurance: 'high',
        session: 's',
      } as const;
      return db.scopes({
        ...{ actor: { kind: 'person', ...actor }, principal, room: 'resident' },
        ...{ fence: { authorities: [], parties: [principal] }, now: start.add({ minutes }) },
      });
    },
    list: (sub, minutes = 0) => representedBy(world.session(sub, minutes), world.follow),
    file: (sub, principal, minutes = 0) =>
      permit(world.session(sub, minutes, principal), 'service.file', { assurance: 'substantial' }),
    async partyOf(number) {
      const country = /^\d+$/.test(number) ? 'SE' : 'FI';
      const [index] = secrets.indexes(`${country}:${number}`, 'identity.number');
      const [row] = await db.sql<{ party: PartyId }>(
        'select party_id as party from identity.number_index where index = $1',
        [index],
      );
      if (!row) throw new Error('nobody has the number');
      return row.party;
    },
  };
  return world;
}
