import { expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import type { RoleGrant } from '../../kernel/authority.ts';
import { type AuthorityId, type EventId, newId, type PartyId } from '../../kernel/ids.ts';
import { type EventOf, on } from '../../kernel/jobs/subscription.ts';
import type { Scope } from '../../kernel/scope.ts';
import { mayActBy } from '../mandates/index.ts';
import type { MailOutcome } from './mail-transport.ts';
import { eraseTipsSchedule, TIP_DAYS } from './retention.ts';
import { againSubscription, sendAgain } from './send-again.ts';
import { tipSender } from './send-tip.ts';
import { loadTroubledTips, type TroubledTip } from './store.ts';

declare module '../../kernel/outbox.ts' {
  interface Events {
    'test.something-came': { readonly authority: AuthorityId; readonly tip: EventId };
  }
}

const sottunga = 2480766 as AuthorityId;
const operations = 9000001 as AuthorityId;
const db = database(mayActBy('high'));
const anna = newId<PartyId>();
const olle = newId<PartyId>();

function office(role: RoleGrant['role'], authority: AuthorityId): Scope {
  const grant: RoleGrant = {
    ...{ id: newId(), role, employer: authority, authority, unit: null, tasks: ['dialogue'], rights: [] },
    agreement: null,
  };
  return db.scopes({
    actor: { kind: 'official', party: olle, name: 'Olle Drift', assurance: 'high', session: 's', grants: [grant] },
    room: 'official',
    fence: { authorities: [authority], parties: [] },
  });
}

function job(authorities: readonly AuthorityId[] = [sottunga], now = Temporal.Now.instant()): Scope {
  const fence = { authorities, parties: [anna] };
  return db.scopes({ actor: { kind: 'system', name: 'test' }, room: 'worker', fence, now });
}

type Came = EventOf<'test.something-came'>;
const run = { event: newId<EventId>(), attempt: 1, lastAttempt: false };

/** Somebody who has a tip sent when something has come, and a mail server that answers as it is told, in order. */
function tellerWith(...outcomes: MailOutcome['outcome'][]) {
  const world = { sent: 0, hasAddress: true };
  const send = tipSender(
    {
      async send() {
        world.sent++;
        return { outcome: outcomes.shift() ?? 'accepted', detail: '550 5.1.1' };
      },
    },
    { baseUrl: 'https://allmanning.example' },
  );
  const teller = on('test.something-came', 'test.tell', async (scope, event) => {
    if (!world.hasAddress) return;
    await send(scope, {
      ...{ tip: event.tip, authority: event.authority, channel: 'email', kind: 'new-message', language: 'sv' },
      ...{ address: 'anna@example.org', senderName: 'Sottunga', event },
    });
  });
  const again = againSubscription([teller]);
  const tip = newId<EventId>();
  const came: Came = {
    kind: 'test.something-came',
    ...{ authorities: [sottunga], parties: [anna], authority: sottunga, tip },
  };
  return {
    world,
    key: { authority: sottunga, tip },
    tell: () => teller.handle(job(), came, run).catch(() => undefined),
    /** As the worker does with what the operator's asking published. */
    async follow() {
      const [row] = await db.sql<{ body: Omit<EventOf<'notifications.again-asked'>, 'kind'> }>(
        "select body from kernel.outbox where kind = 'notifications.again-asked' and body ->> 'tip' = $1",
        [tip],
      );
      if (!row) throw new Error('nobody has asked');
      await again.handle(job(row.body.authorities), { kind: 'notifications.again-asked', ...row.body }, run);
    },
    async seen(): Promise<TroubledTip | undefined> {
      const later = Temporal.Now.instant().add({ minutes: 1 });
      const all = await office('operator', operations).read((tx) => loadTroubledTips(tx, later, 200));
      return all.find((one) => one.tip === tip);
    },
  };
}

test('a refused tip is sent once more when the operator asks, and all attempts and the asker are seen', async () => {
  const { world, key, tell, follow, seen } = tellerWith('refused', 'refused');
  await tell();
  expect(await seen()).toMatchObject({ state: 'refused', canAgain: true, asked: [] });
  await sendAgain(office('operator', operations), key);
  expect(await seen()).toMatchObject({ state: 'under-way', canAgain: false });
  await follow();
  expect(world.sent).toBe(2);
  expect(await seen()).toMatchObject({
    state: 'refused',
    attempts: [
      { number: 1, outcome: 'refused', detail: '550 5.1.1' },
      { number: 2, outcome: 'refused' },
    ],
    asked: [{ after: 1, by: 'Olle Drift' }],
  });
  await follow(); // the job that runs again sends nothing more
  expect(world.sent).toBe(2);
});

test('an unknown tip is tried exactly once more, and is no trouble when it is taken', async () => {
  const { world, key, tell, follow, seen } = tellerWith('unknown', 'unknown', 'accepted');
  await tell();
  await tell();
  expect(await seen()).toMatchObject({ state: 'unknown', canAgain: true });
  await sendAgain(office('operator', operations), key);
  await follow();
  expect(world.sent).toBe(3);
  expect(await seen()).toBeUndefined();
  await expect(sendAgain(office('operator', operations), key)).rejects.toThrow('notifications.tip.not-again');
});

test('of two operators who ask at once, one does and the other is told', async () => {
  const { key, tell } = tellerWith('refused');
  await tell();
  const both = await Promise.allSettled([1, 2].map(() => sendAgain(office('operator', operations), key)));
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a tip whose address is gone by then has lapsed', async () => {
  const { world, key, tell, follow, seen } = tellerWith('refused');
  await tell();
  world.hasAddress = false;
  await sendAgain(office('operator', operations), key);
  await follow();
  expect(await seen()).toMatchObject({ state: 'lapsed', canAgain: false });
});

test('the person whom the tip was for can read that it was sent once more, and by whom', async () => {
  const { key, tell } = tellerWith('refused');
  await tell();
  await sendAgain(office('operator', operations), key);
  const lines = await db.sql(
    `select actor_party, action, purpose, authority_id from kernel.audit_line where resource ->> 'tip' = $1`,
    [key.tip],
  );
  expect(lines).toEqual([
    {
      ...{ actor_party: olle, action: 'operations.retry', purpose: 'notifications.purpose.again' },
      authority_id: sottunga,
    },
  ]);
});

test.each([
  ['an administrator of the authority', () => office('administrator', sottunga)],
  ['a case officer of it', () => office('case-officer', sottunga)],
  ['the resident', () => residentOf(anna)],
])('to have it sent again is not for %s', async (_who, scope) => {
  const { key, tell, seen } = tellerWith('refused');
  await tell();
  await expect(sendAgain(scope(), key)).rejects.toThrow('kernel.authority');
  expect(await seen()).toMatchObject({ state: 'refused', asked: [] });
});

function residentOf(party: PartyId): Scope {
  return db.scopes({
    actor: { kind: 'person', party, name: '', assurance: 'high', session: 's' },
    room: 'resident',
    fence: { authorities: [], parties: [party] },
  });
}

test('the ledger forgets a tip and its attempts when nothing has happened to it for the days that the page says', async () => {
  const { key, tell } = tellerWith('refused');
  await tell();
  await sendAgain(office('operator', operations), key);
  const rows = () =>
    db.sql(
      `select tip_id from notifications.tip where tip_id = $1 union all
       select tip_id from notifications.attempt where tip_id = $1 union all
       select tip_id from notifications.again where tip_id = $1`,
      [key.tip],
    );
  const day = (days: number) => job([], Temporal.Now.instant().add({ hours: 24 * days }));
  await eraseTipsSchedule.run(day(TIP_DAYS - 1));
  expect(await rows()).toHaveLength(3);
  await eraseTipsSchedule.run(day(TIP_DAYS + 1));
  expect(await rows()).toEqual([]);
});
