import { beforeAll, expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import { testPerson } from '../../../test/simulators.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import { generateDataKey, makeSecrets } from '../../kernel/secrets.ts';
import type { RegisteredPerson } from '../base-registers/index.ts';
import { ensureParty } from './ensure-party.ts';
import { registerFollower, takeOver } from './from-register.ts';
import { openSession } from './sign-in.ts';

const db = database();
const secrets = makeSecrets(generateDataKey());
const nobody = { authorities: [], parties: [] };
let anna: PartyId;
beforeAll(async () => {
  anna = await ensureParty(visitor(), secrets, testPerson('anna'));
});

function visitor(): Scope {
  return db.scopes({ actor: { kind: 'anonymous' }, room: 'resident', fence: nobody });
}
function job(): Scope {
  return db.scopes({ actor: { kind: 'system', name: 'test' }, room: 'worker', fence: nobody });
}
const registered = (who: string, protectedIdentity: boolean): RegisteredPerson => ({
  ...{ number: testPerson(who).number, name: testPerson(who).name, address: null, protectedIdentity, diedOn: null },
  ...{ birthDate: Temporal.PlainDate.from('1988-03-14'), civilStatus: 'married', guardians: [], children: [] },
});

type Told = { is_protected: boolean; lines: number; events: number };
async function stands(): Promise<Told | undefined> {
  const [row] = await db.sql<Told>(
    `select p.is_protected,
       (select count(*)::int from kernel.audit_line a where a.party_id = p.party_id and a.purpose = 'identity.purpose.protection') as lines,
       (select count(*)::int from kernel.outbox o where o.kind = 'identity.protection-changed' and o.body::text ~ p.party_id::text) as events
     from identity.party p where p.party_id = $1`,
    [anna],
  );
  return row;
}

test('who does not sign in is protected when a job has asked the register anew, once, and no longer when it is over', async () => {
  const follow = registerFollower(secrets);
  await follow(job(), registered('anna', false));
  expect(await stands()).toEqual({ is_protected: false, lines: 0, events: 0 });
  await follow(job(), registered('anna', true));
  await follow(job(), registered('anna', true));
  expect(await stands()).toEqual({ is_protected: true, lines: 1, events: 1 });
  await takeOver(visitor(), anna, registered('anna', false));
  expect(await stands()).toEqual({ is_protected: false, lines: 2, events: 2 });
});

test('of a person who is no party here nothing is written', async () => {
  await registerFollower(secrets)(job(), registered('erik', true));
  expect(await db.sql('select from identity.party')).toHaveLength(1);
});

test('who is said to have died is signed out everywhere, and nobody else is', async () => {
  const erik = await ensureParty(visitor(), secrets, testPerson('erik'));
  const limits = { limits: { absoluteHours: 8, idleMinutes: 60 }, secrets };
  for (const party of [anna, anna, erik]) {
    await openSession(visitor(), limits, { party, assurance: 'high', device: '' });
  }
  const sessions = () => db.sql('select party_id as party from identity.session');
  await registerFollower(secrets)(job(), registered('anna', false));
  expect(await sessions()).toHaveLength(3);
  const died = { ...registered('anna', false), diedOn: Temporal.PlainDate.from('2026-11-01') };
  await registerFollower(secrets)(job(), died);
  expect(await sessions()).toEqual([{ party: erik }]);
});
