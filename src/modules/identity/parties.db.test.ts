import { beforeAll, expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import { testPerson, testPersons } from '../../../test/simulators.ts';
import { containsIdentityNumber } from '../../kernel/identifiers/redact.ts';
import type { AuthorityId, PartyId } from '../../kernel/ids.ts';
import type { MayAct, Scope } from '../../kernel/scope.ts';
import { generateDataKey, makeSecrets } from '../../kernel/secrets.ts';
import { ensureParty } from './ensure-party.ts';
import { giveRole } from './give-role.ts';
import { officialNames } from './names.ts';
import { type Purpose, revealer } from './reveal.ts';
import { loadOwnParty } from './store/parties.ts';
import { protectParty } from './upkeep.ts';

const sottunga = 2480766 as AuthorityId;
const basis = [{ kind: 'role', id: 'test', source: 'test', checkedAt: '2026-06-01T00:00:00Z' }] as const;
let mayProtected = false;
const mayAct: MayAct = async (_scope, { resource }) => {
  const yes = !resource.protected || mayProtected;
  const what = { sv: 'Test', fi: 'Testi', en: 'Test' };
  return {
    decision: yes ? 'yes' : 'no',
    basis: yes ? basis : [],
    extent: 'whole',
    obligations: [],
    unavailableSources: [],
    explanation: { what, facts: [], rules: [] },
  };
};
const db = database(mayAct);
const oldKey = generateDataKey();
const secrets = makeSecrets(oldKey);
const why: Purpose = { purpose: 'cases.purpose.handling', authority: sottunga, task: 'child-care', unit: null };

function visitor(): Scope {
  return db.scopes({ actor: { kind: 'anonymous' }, room: 'resident', fence: { authorities: [], parties: [] } });
}
let karin: PartyId;
let anna: PartyId;
let siv: PartyId;
beforeAll(async () => {
  karin = await ensureParty(visitor(), secrets, testPerson('karin'));
  anna = await ensureParty(visitor(), secrets, testPerson('anna'));
  siv = await ensureParty(visitor(), secrets, testPerson('siv'));
  await protectParty(clerk(), siv, true);
});

function clerk(): Scope {
  return db.scopes({
    actor: { kind: 'system', name: 'test' },
    room: 'worker',
    fence: { authorities: [], parties: [] },
  });
}

function official(authorities: readonly AuthorityId[] = [sottunga]): Scope {
  return db.scopes({
    actor: { kind: 'official', party: karin, name: 'Karin Häggblom', assurance: 'high', session: 's', grants: [] },
    room: 'official',
    fence: { authorities, parties: [] },
  });
}

function resident(party: PartyId): Scope {
  return db.scopes({
    actor: { kind: 'person', party, name: '', assurance: 'high', session: 's' },
    principal: party,
    room: 'resident',
    fence: { authorities: [], parties: [party] },
  });
}

test('a person who comes again is the same party, however the number is written, with the newest name', async () => {
  const erik = testPerson('erik');
  const first = await ensureParty(visitor(), secrets, erik);
  const again = { country: 'SE', number: '19791123-9817', name: 'Erik Lindqvist-Berg', language: null } as const;
  expect(await ensureParty(visitor(), secrets, again)).toBe(first);
  expect(await resident(first).read((tx) => loadOwnParty(tx, first))).toMatchObject({ name: 'Erik Lindqvist-Berg' });
});

test('of two first sign-ins at once of the same person, both get the same party', async () => {
  const johan = testPerson('johan');
  const parties = await Promise.all([1, 2, 3, 4].map(() => ensureParty(visitor(), secrets, johan)));
  expect(new Set(parties).size).toBe(1);
  expect(await db.sql('select from identity.identity_number where party_id = $1', [parties[0]])).toHaveLength(1);
});

test('a person who came before the key was changed is found with the new one, and by the new one alone from then on', async () => {
  const newKey = generateDataKey(Temporal.PlainDate.from('2031-01-01'));
  const both = makeSecrets(`${newKey},${oldKey}`);
  expect(await ensureParty(visitor(), both, testPerson('anna'))).toBe(anna);
  expect(await ensureParty(visitor(), makeSecrets(newKey), testPerson('anna'))).toBe(anna);
});

test('what is no identity number makes no party', async () => {
  await expect(
    ensureParty(visitor(), secrets, { country: 'SE', number: '198001019999', name: 'X', language: null }),
  ).rejects.toThrow('identity.number.invalid');
});

test('no table holds an identity number that can be read', async () => {
  const tables = await db.sql<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('identity', 'kernel', 'notifications')",
  );
  for (const { name } of tables) {
    const rows = await db.sql<{ row: string }>(`select t::text as row from ${name} t`);
    for (const { row } of rows) {
      expect(containsIdentityNumber(row), name).toBe(false);
      for (const { number } of testPersons) expect(row).not.toContain(number);
    }
  }
});

test('a number is revealed to an official with a purpose, and the person can read who, why and by which right', async () => {
  expect(await revealer(secrets)(official(), anna, why)).toMatchObject({ country: 'FI', value: '140388-942J' });
  const lines = await db.sql('select * from kernel.audit_line where party_id = $1', [anna]);
  expect(lines).toMatchObject([
    {
      authority_id: sottunga,
      actor_kind: 'official',
      actor_party: karin,
      actor_name: 'Karin Häggblom',
      action: 'identity.reveal',
      purpose: 'cases.purpose.handling',
      basis,
    },
  ]);
  expect(containsIdentityNumber(JSON.stringify(lines))).toBe(false);
});

test('a number is not revealed for an authority outside the scope, and no trace says that it was', async () => {
  const before = await db.sql('select from kernel.audit_line');
  await expect(revealer(secrets)(official([2480035 as AuthorityId]), anna, why)).rejects.toThrow('outside the scope');
  expect(await db.sql('select from kernel.audit_line')).toHaveLength(before.length);
});

test('no web role can read numbers or their index by itself', async () => {
  for (const scope of [official(), resident(anna)]) {
    for (const table of ['identity.identity_number', 'identity.number_index'] as const) {
      await expect(scope.read((tx) => tx.selectFrom(table).select('party_id').execute())).rejects.toThrow('denied');
    }
  }
});

test('a protected identity has no name in a list, and its number is for who has that right', async () => {
  for (const party of [anna, siv]) {
    await giveRole(clerk(), sottunga, party, { role: 'administrator', unit: null, tasks: [], rights: [] });
  }
  expect(await officialNames(official(), sottunga, [anna, siv])).toEqual(
    new Map([
      [anna, { name: 'Anna Sjöblom', isProtected: false }],
      [siv, { name: null, isProtected: true }],
    ]),
  );
  mayProtected = false;
  await expect(revealer(secrets)(official(), siv, why)).rejects.toThrow('kernel.authority.no');
  mayProtected = true;
  expect(await revealer(secrets)(official(), siv, why)).toMatchObject({ value: '020975-9662' });
});

test('a resident sees their own party, and nothing of another', async () => {
  expect(await resident(siv).read((tx) => loadOwnParty(tx, siv))).toMatchObject({ name: 'Siv Mattsson' });
  expect(await resident(anna).read((tx) => loadOwnParty(tx, siv))).toBeUndefined();
});
