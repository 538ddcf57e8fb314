import { beforeAll, expect, test } from 'vitest';
import type { EventId, MandateId, PartyId } from '../src/kernel/ids.ts';
import type { EventBody } from '../src/kernel/outbox.ts';
import type { Scope } from '../src/kernel/scope.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import { deliver } from '../src/modules/mailbox/index.ts';
import { openMessage } from '../src/modules/mailbox/open-message.ts';
import { readInbox } from '../src/modules/mailbox/read-inbox.ts';
import { actOnMandate } from '../src/modules/mandates/change-mandate.ts';
import { tellDue } from '../src/modules/mandates/due-notices.ts';
import { noticeSubscriptions } from '../src/modules/mandates/index.ts';
import { issueMandate } from '../src/modules/mandates/issue-mandate.ts';
import { takeInSigning } from '../src/modules/mandates/take-in-signing.ts';
import { caseWorld, type Person } from './case-world.ts';

const world = caseWorld();
const { db, anna, erik, siv } = world;
const secrets = makeSecrets(exampleDataKey);
const number = '197911239817';
const subscriptions = noticeSubscriptions(deliver);
const today = Temporal.Now.plainDateISO('Europe/Stockholm');

beforeAll(async () => {
  const [index] = secrets.indexes(`SE:${number}`, 'identity.number');
  await db.sql('insert into identity.number_index values ($1, $2)', [index, erik.party]);
  await db.sql(`update identity.party set language = 'fi' where party_id = $1`, [erik.party]);
});

type Told = { readonly event: EventId; readonly body: EventBody };
let handled = new Set<EventId>();

/** What the outbox holds of mandates and nobody has handled; kept, so that it can be handled again. */
async function happened(): Promise<Told[]> {
  const rows = await db.sql<{ event: EventId; kind: string; body: object }>(
    `select event_id as event, kind, body from kernel.outbox where kind like 'mandate.%' order by event_id`,
  );
  return rows
    .filter(({ event }) => !handled.has(event))
    .map(({ event, kind, body }) => ({ event, body: { kind, ...body } as EventBody }));
}

async function handle({ event, body }: Told, over: (scope: Scope) => Scope = (scope) => scope): Promise<void> {
  for (const one of subscriptions.filter(({ kind }) => kind === body.kind)) {
    const scope = db.scopes({
      actor: { kind: 'system', name: one.name },
      room: 'worker',
      fence: { authorities: [], parties: body.parties },
    });
    await one.handle(over(scope), body, { event, attempt: 1, lastAttempt: false });
  }
  handled = handled.add(event);
}

async function handleAll(): Promise<void> {
  for (const told of await happened()) await handle(told);
}

async function given(grantor: Person, months = 12): Promise<MandateId> {
  const { mandate } = await issueMandate(
    world.resident(grantor),
    { secrets, testPersons: true },
    {
      ...{ reach: { kind: 'everything' }, subject: { sv: 'allt', fi: 'kaikki', en: 'everything' } },
      ...{ level: 'active', mayPassOn: false, from: today, to: today.add({ months }) },
    },
    [{ country: 'SE', number, name: 'Grannen' }],
  );
  await db.sql(
    `insert into signing.event (signing_id, seq, kind, at, by_party, parties, body)
     select signing_id, 2, 'signed', now(), $2, array[$2::uuid], '{"place": 1}' from mandates.mandate where mandate_id = $1`,
    [mandate, grantor.party],
  );
  await takeInSigning(world.resident(grantor), mandate);
  return mandate;
}

type Lying = { readonly party: PartyId; readonly subject: string; readonly body: string; readonly language: string };

async function letters(mandate: MandateId): Promise<Lying[]> {
  return db.sql<Lying>(
    `select party_id as party, subject, body, language from mailbox.message where mandate_id = $1
     order by delivered_at, message_id`,
    [mandate],
  );
}
const subjectsTo = async (mandate: MandateId, { party }: Person) =>
  (await letters(mandate)).filter((one) => one.party === party).map(({ subject }) => subject);

test('both sides read of it in their own language, with the link, and a tip follows that says nothing of it', async () => {
  const mandate = await given(anna);
  await handleAll();
  expect(await subjectsTo(mandate, anna)).toEqual(['Fullmakten är klar']);
  expect(await subjectsTo(mandate, erik)).toEqual(['Olet saanut valtuutuksen']);

  const [item] = (await readInbox(world.resident(erik), undefined)).items;
  const { message } = await openMessage(world.resident(erik), item?.id ?? '');
  expect(message).toMatchObject({ mandate, sender: { name: 'Allmänningens drift' } });
  expect(message.body).toContain('Saaja: Grannen\nKoskee: kaikki');
  const tips = await db.sql<{ body: object }>(`select body from kernel.outbox where kind = 'mailbox.delivered'`);
  expect(tips.length).toBeGreaterThanOrEqual(2);
  for (const { body } of tips) expect(Object.keys(body).sort()).toEqual(['authorities', 'message', 'parties']);

  await actOnMandate(world.resident(erik), mandate, 'accepted');
  await actOnMandate(world.resident(anna), mandate, 'revoked');
  await handleAll();
  expect(await subjectsTo(mandate, anna)).toEqual([
    ...['Fullmakten är klar', 'Fullmakten är mottagen', 'Fullmakten är återkallad'],
  ]);
  expect((await subjectsTo(mandate, erik)).at(-1)).toBe('Sinulla ollut valtuutus on peruutettu');
});

test('the same event handled again, or late, makes no second letter', async () => {
  const mandate = await given(anna);
  await actOnMandate(world.resident(anna), mandate, 'revoked');
  const events = await happened();
  for (const told of [...events, ...events, ...events.toReversed()]) await handle(told);
  expect((await letters(mandate)).length).toBe(4);
});

class Killed extends Error {}

/** Ends the run at its n:th transaction, before or after it is done. */
function killedAt(n: number, when: 'before' | 'after') {
  let step = 0;
  async function through<T>(work: () => Promise<T>): Promise<T> {
    step++;
    if (step === n && when === 'before') throw new Killed();
    const result = await work();
    if (step === n && when === 'after') throw new Killed();
    return result;
  }
  const over = (scope: Scope): Scope => ({
    ...scope,
    read: (work) => through(() => scope.read(work)),
    write: (work) => through(() => scope.write(work)),
    reaching: (permit, fence) => over(scope.reaching(permit, fence)),
  });
  return over;
}

test('killed between any two steps and begun again, everybody has their letter once', async () => {
  const mandate = await given(anna);
  const [drafted, registered] = await happened();
  await handle(drafted as Told);
  let kills = 0;
  for (const when of ['before', 'after'] as const) {
    for (let n = 1; n <= 12; n++) {
      await handle(registered as Told, killedAt(n, when)).catch((error) => {
        if (!(error instanceof Killed)) throw error;
        kills++;
      });
    }
  }
  await handle(registered as Told);
  expect(kills).toBeGreaterThan(5);
  expect((await letters(mandate)).map(({ party }) => party).sort()).toEqual([anna.party, erik.party].sort());
});

/** As the clock's job runs: behind nobody's fence. */
const clock: Parameters<typeof db.scopes>[0] = {
  actor: { kind: 'system', name: 'mandates.due-notices' },
  room: 'worker',
  fence: { authorities: [], parties: [] },
};

test('before it ends they are warned once, and told once when it has; killed in between, still once', async () => {
  const mandate = await given(anna, 12);
  await handleAll();
  const job = (at: Temporal.Instant) => db.scopes({ ...clock, now: at });
  const [row] = await db.sql<{ until: Temporal.Instant }>(
    'select valid_until as until from mandates.mandate where mandate_id = $1',
    [mandate],
  );
  const until = row?.until as Temporal.Instant;
  await tellDue(job(until.subtract({ hours: 31 * 24 })));
  expect(await happened()).toEqual([]);

  for (const [at, kind, swedish] of [
    [until.subtract({ hours: 29 * 24 }), 'mandate.expiring', 'Fullmakten slutar snart att gälla'],
    [until.add({ seconds: 1 }), 'mandate.expired', 'Fullmakten har slutat att gälla'],
  ] as const) {
    for (let n = 1; n <= 4; n++) {
      const over = killedAt(n, n % 2 === 0 ? 'before' : 'after');
      await tellDue(over(job(at))).catch(() => undefined);
    }
    await Promise.all([tellDue(job(at)), tellDue(job(at))]);
    const events = (await happened()).filter(({ body }) => 'mandate' in body && body.mandate === mandate);
    expect(events.map(({ body }) => body.kind)).toEqual([kind]);
    await handleAll();
    expect((await subjectsTo(mandate, anna)).at(-1)).toBe(swedish);
  }
  expect((await letters(mandate)).length).toBe(6);
});

test('of one that was revoked before, nobody is warned', async () => {
  const mandate = await given(anna, 12);
  await actOnMandate(world.resident(anna), mandate, 'revoked');
  await handleAll();
  await tellDue(db.scopes({ ...clock, now: Temporal.Now.instant().add({ hours: 24 * 800 }) }));
  expect((await happened()).filter(({ body }) => 'mandate' in body && body.mandate === mandate)).toEqual([]);
});

test('who is protected is called in the other’s letter what the mandate calls them, and nothing else', async () => {
  const [index] = secrets.indexes(`SE:${number}`, 'identity.number');
  await db.sql('update identity.number_index set party_id = $2 where index = $1', [index, siv.party]);
  const mandate = await given(anna);
  await actOnMandate(world.resident(siv), mandate, 'accepted');
  await actOnMandate(world.resident(siv), mandate, 'given-back');
  await handleAll();
  const lying = (await letters(mandate)).filter(({ party }) => party === anna.party);
  expect(lying.map(({ subject }) => subject)).toEqual([
    ...['Fullmakten är klar', 'Fullmakten är mottagen', 'Fullmakten är tillbakalämnad'],
  ]);
  for (const { subject, body } of lying) {
    expect(subject + body).not.toContain('Siv');
    expect(body).toContain('Ges till: Grannen');
  }
});
