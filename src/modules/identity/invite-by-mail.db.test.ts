import { beforeAll, expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import { testPerson } from '../../../test/simulators.ts';
import type { RoleGrant } from '../../kernel/authority.ts';
import { type AuthorityId, newId, type PartyId } from '../../kernel/ids.ts';
import type { EventOf } from '../../kernel/jobs/subscription.ts';
import type { Scope } from '../../kernel/scope.ts';
import { exampleDataKey, generateDataKey, makeSecrets } from '../../kernel/secrets.ts';
import { mayActBy } from '../mandates/index.ts';
import type { Tip } from '../notifications/index.ts';
import { ensureParty } from './ensure-party.ts';
import { acceptInvitation, withdrawInvitation } from './invite.ts';
import { invitationMailer, inviteByMail } from './invite-by-mail.ts';
import type { RoleTerms } from './role.ts';
import { usualLimits } from './session.ts';
import { loadInvitations } from './store/roles.ts';
import { forgetExpired } from './store/sessions.ts';
import { protectParty } from './upkeep.ts';

const db = database(mayActBy('high'));
const secrets = makeSecrets(exampleDataKey);
const sottunga = 2480766 as AuthorityId;
const kokar = 2480318 as AuthorityId;
const administrator: RoleTerms = { role: 'administrator', unit: null, tasks: [], rights: [] };
let maja: PartyId;
let karin: PartyId;

beforeAll(async () => {
  const visitor = db.scopes({ actor: { kind: 'anonymous' }, room: 'resident', fence: nobody });
  maja = await ensureParty(visitor, secrets, testPerson('maja'));
  karin = await ensureParty(visitor, secrets, testPerson('karin'));
});

const nobody = { authorities: [], parties: [] };

function office(role: RoleGrant['role'], authority: AuthorityId): Scope {
  const grant: RoleGrant = {
    ...{ id: newId(), role, employer: authority, authority, unit: null, tasks: ['dialogue'], rights: [] },
    agreement: null,
  };
  return db.scopes({
    actor: { kind: 'official', party: maja, name: '', assurance: 'high', session: 's', grants: [grant] },
    room: 'official',
    fence: { authorities: [authority], parties: [] },
  });
}

function worker(authority: AuthorityId, parties: readonly PartyId[] = []): Scope {
  const fence = { authorities: [authority], parties };
  return db.scopes({ actor: { kind: 'system', name: 'test' }, room: 'worker', fence });
}

function person(party: PartyId, now = Temporal.Now.instant()): Scope {
  return db.scopes({
    actor: { kind: 'person', party, name: '', assurance: 'high', session: 's' },
    room: 'resident',
    fence: { authorities: [], parties: [party] },
    now,
  });
}

function invitee(address = 'ny@example.org', form = newId<string>()) {
  return { note: 'Ny', address, language: 'sv' as const, form };
}

type Invited = EventOf<'identity.invited'>;

async function lastEvent(): Promise<Invited> {
  const [row] = await db.sql<{ body: Omit<Invited, 'kind'> }>(
    "select body from kernel.outbox where kind = 'identity.invited' order by event_id desc limit 1",
  );
  if (!row) throw new Error('no event');
  return { kind: 'identity.invited', ...row.body };
}

/** What the job would send. */
async function mailed(event: Invited, keys = secrets, by = worker(sottunga)): Promise<Tip[]> {
  const sent: Tip[] = [];
  const send = invitationMailer(keys, async (_scope, tip) => {
    sent.push(tip);
    return 'accepted';
  });
  await send(by, event);
  return sent;
}

function tokenIn(tip: Tip | undefined): string {
  if (tip?.kind !== 'invitation') throw new Error('not an invitation');
  return tip.path.split('/').at(-1) ?? '';
}

test('who is invited by mail gets the role by its link, once, and the same link however often the job runs', async () => {
  await inviteByMail(office('administrator', sottunga), secrets, sottunga, administrator, invitee());
  const event = await lastEvent();
  const [once, twice] = [await mailed(event), await mailed(event)];
  expect(once).toEqual(twice);
  expect(once).toMatchObject([
    {
      ...{ kind: 'invitation', address: 'ny@example.org', authority: sottunga, senderName: 'Sottunga' },
      ...{ invitedBy: 'Maja Öhman', role: 'administratör', language: 'sv' },
    },
  ]);
  await acceptInvitation(person(karin), secrets, tokenIn(once[0]));
  await expect(acceptInvitation(person(karin), secrets, tokenIn(once[0]))).rejects.toThrow('identity.invitation.gone');
  expect(await mailed(event)).toEqual([]);
  const rows = await db.sql('select role, given_by from identity.role_assignment where party_id = $1', [karin]);
  expect(rows).toEqual([{ role: 'administrator', given_by: maja }]);
});

test('the same form posted twice is one invitation and one event', async () => {
  const scope = office('administrator', sottunga);
  const to = invitee('tva@example.org');
  const before = await scope.read((tx) => loadInvitations(tx, sottunga, scope.now));
  await Promise.all([1, 2].map(() => inviteByMail(scope, secrets, sottunga, administrator, to)));
  const after = await scope.read((tx) => loadInvitations(tx, sottunga, scope.now));
  expect(after).toHaveLength(before.length + 1);
  const newest = after[0]?.id;
  const events = await db.sql("select 1 from kernel.outbox where body ->> 'invitation' = $1", [newest]);
  expect(events).toHaveLength(1);
});

test('neither link nor address stands in clear in the database; the address is gone when the role is taken', async () => {
  await inviteByMail(
    office('administrator', sottunga),
    secrets,
    sottunga,
    administrator,
    invitee('hemlig@example.org'),
  );
  const event = await lastEvent();
  const token = tokenIn((await mailed(event))[0]);
  const rows = JSON.stringify(
    await db.sql('select i::text as row from identity.invitation i union all select o::text from kernel.outbox o'),
  );
  expect(rows).not.toContain('hemlig@');
  expect(rows).not.toContain(token);
  await acceptInvitation(person(karin), secrets, token);
  const late = Temporal.Now.instant().add({ hours: 24 * 15 });
  await worker(sottunga).write((tx) => forgetExpired(tx, late, usualLimits));
  expect(await db.sql('select from identity.invitation where address is not null')).toEqual([]);
});

test('a mail that waits while keys are rotated holds the link that works', async () => {
  await inviteByMail(office('administrator', sottunga), secrets, sottunga, administrator, invitee());
  const rotated = makeSecrets(`${generateDataKey()},${exampleDataKey}`);
  const [tip] = await mailed(await lastEvent(), rotated);
  expect((await acceptInvitation(person(karin), rotated, tokenIn(tip))).authority).toBe(sottunga);
});

test('nothing is sent for an invitation that was taken back, or by a job behind another authority’s fence', async () => {
  const scope = office('administrator', sottunga);
  await inviteByMail(scope, secrets, sottunga, administrator, invitee());
  const event = await lastEvent();
  await expect(mailed(event, secrets, worker(kokar))).rejects.toThrow('outside the scope');
  await withdrawInvitation(scope, sottunga, event.invitation);
  expect(await mailed(event)).toEqual([]);
});

test('an inviter with a protected identity is not named: the authority invites', async () => {
  await inviteByMail(office('administrator', sottunga), secrets, sottunga, administrator, invitee());
  await protectParty(worker(sottunga, [maja]), maja, true);
  expect(await mailed(await lastEvent())).toMatchObject([{ invitedBy: 'Sottunga' }]);
  await protectParty(worker(sottunga, [maja]), maja, false);
});

test.each(['ny', 'a@b@example.org', 'ny@example.org\r\nBcc: x@example.org'])('%j is no address', async (address) => {
  const scope = office('administrator', sottunga);
  await expect(inviteByMail(scope, secrets, sottunga, administrator, invitee(address))).rejects.toThrow(
    'identity.address.invalid',
  );
});

test.each([
  ['another authority’s administrator', () => office('administrator', kokar)],
  ['a case officer of it', () => office('case-officer', sottunga)],
  ['a resident', () => person(karin)],
])('to invite by mail is not for %s', async (_who, scope) => {
  const before = await db.sql('select from kernel.outbox');
  await expect(inviteByMail(scope(), secrets, sottunga, administrator, invitee())).rejects.toThrow('kernel.authority');
  expect(await db.sql('select from kernel.outbox')).toHaveLength(before.length);
});
