import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import { testPerson } from '../../../test/simulators.ts';
import type { RoleGrant } from '../../kernel/authority.ts';
import type { Tx } from '../../kernel/database/connection.ts';
import type { AuthorityId, PartyId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/scope.ts';
import { exampleDataKey, makeSecrets } from '../../kernel/secrets.ts';
import { keepVerifiedAddress, verifiedEmailFinder } from './address.ts';
import { ensureParty } from './ensure-party.ts';
import { endRole, giveRole } from './give-role.ts';
import { invite } from './invite.ts';
import { ownTrail } from './own-trail.ts';
import type { RoleTerms } from './role.ts';
import { usualLimits } from './session.ts';
import { deleteContact, loadContact, putVerified } from './store/contacts.ts';
import { loadNames, loadOwnParty, setLanguage, setProtected } from './store/parties.ts';
import { deleteInvitation, endAssignment, loadAssignments, loadInvitations } from './store/roles.ts';
import { endSessions, loadSessions } from './store/sessions.ts';

// Modules above this one answer mayAct; here it says yes, so that only the fence is left to say no.
const db = database();
const secrets = makeSecrets(exampleDataKey);
const own = 9000910 as AuthorityId;
const other = 9000911 as AuthorityId;
const officer: RoleTerms = { role: 'case-officer', unit: null, tasks: ['dialogue'], rights: [] };
let anna: PartyId;
let erik: PartyId;
let assignment: string;

beforeAll(async () => {
  const visitor = db.scopes({
    actor: { kind: 'anonymous' },
    room: 'resident',
    fence: { authorities: [], parties: [] },
  });
  anna = await ensureParty(visitor, secrets, testPerson('anna'));
  erik = await ensureParty(visitor, secrets, testPerson('erik'));
  await keepVerifiedAddress(worker([anna]), secrets, anna, 'anna@example.org');
  assignment = (await giveRole(worker([], [own]), own, anna, officer)).id;
  await invite(worker([], [own]), secrets, own, officer, 'Någon');
});

function worker(parties: readonly PartyId[], authorities: readonly AuthorityId[] = []): Scope {
  return db.scopes({ actor: { kind: 'system', name: 'test' }, room: 'worker', fence: { authorities, parties } });
}

function resident(party: PartyId): Scope {
  return db.scopes({
    actor: { kind: 'person', party, name: '', assurance: 'high', session: 's' },
    principal: party,
    room: 'resident',
    fence: { authorities: [], parties: [party] },
  });
}

function official(authorities: readonly AuthorityId[], grants: readonly RoleGrant[] = []): Scope {
  return db.scopes({
    actor: { kind: 'official', party: erik, name: 'Erik', assurance: 'high', session: 's', grants },
    room: 'official',
    fence: { authorities, parties: [] },
  });
}

/** Nothing, however it is said: no row, none changed, or a refusal of the database. */
async function nothingOf(scope: Scope, work: (tx: Tx) => Promise<unknown>): Promise<unknown> {
  try {
    const answer = await scope.write(work);
    return Array.isArray(answer) && answer.length === 0 ? undefined : (answer ?? undefined);
  } catch (error) {
    const { code } = error as { code?: string };
    return code === '42501' ? undefined : error; // insufficient privilege: a policy, a grant, or the function itself
  }
}

const at = Temporal.Now.instant();
describe("every store function with another person's or authority's scope gets nothing", () => {
  const asErik: readonly (readonly [string, (tx: Tx) => Promise<unknown>])[] = [
    ['loadOwnParty', (tx) => loadOwnParty(tx, anna)],
    ['setLanguage', (tx) => setLanguage(tx, anna, 'en')],
    ['setProtected', (tx) => setProtected(tx, anna, true)],
    ['loadNames', (tx) => loadNames(tx, own, [anna])],
    ['loadContact', (tx) => loadContact(tx, anna)],
    ['putVerified', (tx) => putVerified(tx, anna, 'x', at)],
    ['deleteContact', (tx) => deleteContact(tx, anna)],
    ['loadSessions', (tx) => loadSessions(tx, anna, at, usualLimits)],
    ['endSessions', (tx) => endSessions(tx, anna, { allBut: crypto.randomUUID() })],
    ['loadAssignments', (tx) => loadAssignments(tx, own)],
    ['loadInvitations', (tx) => loadInvitations(tx, own, at)],
  ];
  test.each(asErik)('%s as another resident', async (_name, work) => {
    expect(await nothingOf(resident(erik), work)).toBeUndefined();
  });

  const asOther: readonly (readonly [string, (tx: Tx) => Promise<unknown>])[] = [
    ['loadOwnParty', (tx) => loadOwnParty(tx, anna)],
    ['loadNames', (tx) => loadNames(tx, own, [anna])],
    ['loadNames by another authority’s id', (tx) => loadNames(tx, other, [anna])],
    ['loadContact', (tx) => loadContact(tx, anna)],
    ['loadAssignments', (tx) => loadAssignments(tx, own)],
    ['endAssignment', (tx) => endAssignment(tx, own, assignment, erik, at)],
    ['loadInvitations', (tx) => loadInvitations(tx, own, at)],
    ['deleteInvitation', (tx) => deleteInvitation(tx, own, crypto.randomUUID())],
  ];
  test.each(asOther)('%s as an official of another authority', async (_name, work) => {
    expect(await nothingOf(official([other]), work)).toBeUndefined();
  });

  test('and what was there is there still', async () => {
    expect(await verifiedEmailFinder(secrets)(worker([anna]), anna)).toMatchObject({ address: 'anna@example.org' });
    expect(await resident(anna).read((tx) => loadOwnParty(tx, anna))).toMatchObject({
      language: 'sv',
      isProtected: false,
    });
    expect(await official([own]).read((tx) => loadAssignments(tx, own))).toHaveLength(1);
    expect(await official([own]).read((tx) => loadNames(tx, own, [anna, erik]))).toMatchObject([{ party: anna }]);
    expect(await official([own]).read((tx) => loadInvitations(tx, own, at))).toHaveLength(1);
  });
});

test("a job behind one person's fence finds no other's address", async () => {
  expect(await verifiedEmailFinder(secrets)(worker([erik]), anna)).toBeNull();
});

test("a role of another authority can not be ended by naming one's own", async () => {
  await expect(endRole(official([other]), other, assignment)).rejects.toThrow('identity.role.not-found');
});

test('who has not signed in has no trail to read, and a person reads only their own', async () => {
  const visitor = db.scopes({
    actor: { kind: 'anonymous' },
    room: 'resident',
    fence: { authorities: [], parties: [] },
  });
  await expect(ownTrail(visitor, null)).rejects.toThrow('kernel.authority.no');
  expect((await ownTrail(resident(anna), null)).lines).toMatchObject([{ purpose: 'identity.purpose.role-given' }]);
  expect((await ownTrail(resident(erik), null)).lines).toEqual([]);
});
