import { expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import { testPerson } from '../../../test/simulators.ts';
import type { PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import { exampleDataKey, makeSecrets } from '../../kernel/secrets.ts';
import { makeRegisters, notConnected } from '../base-registers/index.ts';
import type { ElectronicId } from './electronic-id.ts';
import { ensureParty } from './ensure-party.ts';
import { sessionFinder } from './find-session.ts';
import { endOtherSessions, endOwnSession, ownSessions } from './own-sessions.ts';
import type { SessionLimits } from './session.ts';
import { beginSignIn, finishSignIn, openSession } from './sign-in.ts';
import { forgetExpiredSchedule } from './upkeep.ts';

const db = database();
const secrets = makeSecrets(exampleDataKey);
const limits: SessionLimits = { idleMinutes: 60, absoluteHours: 12 };
const nobody = { authorities: [], parties: [] };

function visitor(now = Temporal.Now.instant()): Scope {
  return db.scopes({ actor: { kind: 'anonymous' }, room: 'resident', fence: nobody, now });
}

async function party(sub: string): Promise<PartyId> {
  return ensureParty(visitor(), secrets, testPerson(sub));
}

async function signedIn(sub: string, now?: Temporal.Instant): Promise<{ token: string; scope: Scope }> {
  const who = await party(sub);
  const parts = { secrets, limits };
  const token = await openSession(visitor(now), parts, { party: who, assurance: 'high', device: 'Firefox, Linux' });
  const found = await find(token);
  const scope = db.scopes({
    actor: { kind: 'person', party: who, name: '', assurance: 'high', session: found?.session ?? '' },
    room: 'resident',
    fence: { authorities: [], parties: [who] },
  });
  return { token, scope };
}

function find(token: string) {
  return sessionFinder(db.pools.resident, secrets, limits)(token);
}

test('a token finds its person, with the name and level of the sign-in and no grants', async () => {
  const { token } = await signedIn('anna');
  const facts = { party: await party('anna'), name: 'Anna Sjöblom', assurance: 'high', language: 'sv', grants: [] };
  expect(await find(token)).toMatchObject(facts);
});

test('a token that was never given finds nobody, whatever it holds', async () => {
  for (const token of ['', 'x', "' or true --", 'A'.repeat(43), 'A'.repeat(5000)]) expect(await find(token)).toBeNull();
});

test('the database keeps no token', async () => {
  const { token } = await signedIn('anna');
  const [row] = await db.sql<{ all: string }>("select string_agg(s::text, e'\\n') as all from identity.session s");
  expect(row?.all).not.toContain(token);
});

test('a session ends after an hour without a page, and after twelve hours however busy', async () => {
  const now = Temporal.Now.instant();
  const { token } = await signedIn('anna', now.subtract({ minutes: 59 }));
  expect(await find(token)).not.toBeNull();
  const { token: left } = await signedIn('anna'); // so new that a look at it is not noted, a moment later
  await db.sql("update identity.session set last_seen_at = now() - interval '61 minutes' where token_hash = $1", [
    secrets.hashToken(left),
  ]);
  expect(await find(left)).toBeNull();

  const { token: busy } = await signedIn('anna', now.subtract({ hours: 12, minutes: 1 }));
  await db.sql('update identity.session set last_seen_at = now() where token_hash = $1', [secrets.hashToken(busy)]);
  expect(await find(busy)).toBeNull();
});

test('that a session is in use is written when a minute has passed, and not before', async () => {
  const { token } = await signedIn('erik');
  const hash = secrets.hashToken(token);
  async function seen(): Promise<string> {
    const rows = await db.sql<{ s: string }>(
      'select last_seen_at::text as s from identity.session where token_hash = $1',
      [hash],
    );
    return rows[0]?.s ?? '';
  }
  const first = await seen();
  await find(token);
  expect(await seen()).toBe(first);
  await db.sql("update identity.session set last_seen_at = now() - interval '2 minutes' where token_hash = $1", [hash]);
  const old = await seen();
  await find(token);
  await expect.poll(seen).not.toBe(old);
  expect((await seen()) > old).toBe(true);
});

test.each([
  ['a made-up person in production', { ...testPerson('anna') }, 'identity.sign-in.test-person'],
  ['a number that is none', { ...testPerson('anna'), number: '010190-900X' }, 'identity.number.invalid'],
  [
    'an e-ID that is not sure enough',
    { ...testPerson('anna'), assurance: 'low' as const },
    'identity.sign-in.too-weak',
  ],
])('%s is not let in, and nothing of them is kept', async (_who, person, key) => {
  const named = { sv: 'x', fi: 'x', en: 'x' };
  const checks = { state: 's', nonce: 'n', verifier: 'v' };
  const electronicId: ElectronicId = {
    ...{ id: 'x', name: named, explanation: named },
    begin: async () => ({ kind: 'go', url: new URL('https://eid.example.se'), checks }),
    finish: async () => ({ kind: 'identified', person: { assurance: 'high', ...person } }),
  };
  const registers = makeRegisters({ secrets, ports: notConnected });
  const parts = { secrets, limits, registers, electronicIds: [electronicId], lowestAssurance: 'substantial' } as const;
  const begun = await beginSignIn(visitor(), { ...parts, testPersons: false }, { eid: 'x', till: undefined });
  const counts = () =>
    db.sql(
      'select (select count(*) from identity.party) as parties, (select count(*) from identity.session) as sessions',
    );
  const before = await counts();
  const answer = {
    ...{ callback: new URL('https://allmanning.example/logga-in/svar'), attemptToken: begun.token },
    ...{ sessionToken: undefined, userAgent: undefined },
  };
  const signedIn = finishSignIn(visitor(), { ...parts, testPersons: false }, answer);
  await expect(signedIn).rejects.toMatchObject({ key });
  expect(await counts()).toEqual(before);
});

test('a new sign-in ends the session that the browser had, and never takes its token over', async () => {
  const { token: before } = await signedIn('anna');
  const erik = await party('erik');
  const opened = { party: erik, assurance: 'high', device: '', replaced: before } as const;
  const after = await openSession(visitor(), { secrets, limits }, opened);
  expect(after).not.toBe(before);
  expect(await find(before)).toBeNull();
  expect(await find(after)).toMatchObject({ party: erik });
});

test('a token that an attacker has planted in the browser is not a session after sign-in', async () => {
  const planted = secrets.token().token;
  const opened = { party: await party('anna'), assurance: 'high', device: '', replaced: planted } as const;
  await openSession(visitor(), { secrets, limits }, opened);
  expect(await find(planted)).toBeNull();
});

test('I see my sessions, end one of them, and end all but this one', async () => {
  const { scope } = await signedIn('maja');
  const others = [await signedIn('maja'), await signedIn('maja')];
  const mine = await ownSessions(scope, limits);
  expect(mine).toHaveLength(3);
  expect(mine.filter((one) => one.isThis)).toHaveLength(1);

  const other = await find(others[0]?.token ?? '');
  await endOwnSession(scope, other?.session ?? '');
  expect(await ownSessions(scope, limits)).toHaveLength(2);
  await endOtherSessions(scope);
  expect(await ownSessions(scope, limits)).toMatchObject([{ isThis: true }]);
});

test("another's session is as unknown as one that never was", async () => {
  const { scope } = await signedIn('anna');
  const { token } = await signedIn('erik');
  const theirs = await find(token);
  await expect(endOwnSession(scope, theirs?.session ?? '')).rejects.toThrow('identity.session.not-found');
  await expect(endOwnSession(scope, crypto.randomUUID())).rejects.toThrow('identity.session.not-found');
  expect(await find(token)).not.toBeNull();
});

test("the database refuses to list or end another's sessions, also for a caller who names the other", async () => {
  const { scope } = await signedIn('anna');
  const erik = await party('erik');
  const { sql } = await import('kysely');
  await expect(
    scope.read((tx) => sql`select * from identity.sessions_of(${erik}, now(), interval '1 hour')`.execute(tx)),
  ).rejects.toThrow('outside the scope');
  await expect(
    scope.write((tx) => sql`select identity.end_sessions_of(${erik}, null, null)`.execute(tx)),
  ).rejects.toThrow('outside the scope');
});

test('sessions and sign-ins that are over are deleted', async () => {
  const { token } = await signedIn('lars', Temporal.Now.instant().subtract({ hours: 13 }));
  const worker = db.scopes({ actor: { kind: 'system', name: 'test' }, room: 'worker', fence: nobody });
  await forgetExpiredSchedule(limits).run(worker);
  expect(await db.sql('select from identity.session where token_hash = $1', [secrets.hashToken(token)])).toEqual([]);
});
