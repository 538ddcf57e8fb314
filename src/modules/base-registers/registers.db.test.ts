import { beforeEach, describe, expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import { testPerson } from '../../../test/simulators.ts';
import { containsIdentityNumber } from '../../kernel/identifiers/redact.ts';
import { derivedId, type PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import { generateDataKey, makeSecrets } from '../../kernel/secrets.ts';
import type { SourceAnswer } from '../../kernel/source-answer.ts';
import type { Guardianship } from './guardianship.ts';
import { notConnected, type RegisterPorts } from './ports.ts';
import { eraseCopiesSchedule, type PersonRefreshed, refreshSchedule } from './refresh.ts';
import type { RegisteredOrganisation } from './registered-organisation.ts';
import type { RegisteredPerson } from './registered-person.ts';
import { type Look, makeRegisters } from './registers.ts';
import { loadStates } from './store.ts';

const db = database();
const oldKey = generateDataKey();
const secrets = makeSecrets(oldKey);
const anna = derivedId<PartyId>('anna');
const karin = derivedId<PartyId>('karin');
const { number } = testPerson('anna');
const begin = Temporal.Instant.from('2026-06-01T08:00:00Z');
const asOf = Temporal.Instant.from('2026-06-01T07:30:00Z');
const look: Look = { purpose: 'test.purpose', about: null };

const person: RegisteredPerson = {
  ...{ number, name: 'Anna Sjöblom', protectedIdentity: false, diedOn: null, civilStatus: 'married', guardians: [] },
  address: { street: 'Storängsvägen 4', postalCode: '22720', place: 'Sottunga', country: 'FI' },
  birthDate: Temporal.PlainDate.from('1988-03-14'),
  children: [{ number: '040519A911W', name: 'Emil', birthDate: Temporal.PlainDate.from('2019-05-04') }],
};
const company: RegisteredOrganisation = {
  ...{ number: '9900001-8', name: 'Prov', form: 'limited-company', status: 'dissolved' },
  dissolvedOn: Temporal.PlainDate.from('2024-05-31'),
  signatories: [{ number, name: 'Anna', role: 'chair' }],
  signingRule: [{ everyoneOf: [number] }],
};
const guardianship: Guardianship = {
  ...{ kind: 'god-man', principal: { number, name: 'Anna' }, guardian: { number: '050192-934W', name: 'Maja' } },
  ...{ scope: ['rights'], from: Temporal.PlainDate.from('2025-01-01'), to: Temporal.PlainDate.from('2026-12-31') },
};

/** A register that answers what it is told to; a real one speaks through a connector, which has tests of its own. */
let asked: number;
let says: { [K in 'person' | 'organisation' | 'organisations' | 'guardianships']: SourceAnswer<never> };
const ports: RegisterPorts = {
  population: { person: async () => tell('person') },
  company: { organisation: async () => tell('organisation'), organisationsOf: async () => tell('organisations') },
  guardianship: { guardianshipsOf: async () => tell('guardianships') },
};
function tell(what: keyof typeof says): SourceAnswer<never> {
  asked++;
  return says[what];
}
const answered = (value: unknown): SourceAnswer<never> => ({ state: 'answered', value: value as never, asOf });
const failed = { state: 'failed', source: 'population', fault: 'slow', retry: true } as const;
const registers = makeRegisters({ secrets, ports });
let refreshed: string[];
const told: PersonRefreshed = async (_scope, one) => void refreshed.push(one.name);

beforeEach(async () => {
  asked = 0;
  refreshed = [];
  says = {
    person: answered(person),
    organisation: answered(company),
    organisations: answered([company]),
    guardianships: answered([guardianship]),
  };
  await db.sql('truncate base_registers.copy, base_registers.asked');
});

function resident(party: PartyId, now = begin): Scope {
  return db.scopes({
    actor: { kind: 'person', party, name: 'Anna', assurance: 'high', session: 's' },
    ...{ principal: party, room: 'resident', fence: { authorities: [], parties: [party] }, now },
  });
}
function worker(now: Temporal.Instant): Scope {
  return db.scopes({
    actor: { kind: 'system', name: 'test' },
    ...{ room: 'worker', fence: { authorities: [], parties: [] }, now },
  });
}
const later = (hours: number) => begin.add({ minutes: Math.round(hours * 60) });
const ask = (hours = 0, how: Look = look) => registers.person(resident(anna, later(hours)), number, how);

describe('each case of the answer', () => {
  test('answered: asked once, and answered from the copy as long as it is fresh, with the same "as of"', async () => {
    for (const hours of [0, 1, 11.9]) {
      expect(await ask(hours)).toEqual({ state: 'answered', value: person, asOf });
    }
    expect(asked).toBe(1);
    await ask(12);
    expect(asked).toBe(2);
  });

  test('nothing there: kept too, and said with its "as of"', async () => {
    says.person = { state: 'nothing', asOf };
    expect([await ask(), await ask(1)]).toEqual([says.person, says.person]);
    expect(asked).toBe(1);
  });

  test('not asked: nobody is connected, and nothing is written', async () => {
    const none = makeRegisters({ secrets, ports: notConnected });
    const scope = resident(anna);
    expect(await none.person(scope, number, look)).toEqual({ state: 'not-asked' });
    expect(await none.organisation(scope, '9900001-8', look)).toEqual({ state: 'not-asked' });
    expect(await none.organisationsOf(scope, number, look)).toEqual({ state: 'not-asked' });
    expect(await none.guardianshipsOf(scope, number, look)).toEqual({ state: 'not-asked' });
    expect(await db.sql('select from base_registers.asked')).toEqual([]);
  });

  test('not allowed: said as it is, and not kept', async () => {
    says.person = { state: 'not-allowed', source: 'population' };
    expect([await ask(), await ask(1)]).toEqual([says.person, says.person]);
    expect(asked).toBe(2);
  });

  test('failed without a copy: failed, and asked again the next time', async () => {
    says.person = failed;
    expect([await ask(), await ask()]).toEqual([failed, failed]);
    says.person = answered(person);
    expect(await ask()).toMatchObject({ state: 'answered' });
  });

  test('failed with a copy: what it said before, when that was, and what is wrong', async () => {
    await ask();
    says.person = failed;
    expect(await ask(13)).toEqual({ state: 'stale', value: person, asOf, source: 'population', fault: 'slow' });
  });

  test('"nothing there" is not said again from memory when the register fails', async () => {
    says.person = { state: 'nothing', asOf };
    await ask();
    says.person = failed;
    expect(await ask(13)).toEqual(failed);
  });

  test.each<[string, Partial<RegisteredPerson>, string]>([
    ['about another', { number: '050192-934W' }, 'about-another'],
    ['that contradicts itself', { diedOn: Temporal.PlainDate.from('1900-01-01') }, 'contradictory'],
  ])('an answer %s is failed, never trusted and never kept', async (_what, change, fault) => {
    await ask();
    says.person = answered({ ...person, ...change });
    expect(await ask(13)).toMatchObject({ state: 'stale', value: person, fault });
    await db.sql('truncate base_registers.copy');
    expect(await ask(13)).toEqual({ state: 'failed', source: 'population', fault, retry: false });
    expect(await db.sql('select from base_registers.copy')).toEqual([]);
  });
});

test('every question is answered from its copy as it was from the register, days and all', async () => {
  const scope = resident(anna);
  for (const _time of [1, 2]) {
    expect(await registers.organisation(scope, '9900001-8', look)).toMatchObject({ value: company });
    expect(await registers.organisationsOf(scope, number, look)).toMatchObject({ value: [company] });
    expect(await registers.guardianshipsOf(scope, number, look)).toMatchObject({ value: [guardianship] });
  }
  expect(asked).toBe(3);
});

test('a guardianship is asked about again after four hours', async () => {
  await registers.guardianshipsOf(resident(anna), number, look);
  await registers.guardianshipsOf(resident(anna, later(3.9)), number, look);
  expect(asked).toBe(1);
  await registers.guardianshipsOf(resident(anna, later(4)), number, look);
  expect(asked).toBe(2);
});

test('who needs to know it as of now has it asked anew, though the copy would do for others', async () => {
  await ask();
  await ask(0.1, { ...look, noOlderThan: 10 });
  expect(asked).toBe(1);
  await ask(0.2, { ...look, noOlderThan: 10 });
  expect(asked).toBe(2);
});

test('no copy shows a name or a number, and one that is moved to another question or changed is not believed', async () => {
  await ask();
  const rows = await db.sql<{ row: string; sealed: string }>(
    'select t::text as row, sealed from base_registers.copy t',
  );
  expect(rows).toHaveLength(1);
  expect(containsIdentityNumber(rows[0]?.row ?? '')).toBe(false);
  expect(rows[0]?.row).not.toContain('Sjöblom');
  await db.sql(`update base_registers.copy set sealed = left(sealed, -4) || 'AAAA'`);
  expect(await ask(1)).toMatchObject({ state: 'answered', value: person });
  expect(asked).toBe(2);
});

test('a copy of somebody else, laid in this one’s place, is not believed', async () => {
  const other = '050192-934W';
  says.person = answered({ ...person, number: other });
  await registers.person(resident(anna), other, look);
  const mine = secrets.index(number, 'base_registers.copy');
  await db.sql('update base_registers.copy set index = $1', [mine]);
  says.person = answered(person);
  expect(await ask()).toMatchObject({ value: { number } });
});

test('after the key was changed the old copy is found, and the next answer is kept under the new one alone', async () => {
  await ask();
  const rotated = makeRegisters({
    secrets: makeSecrets(`${generateDataKey(Temporal.PlainDate.from('2031-01-01'))},${oldKey}`),
    ports,
  });
  expect(await rotated.person(resident(anna, later(1)), number, look)).toMatchObject({ state: 'answered' });
  expect(asked).toBe(1);
  await rotated.person(resident(anna, later(13)), number, look);
  expect(await db.sql('select from base_registers.copy')).toHaveLength(1);
});

test('of two answers that cross each other the later asking stands', async () => {
  await ask(2);
  says.person = answered({ ...person, name: 'Anna Gammal' });
  const stalled = makeRegisters({ secrets, ports });
  await db.sql(`update base_registers.copy set fetched_at = fetched_at + interval '1 hour'`);
  await stalled.person(resident(anna, later(2.5)), number, { ...look, noOlderThan: -100 });
  expect(await ask(3)).toMatchObject({ value: { name: 'Anna Sjöblom' } });
});

describe('the trace', () => {
  const about: Look = { purpose: 'test.purpose', about: anna };
  const lines = () =>
    db.sql<{ actor_party: string | null; purpose: string; action: string }>(
      'select actor_party, purpose, action from kernel.audit_line where party_id = $1',
      [anna],
    );

  test('who looks at their own leaves one when the register is asked, not when the copy answers', async () => {
    await ask(0, about);
    await ask(1, about);
    expect(await lines()).toEqual([{ actor_party: anna, purpose: 'test.purpose', action: 'register.read' }]);
  });

  test('an official leaves one each time, and gets nothing where none can be left', async () => {
    const before = (await lines()).length;
    const sottunga = 2480766 as never;
    const official = (authorities: never[]) =>
      db.scopes({
        actor: { kind: 'official', party: karin, name: 'Karin', assurance: 'high', session: 's', grants: [] },
        ...{ room: 'official', fence: { authorities, parties: [] }, now: begin },
      });
    const why: Look = { ...about, authority: sottunga };
    await registers.person(official([sottunga]), number, why);
    await registers.person(official([sottunga]), number, why);
    expect(await lines()).toHaveLength(before + 2);
    await expect(registers.person(official([]), number, why)).rejects.toThrow(/row-level security/);
  });

  test('how the register answered is kept without a word of whom', async () => {
    await ask(0, about);
    says.person = failed;
    await ask(13, about);
    const rows = await db.sql<{ row: string }>('select t::text as row from base_registers.asked t order by at');
    expect(rows).toHaveLength(2);
    for (const { row } of rows) {
      expect(containsIdentityNumber(row)).toBe(false);
      expect(row).not.toContain(anna);
      expect(row).toContain('test.purpose');
    }
  });
});

describe('the job', () => {
  test('asks anew about what is soon old and still needed, and keeps what it was before when the register fails', async () => {
    await ask();
    const { run } = refreshSchedule({ secrets, ports, told });
    await run(worker(later(8)));
    expect(asked).toBe(1);
    says.person = answered({ ...person, name: 'Anna Nysjö' });
    await run(worker(later(9.5)));
    expect(asked).toBe(2);
    expect(refreshed).toEqual(['Anna Nysjö']);
    expect(await ask(0.5)).toMatchObject({ value: { name: 'Anna Nysjö' } });
    await db.sql(`update base_registers.copy set fetched_at = $1`, [begin.toString()]);
    says.person = failed;
    await run(worker(later(9.5)));
    expect(await ask(10)).toMatchObject({ state: 'answered', value: { name: 'Anna Nysjö' } });
  });

  test('leaves alone what nobody has needed for thirty days, and erases it at night', async () => {
    await ask();
    await refreshSchedule({ secrets, ports, told }).run(worker(later(31 * 24)));
    expect(asked).toBe(1);
    await eraseCopiesSchedule.run(worker(later(29 * 24)));
    expect(await db.sql('select from base_registers.copy')).toHaveLength(1);
    await eraseCopiesSchedule.run(worker(later(31 * 24)));
    expect(await db.sql('select from base_registers.copy')).toHaveLength(0);
    expect(await db.sql('select from base_registers.asked')).toHaveLength(0);
  });

  test('a copy that is read is needed still', async () => {
    await ask();
    await db.sql(`update base_registers.copy set fetched_at = fetched_at + interval '20 days'`);
    await ask(20 * 24 + 1);
    await eraseCopiesSchedule.run(worker(later(31 * 24)));
    expect(await db.sql('select from base_registers.copy')).toHaveLength(1);
  });

  test('gives a register a rest that fails time after time', async () => {
    for (let n = 0; n < 40; n++) {
      const one = `1403${String(10 + (n % 20))}-9${String(10 + n)}A`;
      says.person = answered({ ...person, number: one });
      await registers.person(resident(anna), one, look);
    }
    says.person = failed;
    asked = 0;
    await refreshSchedule({ secrets, ports, told }).run(worker(later(11)));
    expect(asked).toBeLessThanOrEqual(10);
  });
});

test('the operator sees how each question was answered, which faults there were, and how old the copies are', async () => {
  await ask();
  for (const fault of ['down', 'down', 'contradictory'] as const) {
    says.person = { ...failed, fault };
    await ask(13);
  }
  const scope = db.scopes({
    actor: { kind: 'official', party: karin, name: 'Olle', assurance: 'high', session: 's', grants: [] },
    ...{ room: 'official', fence: { authorities: [], parties: [] }, now: later(14) },
  });
  const states = await scope.read((tx) => loadStates(tx, later(-1)));
  expect(states.map((one) => one.question)).toEqual(['person', 'organisation', 'organisations-of', 'guardianships-of']);
  expect(states[0]).toMatchObject({
    ...{ answered: 1, nothing: 0, notAllowed: 0, faults: { down: 2, contradictory: 1 }, copies: 1 },
    ...{
      lastAnswer: begin,
      lastFault: { at: later(13), fault: expect.any(String) },
      oldestCopy: asOf,
      newestCopy: asOf,
    },
  });
  expect(states[3]).toMatchObject({ answered: 0, faults: {}, lastAnswer: null, lastFault: null, copies: 0 });
});
