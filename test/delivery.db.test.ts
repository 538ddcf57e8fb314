import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { httpsDelivery } from '../src/connectors/https-delivery/index.ts';
import { makeSftpKeyPair, sftpDelivery } from '../src/connectors/sftp/index.ts';
import { freePort } from '../src/kernel/embedded/server.ts';
import { makeFileStore } from '../src/kernel/files/index.ts';
import { type AuthorityId, type EventId, newId, type PartyId } from '../src/kernel/ids.ts';
import type { EventBody } from '../src/kernel/outbox.ts';
import type { Scope } from '../src/kernel/scope.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import { addDestination, replay, seeDeliveries, seeDestination } from '../src/modules/exchange/destinations.ts';
import {
  type Delivery,
  deliveryBy,
  deliverySubscriptions,
  type SftpAddress,
  send,
} from '../src/modules/exchange/index.ts';
import { inboxOf } from '../src/modules/intake/index.ts';
import { database } from './database.ts';
import { type Simulator, startSimulator } from './simulators.ts';

vi.setConfig({ testTimeout: 600_000 }); // each starts several processes

const sottunga = 2480766 as AuthorityId;
const db = database();
const folder = mkdtempSync(join(tmpdir(), 'delivery-'));
const secrets = makeSecrets(exampleDataKey);
const files = makeFileStore(join(folder, 'files'));
const hostKey = makeSftpKeyPair().privateKey;
let server: Simulator<'sftp-server'> | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});
afterAll(() => rmSync(folder, { recursive: true }));

const maja = newId<PartyId>();
const fence = { authorities: [sottunga], parties: [] };
function official(): Scope {
  const actor = {
    kind: 'official',
    party: maja,
    name: 'Maja Ek',
    assurance: 'high',
    session: 's',
    grants: [],
  } as const;
  return db.scopes({ actor, room: 'official', fence });
}
function job(): Scope {
  return db.scopes({ actor: { kind: 'system', name: 'test' }, room: 'worker', fence });
}

type Faults = Readonly<Record<string, string>>;

/** A destination with a folder of its own, on a server that is not started yet. */
async function destination(collects = false) {
  const inbox = mkdtempSync(join(folder, 'inbox-'));
  const port = await freePort();
  const keys = makeSftpKeyPair();
  const env = { FOLDER: inbox, USERNAME: 'prov', PUBLIC_KEY: keys.publicKey, HOST_KEY: hostKey, PORT: String(port) };
  mkdirSync(join(inbox, 'in'));
  const start = async (faults: Faults = {}) => {
    await server?.stop();
    server = await startSimulator('sftp-server', { ...env, ...faults });
    return server.hostKey;
  };
  const print = await start();
  const made = {
    name: 'Lönebyrån',
    host: '127.0.0.1',
    port,
    username: 'prov',
    folder: '/in',
    hostKey: print,
    collects,
  };
  const key = await addDestination(official(), { secrets, makeKeyPair: () => keys }, sottunga, made);
  const there = () => readdirSync(join(inbox, 'in')).sort();
  return { key, start, there, place: join(inbox, 'in') };
}

function carrierJob(sftp: Delivery<SftpAddress> = sftpDelivery({ production: false })) {
  const carrier = deliveryBy(sftp, httpsDelivery({ production: true }));
  const [deliver, look] = deliverySubscriptions({ files, secrets, carrier });
  const run = { event: newId<EventId>(), attempt: 1, lastAttempt: false };
  return {
    deliver: (delivery: string) =>
      deliver?.handle(job(), { authority: sottunga, delivery } as unknown as EventBody, run),
    look: (to: string) => look?.handle(job(), { authority: sottunga, destination: to } as unknown as EventBody, run),
  };
}

async function ordered(to: string, content: Buffer, name = 'lista.csv'): Promise<string> {
  const { digest, size } = await files.put(content, 'application/octet-stream');
  const order = { authority: sottunga, destination: to, name, content: digest, size, kind: 'test', subject: 'x' };
  const { delivery } = await job().write((tx) => send(tx, job(), order));
  return delivery;
}
async function outcomes(delivery: string): Promise<unknown[]> {
  const rows = await db.sql<{ outcome: string | null }>(
    'select outcome from exchange.attempt where delivery_id = $1 order by number',
    [delivery],
  );
  return rows.map(({ outcome }) => outcome);
}
async function stateOf(delivery: string): Promise<string | undefined> {
  const { deliveries } = await seeDeliveries(official(), inboxOf({ targets: [] }), sottunga);
  return deliveries.find((one) => one.delivery === delivery)?.state;
}
const large = randomBytes(400_000);

test('a server that is killed in the middle of a file gets it whole at the next attempt, and both sides agree', async () => {
  const { key, start, there, place } = await destination();
  await start({ DIE_AFTER_BYTES: '150000' });
  const delivery = await ordered(key.destination, large);
  const { deliver, look } = carrierJob();
  await expect(deliver(delivery)).rejects.toThrow('exchange.delivery.later');
  expect(there().filter((name) => !name.startsWith('.'))).toEqual([]);
  expect(await stateOf(delivery)).toBe('later');
  await start();
  await deliver(delivery);
  expect(there()).toEqual(['lista.csv']);
  expect(readFileSync(join(place, 'lista.csv')).equals(large)).toBe(true);
  expect(await outcomes(delivery)).toEqual(['later', 'delivered']);
  await look(key.destination);
  expect((await seeDestination(official(), key)).looked).toMatchObject({
    state: 'answered',
    agreed: 1,
    differences: [],
  });
  await deliver(delivery); // the job once more
  expect(await outcomes(delivery)).toHaveLength(2);
});

test.each([
  ['before', 'is sent once more'],
  ['after', 'is found, and not sent again'],
])('a file of which it is unknown whether it got its name, since the server was killed right %s, %s', async (when) => {
  const { key, start, there } = await destination();
  await start({ DIE_AT_RENAME: when });
  const delivery = await ordered(key.destination, large);
  const { deliver } = carrierJob();
  await expect(deliver(delivery)).rejects.toThrow('exchange.delivery.later');
  expect(await stateOf(delivery)).toBe('unknown');
  await start();
  await deliver(delivery);
  expect(await outcomes(delivery)).toEqual(['unknown', 'delivered']);
  expect(there()).toEqual(['lista.csv']);
});

test('where files are taken away, an unknown one waits for a person and is not sent twice', async () => {
  const { key, start } = await destination(true);
  await start({ DIE_AT_RENAME: 'after' });
  const delivery = await ordered(key.destination, large);
  const { deliver } = carrierJob();
  await deliver(delivery);
  expect(await stateOf(delivery)).toBe('unknown');
  await start();
  await deliver(delivery);
  expect(await outcomes(delivery)).toEqual(['unknown']);
});

test('our own process that was killed after it had sent finds the file there', async () => {
  const { key, there } = await destination();
  const delivery = await ordered(key.destination, large);
  const killed: Delivery<SftpAddress> = {
    ...sftpDelivery({ production: false }),
    put: async (to, file) => {
      await sftpDelivery({ production: false }).put(to, file);
      throw new Error('killed');
    },
  };
  await expect(carrierJob(killed).deliver(delivery)).rejects.toThrow('killed');
  expect(await outcomes(delivery)).toEqual([null]);
  await carrierJob().deliver(delivery);
  expect(await outcomes(delivery)).toEqual([null, 'delivered']);
  expect(there()).toEqual(['lista.csv']);
});

test('another file of the same name is never overwritten, and is told', async () => {
  const { key, place } = await destination();
  writeFileSync(join(place, 'lista.csv'), 'någon annans');
  const delivery = await ordered(key.destination, large);
  await carrierJob().deliver(delivery);
  expect(await stateOf(delivery)).toBe('refused');
  expect(readFileSync(join(place, 'lista.csv'), 'utf8')).toBe('någon annans');
});

test('a server with another key than the pinned one is sent nothing', async () => {
  const { key, start, there } = await destination();
  await start({ HOST_KEY: makeSftpKeyPair().privateKey });
  const delivery = await ordered(key.destination, large);
  await carrierJob().deliver(delivery);
  expect(await stateOf(delivery)).toBe('refused');
  expect(there()).toEqual([]);
});

test('what differs from what we think is told, and sending again from a day mends what is gone', async () => {
  const { key, there, place } = await destination();
  const { deliver, look } = carrierJob();
  for (const name of ['a.csv', 'b.csv', 'c.csv'])
    await deliver(await ordered(key.destination, Buffer.from(name), name));
  rmSync(join(place, 'a.csv'));
  writeFileSync(join(place, 'b.csv'), 'B.csv');
  writeFileSync(join(place, 'd.csv'), 'deras egen');
  await look(key.destination);
  expect((await seeDestination(official(), key)).looked).toMatchObject({
    agreed: 1,
    differences: [
      { name: 'a.csv', kind: 'missing' },
      { name: 'b.csv', kind: 'other' },
      { name: 'd.csv', kind: 'strange' },
    ],
  });
  rmSync(join(place, 'b.csv'));
  expect(await replay(official(), key, Temporal.Now.instant().subtract({ hours: 1 }))).toBe(3);
  const { deliveries } = await seeDeliveries(official(), inboxOf({ targets: [] }), sottunga);
  for (const one of deliveries.filter(({ state }) => state === 'waiting')) await deliver(one.delivery);
  expect(there()).toEqual(['a.csv', 'b.csv', 'c.csv', 'd.csv']);
  expect(readFileSync(join(place, 'b.csv'), 'utf8')).toBe('b.csv');
});

test('the private key is kept sealed', async () => {
  const rows = await db.sql('select d::text as text from exchange.destination d');
  expect(JSON.stringify(rows)).not.toContain('PRIVATE KEY');
});
