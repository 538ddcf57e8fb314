import { expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import { type AuthorityId, type MessageId, newId, type PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import { mayActBy } from '../mandates/index.ts';
import { unreadCount } from './count-unread.ts';
import { readCursor } from './cursor.ts';
import { deliver } from './deliver.ts';
import { deliveryOf, messageAvailable } from './delivery-of.ts';
import { openMessage, peekAtMessage } from './open-message.ts';
import { readInbox } from './read-inbox.ts';

const db = database(mayActBy('high'));
const sottunga = 2480766 as AuthorityId;
const noon = Temporal.Instant.from('2026-03-01T12:00:00Z');

function person(party: PartyId): Scope {
  return db.scopes({
    actor: { kind: 'person', party, name: 'Anna', assurance: 'low', session: 's' },
    principal: party,
    room: 'resident',
    fence: { authorities: [], parties: [party] },
    now: noon.add({ hours: 1 }),
  });
}

async function send(party: PartyId, subject: string, now = noon): Promise<MessageId> {
  const message = newId<MessageId>();
  const scope = db.scopes({
    actor: { kind: 'system', name: 'test' },
    room: 'worker',
    fence: { authorities: [sottunga], parties: [party] },
    now,
  });
  const body = 'Ansökan beviljas.\n\nVälkommen.';
  await deliver(scope, { message, party, authority: sottunga, kind: 'decision', language: 'sv', subject, body });
  return message;
}

test('the mailbox is read newest first, page by page, and none is lost or doubled when many come at once', async () => {
  const party = newId<PartyId>();
  const sent: MessageId[] = [];
  for (let n = 0; n < 7; n++) {
    sent.push(await send(party, `Nummer ${n}`, noon.add({ seconds: n < 4 ? 0 : n }))); // four at the same moment
  }
  const subjects: string[] = [];
  const seen: MessageId[] = [];
  let next: string | null | undefined;
  for (let pages = 0; next !== null; pages++) {
    expect(pages).toBeLessThan(5);
    const inbox = await readInbox(person(party), readCursor(next), 2);
    subjects.push(...inbox.items.map(({ subject }) => subject));
    seen.push(...inbox.items.map(({ id }) => id));
    next = inbox.next;
  }
  expect(subjects.slice(0, 3)).toEqual(['Nummer 6', 'Nummer 5', 'Nummer 4']);
  expect(seen.toSorted()).toEqual(sent.toSorted());
});

test('a message is opened once, also in two windows at the same moment, and that is told once', async () => {
  const party = newId<PartyId>();
  const message = await send(party, 'Beslut');
  expect(await unreadCount(person(party))).toBe(1);

  const [opened] = await Promise.all([openMessage(person(party), message), openMessage(person(party), message)]);
  expect(opened.message).toMatchObject({ subject: 'Beslut', body: 'Ansökan beviljas.\n\nVälkommen.' });
  await openMessage(person(party), message);

  expect(await unreadCount(person(party))).toBe(0);
  const events = 'select kind, at, actor_party from mailbox.message_event where message_id = $1 order by seq';
  const at = noon.add({ hours: 1 });
  const [, second, ...more] = await db.sql<{ kind: string; at: unknown; actor_party: string }>(events, [message]);
  expect(second).toMatchObject({ kind: 'opened', actor_party: party });
  expect(String(second?.at)).toBe(String(at));
  expect(more).toEqual([]);
  const told = await db.sql(`select from kernel.outbox where kind = 'mailbox.opened' and body->>'message' = $1`, [
    message,
  ]);
  expect(told).toHaveLength(1);
});

test('a browser that looks ahead opens nothing', async () => {
  const party = newId<PartyId>();
  const message = await send(party, 'Beslut');
  await peekAtMessage(person(party), message);
  expect(await unreadCount(person(party))).toBe(1);
});

test('what has happened to a message can not be written over', async () => {
  const message = await send(newId<PartyId>(), 'Beslut');
  await expect(db.sql(`update mailbox.message_event set at = now() where message_id = $1`, [message])).rejects.toThrow(
    'append-only',
  );
});

test('the sender learns that a message has come and when it was opened', async () => {
  const party = newId<PartyId>();
  const message = await send(party, 'Beslut');
  const office = db.scopes({
    actor: { kind: 'system', name: 'test' },
    room: 'official',
    fence: { authorities: [sottunga], parties: [] },
  });
  const about = { authority: sottunga, party, message };
  expect(await messageAvailable(office, { ...about, message: newId<MessageId>() })).toBe(false);
  expect(await messageAvailable(office, about)).toBe(true);
  expect((await deliveryOf(office, about))?.openedAt).toBeNull();
  await openMessage(person(party), message);
  expect((await deliveryOf(office, about))?.openedAt?.equals(noon.add({ hours: 1 }))).toBe(true);
});
