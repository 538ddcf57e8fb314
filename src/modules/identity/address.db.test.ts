import { beforeAll, expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import { testPerson } from '../../../test/simulators.ts';
import { isEmailAddress } from '../../kernel/identifiers/email-address.ts';
import type { EventId, PartyId } from '../../kernel/ids.ts';
import type { EventOf } from '../../kernel/jobs/subscription.ts';
import type { Scope } from '../../kernel/scope.ts';
import { exampleDataKey, makeSecrets } from '../../kernel/secrets.ts';
import { operatorAuthority } from '../directory/index.ts';
import type { Tip } from '../notifications/index.ts';
import {
  addressMailer,
  claimAddress,
  confirmAddress,
  keepVerifiedAddress,
  ownAddress,
  removeAddress,
  verifiedEmailFinder,
} from './address.ts';
import { ensureParty } from './ensure-party.ts';

const db = database();
const secrets = makeSecrets(exampleDataKey);
let anna: PartyId;
let erik: PartyId;

beforeAll(async () => {
  const visitor = db.scopes({
    actor: { kind: 'anonymous' },
    room: 'resident',
    fence: { authorities: [], parties: [] },
  });
  anna = await ensureParty(visitor, secrets, testPerson('anna'));
  erik = await ensureParty(visitor, secrets, testPerson('erik'));
});

function resident(party: PartyId, now = Temporal.Now.instant()): Scope {
  return db.scopes({
    actor: { kind: 'person', party, name: '', assurance: 'high', session: 's' },
    room: 'resident',
    fence: { authorities: [], parties: [party] },
    now,
  });
}

function worker(party: PartyId): Scope {
  return db.scopes({
    actor: { kind: 'system', name: 'test' },
    room: 'worker',
    fence: { authorities: [operatorAuthority], parties: [party] },
  });
}

type Claimed = EventOf<'identity.address-claimed'>;

/** What the job would send for the newest claim. */
async function mailed(party: PartyId): Promise<Tip[]> {
  const [event] = await db.sql<{ event_id: EventId; body: Omit<Claimed, 'kind'> }>(
    "select event_id, body from kernel.outbox where kind = 'identity.address-claimed' order by event_id desc limit 1",
  );
  if (!event) throw new Error('no event');
  const sent: Tip[] = [];
  const send = addressMailer(secrets, async (_scope, tip) => {
    sent.push(tip);
    return 'accepted';
  });
  await send(worker(party), { kind: 'identity.address-claimed', ...event.body });
  return sent;
}

function tokenIn(tip: Tip | undefined): string {
  if (tip?.kind !== 'verify-address') throw new Error('not a mail with a link');
  return tip.path.split('/').at(-1) ?? '';
}

const find = verifiedEmailFinder(secrets);

test('an address is used when its link has been followed by who gave it, and not before', async () => {
  await claimAddress(resident(anna), secrets, 'anna@example.org');
  expect(await ownAddress(resident(anna), secrets)).toEqual({ verified: null, claimed: 'anna@example.org' });
  expect(await find(worker(anna), anna)).toBeNull();

  const [tip] = await mailed(anna);
  expect(tip).toMatchObject({ address: 'anna@example.org', language: 'sv' });
  await confirmAddress(resident(anna), secrets, tokenIn(tip));
  expect(await ownAddress(resident(anna), secrets)).toEqual({ verified: 'anna@example.org', claimed: null });
  expect(await find(worker(anna), anna)).toEqual({ address: 'anna@example.org', language: 'sv' });
});

test('the old address is used until the new one is confirmed, and the job that runs twice sends the same link', async () => {
  await keepVerifiedAddress(worker(erik), secrets, erik, 'old@example.org');
  await claimAddress(resident(erik), secrets, 'new@example.org');
  const [once, twice] = [await mailed(erik), await mailed(erik)];
  expect(once).toEqual(twice);
  expect(await find(worker(erik), erik)).toMatchObject({ address: 'old@example.org' });
  await confirmAddress(resident(erik), secrets, tokenIn(once[0]));
  expect(await find(worker(erik), erik)).toMatchObject({ address: 'new@example.org' });
});

test('a link that is used, too old, made up, or for an address changed meanwhile is refused', async () => {
  await claimAddress(resident(anna), secrets, 'first@example.org');
  const first = tokenIn((await mailed(anna))[0]);
  await claimAddress(resident(anna), secrets, 'second@example.org');
  const second = tokenIn((await mailed(anna))[0]);
  const tooLate = resident(anna, Temporal.Now.instant().add({ hours: 49 }));
  for (const [scope, token] of [
    [resident(anna), first],
    [tooLate, second],
    [resident(anna), 'x'],
  ] as const) {
    await expect(confirmAddress(scope, secrets, token)).rejects.toThrow('identity.address.link-gone');
  }
  await confirmAddress(resident(anna), secrets, second);
  await expect(confirmAddress(resident(anna), secrets, second)).rejects.toThrow('identity.address.link-gone');
});

test("another's link does nothing for who is signed in as somebody else", async () => {
  await claimAddress(resident(anna), secrets, 'anna2@example.org');
  const token = tokenIn((await mailed(anna))[0]);
  await claimAddress(resident(erik), secrets, 'erik2@example.org');
  await expect(confirmAddress(resident(erik), secrets, token)).rejects.toThrow('identity.address.link-gone');
});

test('no mail is sent for an address that was changed or removed before the job ran', async () => {
  await claimAddress(resident(anna), secrets, 'gone@example.org');
  await removeAddress(resident(anna));
  expect(await mailed(anna)).toEqual([]);
  expect(await ownAddress(resident(anna), secrets)).toEqual({ verified: null, claimed: null });
});

test('addresses are sealed in the database, and not in events', async () => {
  await claimAddress(resident(anna), secrets, 'sealed@example.org');
  const rows = await db.sql(
    'select c::text as row from identity.contact c union all select o::text from kernel.outbox o',
  );
  expect(JSON.stringify(rows)).not.toContain('example.org');
});

test.each([
  ['anna@example.org', true],
  ['anna.sjöblom+tips@xn--exempel-9xa.ax', true],
  ['anna', false],
  ['anna@localhost', false],
  ['a@b@example.org', false],
  ['anna@example.org\r\nBcc: x@example.org', false],
  [`${'a'.repeat(65)}@example.org`, false],
])('%s is an address: %s', (text, is) => {
  expect(isEmailAddress(text)).toBe(is);
});
