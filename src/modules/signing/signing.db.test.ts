import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import { newId, type PartyId, type SigningId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import { mayActBy } from '../mandates/index.ts';
import { expireSchedule, requestSignatures, type SignatureRequest, signingState, withdraw } from './index.ts';
import { ownSignings } from './own-signings.ts';
import { refuseToSign } from './refuse.ts';
import { withdrawOwn } from './withdraw.ts';

const db = database(mayActBy('high'));
const [anna, erik, aino] = [newId<PartyId>(), newId<PartyId>(), newId<PartyId>()];
const now = Temporal.Instant.from('2026-11-22T09:00:00Z');
const soon = now.add({ minutes: 1 });
const nextWeek = now.add({ hours: 7 * 24 });
const words = ['Erik Lund får läsa din post från Sottunga.'];

const mandate = {
  title: { sv: 'Fullmakt', fi: 'Valtuutus', en: 'Mandate' },
  plainWords: { sv: words, fi: words, en: words },
  content: { services: ['mailbox'] },
};

function person(party: PartyId, at = now, parties: readonly PartyId[] = [party]): Scope {
  return db.scopes({
    actor: { kind: 'person', party, name: 'Anna', assurance: 'high', session: newId() },
    ...{ principal: party, room: 'resident', fence: { authorities: [], parties }, now: at },
  });
}
const worker = (at: Temporal.Instant, parties: readonly PartyId[] = []) =>
  db.scopes({
    actor: { kind: 'system', name: 'test' },
    room: 'worker',
    fence: { authorities: [], parties },
    now: at,
  });

async function asked(more: Partial<SignatureRequest> = {}): Promise<SigningId> {
  const scope = person(anna, now, [anna, erik, aino]);
  return scope.write((tx) =>
    requestSignatures(scope, tx, {
      subject: { kind: 'mandate', id: newId() },
      document: mandate,
      signers: [{ party: anna }, { party: erik, onBehalfOf: aino }],
      ...{ inOrder: false, deadline: nextWeek, ...more },
    }),
  );
}

beforeAll(async () => {
  for (const [party, name] of [
    [anna, 'Anna'],
    [erik, 'Erik'],
    [aino, 'Aino'],
  ]) {
    await db.sql(`insert into identity.party values ($1, 'person', $2, 'sv', false, now())`, [party, name]);
  }
});

const eventsOf = (id: SigningId) =>
  db.sql<{ kind: string; body: object }>(
    `select kind, body from kernel.outbox where body->>'signing' = $1 order by event_id`,
    [id],
  );

describe('asking for signatures', () => {
  test('every party sees it, and whose turn it is', async () => {
    const id = await asked();
    for (const party of [anna, erik, aino]) {
      expect(await signingState(person(party), id)).toMatchObject({ state: 'open', turns: [1, 2] });
    }
    const lists = await db.sql('select party_id, ball from signing.signer where signing_id = $1', [id]);
    expect(lists).toHaveLength(3);
    expect(lists).toContainEqual({ party_id: aino, ball: 'others' });
    expect((await eventsOf(id)).map(({ kind }) => kind)).toEqual(['signing.requested']);
  });

  test('what an e-ID can not show is not asked for', async () => {
    const long = ['x'.repeat(4000)];
    const document = {
      title: { sv: 'x', fi: 'x', en: 'x' },
      plainWords: { sv: long, fi: words, en: words },
      content: null,
    };
    await expect(asked({ document })).rejects.toThrow(RangeError);
    await expect(asked({ signers: [] })).rejects.toThrow(RangeError);
    await expect(asked({ deadline: now })).rejects.toThrow(RangeError);
  });
});

test('what has become pointless is withdrawn in the same transaction, and stays so', async () => {
  const id = await asked();
  const scope = worker(now, [anna, erik, aino]);
  await scope.write((tx) => withdraw(scope, tx, id));
  await scope.write((tx) => withdraw(scope, tx, id));
  expect(await signingState(person(erik), id)).toMatchObject({ state: 'withdrawn', turns: [] });
  expect((await eventsOf(id)).map(({ kind }) => kind)).toEqual(['signing.requested', 'signing.withdrawn']);
});

test('who asked takes it back; another party does not, nor who is none', async () => {
  const id = await asked();
  await expect(withdrawOwn(person(erik), id)).rejects.toMatchObject({ key: 'signing.not-yours' });
  await expect(withdrawOwn(person(newId()), id)).rejects.toMatchObject({ key: 'signing.not-found' });
  await withdrawOwn(person(anna), id);
  await expect(withdrawOwn(person(anna), id)).rejects.toMatchObject({ key: 'signing.over.withdrawn' });
});

test('one who will not sign ends it for all, and says why', async () => {
  const id = await asked();
  await expect(refuseToSign(person(aino), id, 'Nej')).rejects.toMatchObject({ key: 'signing.not-asked' });
  await refuseToSign(person(erik), id, 'Det är inte det vi sade.');
  await expect(refuseToSign(person(anna), id, 'Nej')).rejects.toMatchObject({ key: 'signing.over.refused' });
  const { events } = await signingState(person(anna), id);
  expect(events.at(-1)).toMatchObject({ kind: 'refused', by: erik, reason: 'Det är inte det vi sade.' });
});

test('each has their own list: mine, others’, and what is over', async () => {
  const who = newId<PartyId>();
  const scope = person(who, now, [who, erik]);
  const request = { signers: [{ party: who }, { party: erik }], inOrder: true };
  const made = async (at: Temporal.Instant) =>
    scope.write((tx) =>
      requestSignatures(scope, tx, {
        ...{ subject: { kind: 'mandate', id: newId() }, document: mandate, deadline: at, ...request },
      }),
    );
  const [open, past, over] = [await made(nextWeek), await made(soon), await made(nextWeek)];
  await withdrawOwn(scope, over);
  const mine = await ownSignings(person(who, soon));
  expect(mine.mine.map(({ id }) => id)).toEqual([open]);
  expect(mine.others).toEqual([]);
  expect(mine.done.map(({ id, state }) => [id, state])).toEqual([
    [past, 'expired'],
    [over, 'withdrawn'],
  ]);
  const theirs = await ownSignings(person(erik, soon));
  expect(theirs.others.map(({ id }) => id)).toContain(open);
  expect(theirs.mine.map(({ id }) => id)).not.toContain(open);
});

test('past its deadline it is over at once, and the clock tells it once', async () => {
  const id = await asked({ deadline: now.add({ minutes: 5 }) });
  const later = now.add({ minutes: 5 });
  expect(await signingState(person(erik, later), id)).toMatchObject({ state: 'expired', turns: [] });
  await expireSchedule.run(worker(later));
  await expireSchedule.run(worker(later.add({ minutes: 5 })));
  expect((await eventsOf(id)).map(({ kind }) => kind)).toEqual(['signing.requested', 'signing.expired']);
  expect(await db.sql('select distinct ball from signing.signer where signing_id = $1', [id])).toEqual([
    { ball: 'done' },
  ]);
});
