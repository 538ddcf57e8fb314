import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AuthorityId, PartyId } from '../src/kernel/ids.ts';
import { permit, type Scope } from '../src/kernel/scope.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import type { SourceFault } from '../src/kernel/source-answer.ts';
import { makeRegisters, notConnected } from '../src/modules/base-registers/index.ts';
import { ensureParty } from '../src/modules/identity/index.ts';
import { findElsewhere } from '../src/modules/mandates/elsewhere/find-elsewhere.ts';
import { listElsewhere } from '../src/modules/mandates/elsewhere/list-elsewhere.ts';
import type {
  ListElsewhere,
  MandateRegister,
  RightElsewhere,
  RightsElsewhere,
  SideElsewhere,
} from '../src/modules/mandates/index.ts';
import { mayActBy } from '../src/modules/mandates/index.ts';
import { representedBy } from '../src/modules/mandates/represented.ts';
import { database } from './database.ts';
import { testPerson } from './simulators.ts';

const sundsvall = 7_522_281 as AuthorityId;
const sottunga = 2_480_766 as AuthorityId;
const secrets = makeSecrets(exampleDataKey);

/** What the register says of whoever is asked about; and how often it has been asked. */
let answer: (right: RightElsewhere) => RightsElsewhere;
let asked = 0;
/** What it lists, and of whom it has been asked to. */
let listed: (who: string, side: SideElsewhere) => ListElsewhere;
const said = (value: readonly RightElsewhere[]): RightsElsewhere => ({
  state: 'answered',
  value,
  asOf: Temporal.Now.instant(),
});
const identifier = (sub: string) =>
  ({ kind: 'personnummer', country: 'SE', value: testPerson(sub).number, isTest: true }) as RightElsewhere['principal'];
function rightOver(principal: RightElsewhere['principal']): RightElsewhere {
  return {
    ...{ principal, name: 'Noor', authority: sundsvall, id: 'm1', level: 'active', evidence: 'signed' },
    reach: { kind: 'authority', authority: sundsvall },
  };
}
const register: MandateRegister = {
  name: 'mina-ombud',
  rightsOf: async (holder) =>
    holder.value === testPerson('ingrid').number ? answer(rightOver(identifier('noor'))) : { state: 'not-asked' },
  async rightsBetween(_holder, principal) {
    asked += 1;
    return answer(rightOver(principal));
  },
  list: async (who, side) => listed(who.value, side),
};

const follow = { registers: makeRegisters({ secrets, ports: notConnected }), elsewhere: [register], secrets };
const db = database(mayActBy('high', follow));
const party: Record<string, PartyId> = {};

function session(sub: string, principal = sub): Scope {
  const own = party[sub] as PartyId;
  const whose = party[principal] as PartyId;
  return db.scopes({
    actor: { kind: 'person', party: own, name: sub, assurance: 'high', session: `session of ${sub}` },
    ...{ principal: whose, room: 'resident', fence: { authorities: [], parties: [whose] } },
  });
}
const file = (scope: Scope, authority = sundsvall) => permit(scope, 'service.file', { authority });

beforeAll(async () => {
  const nobody = db.scopes({
    ...{ actor: { kind: 'anonymous' }, room: 'resident', fence: { authorities: [], parties: [] } },
  });
  for (const sub of ['ingrid', 'noor', 'fatima', 'erik']) {
    party[sub] = await ensureParty(nobody, secrets, testPerson(sub));
  }
});
beforeEach(async () => {
  answer = (right) => said([right]);
  listed = () => ({ state: 'nothing', asOf: Temporal.Now.instant() });
  await db.sql('truncate mandates.elsewhere, mandates.register_heard');
  await findElsewhere(session('ingrid'), follow);
  asked = 0;
});

describe('who has it from the register', () => {
  test('acts at that authority alone, and issues nothing in the other’s name', async () => {
    expect((await file(session('ingrid', 'noor'))).basis).toMatchObject([
      { kind: 'mandate', id: 'm1', source: 'mina-ombud', evidence: 'signed' },
    ]);
    await expect(file(session('ingrid', 'noor'), sottunga)).rejects.toMatchObject({ kind: 'not-allowed' });
    for (const action of ['mandate.issue', 'party.manage', 'signing.sign', 'audit.read-own'] as const) {
      await expect(permit(session('ingrid', 'noor'), action, {})).rejects.toMatchObject({ kind: 'not-allowed' });
    }
  });

  test('is asked about once in a request, and anew in the next: what is revoked is over', async () => {
    const scope = session('ingrid', 'noor');
    await file(scope);
    await file(scope);
    expect(asked).toBe(1);
    answer = () => ({ state: 'nothing', asOf: Temporal.Now.instant() });
    await expect(file(session('ingrid', 'noor'))).rejects.toMatchObject({
      kind: 'not-allowed',
      explanation: { what: { sv: expect.stringContaining('Registret som hade fullmakten') } },
    });
    expect((await representedBy(session('ingrid'), follow)).represented).toEqual([]);
  });
});

const faults: SourceFault[] = ['down', 'slow', 'broken', 'forged', 'outdated', 'about-another', 'unknown-type'];
test.each(faults)('an answer that is %s lets nobody act, and is no "no"', async (fault) => {
  answer = () => ({ state: 'failed', source: 'mina-ombud', fault, retry: true });
  await expect(file(session('ingrid', 'noor'))).rejects.toMatchObject({
    kind: 'unavailable',
    details: { sources: ['mina-ombud'] },
  });
  const { represented, elsewhere, silentElsewhere } = await representedBy(session('ingrid'), follow);
  expect([represented, elsewhere.map(({ answer: { decision } }) => decision)]).toEqual([[], ['unknown']]);
  expect(silentElsewhere).toEqual(['mina-ombud']);
});

test('an answer about another principal, or another authority, is not used even if the connector lets it through', async () => {
  answer = () => said([rightOver(identifier('erik'))]);
  await expect(file(session('ingrid', 'noor'))).rejects.toMatchObject({ kind: 'unavailable' });
  answer = (right) => said([{ ...right, authority: sottunga, reach: { kind: 'authority', authority: sottunga } }]);
  await expect(file(session('ingrid', 'noor'), sottunga)).rejects.toMatchObject({ kind: 'unavailable' });
});

describe('who has it not', () => {
  test('is not asked about, and is told nothing', async () => {
    for (const [who, principal] of [
      ['fatima', 'noor'],
      ['noor', 'ingrid'], // the other way round
      ['ingrid', 'erik'],
    ] as const) {
      await expect(file(session(who, principal))).rejects.toMatchObject({
        kind: 'not-allowed',
        explanation: { what: expect.anything() },
      });
    }
    expect(asked).toBe(0);
  });

  test('gains nothing by a row that is another’s, or about another: its numbers do not open', async () => {
    await db.sql(
      `insert into mandates.elsewhere select $1, principal, register, authorities, principal_name, sealed, first_at, seen_at
       from mandates.elsewhere where party_id = $2`,
      [party.fatima, party.ingrid],
    );
    await expect(file(session('fatima', 'noor'))).rejects.toMatchObject({ kind: 'not-allowed' });
    await db.sql('update mandates.elsewhere set principal = $1 where party_id = $2', [party.erik, party.ingrid]);
    await expect(file(session('ingrid', 'erik'))).rejects.toMatchObject({ kind: 'not-allowed' });
    expect(asked).toBe(0);
  });

  test('writes no row of somebody else’s, and reads none', async () => {
    await expect(
      session('fatima').write((tx) =>
        tx
          .insertInto('mandates.elsewhere')
          .values({
            ...{ party_id: party.erik as PartyId, principal: party.noor as PartyId, register: 'mina-ombud' },
            ...{ authorities: [sundsvall], principal_name: null, sealed: 'x' },
            ...{ first_at: Temporal.Now.instant(), seen_at: Temporal.Now.instant() },
          })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/);
    const seen = await session('fatima').read((tx) => tx.selectFrom('mandates.elsewhere').select('party_id').execute());
    expect(seen).toEqual([]);
  });
});

test('a register that names the person themselves, in a circle, gives nothing', async () => {
  await db.sql('truncate mandates.elsewhere');
  answer = () => said([rightOver(identifier('ingrid'))]);
  await findElsewhere(session('ingrid'), follow);
  expect(await db.sql('select 1 from mandates.elsewhere')).toEqual([]);
});

describe('the list of what other registers hold', () => {
  const given = (number: string) => ({
    ...{ id: 'm1', reference: 'MOP1', title: 'Post', authority: sundsvall, isForBusiness: false, beside: [] },
    ...{ others: [{ number, name: 'Registrets namn' }], scope: [], revokedAt: null, evidence: 'signed' },
    ...{ from: Temporal.PlainDate.from('2026-01-01'), until: null },
  });
  const holds = (number: string): ListElsewhere => ({
    ...{ state: 'answered', asOf: Temporal.Now.instant() },
    value: { mandates: [given(number)], more: false },
  });

  test('is of the one in whose name one acts, and of nobody else', async () => {
    const seen: string[] = [];
    listed = (who) => {
      seen.push(who);
      return holds(testPerson('erik').number);
    };
    await listElsewhere(session('noor'), follow);
    expect(new Set(seen)).toEqual(new Set([testPerson('noor').number]));
    // A mandate elsewhere lets nobody read what else the other has given.
    await expect(listElsewhere(session('ingrid', 'noor'), follow)).rejects.toMatchObject({ kind: 'not-allowed' });
    await expect(listElsewhere(session('fatima', 'noor'), follow)).rejects.toMatchObject({ kind: 'not-allowed' });
    expect(new Set(seen)).toEqual(new Set([testPerson('noor').number]));
  });

  test('calls nobody by name whose identity is protected', async () => {
    listed = () => holds(testPerson('erik').number);
    const names = async () =>
      (await listElsewhere(session('noor'), follow)).map((one) => one.state === 'told' && one.mandates[0]?.others);
    expect(await names()).toEqual([['Registrets namn'], ['Registrets namn']]);
    await db.sql('update identity.party set is_protected = true where party_id = $1', [party.erik]);
    expect(await names()).toEqual([[null], [null]]);
  });
});
