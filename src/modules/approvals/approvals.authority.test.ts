import { expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import type { RoleGrant } from '../../kernel/authority.ts';
import { type ApprovalId, type AuthorityId, newId, type PartyId } from '../../kernel/ids.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { mayActBy } from '../mandates/index.ts';
import { openRequest, ownApprovals } from './awaiting.ts';
import { propose } from './index.ts';
import { approve, refuse } from './vote.ts';

const db = database(mayActBy('high'));
const sottunga = 2480766 as AuthorityId;
const kokar = 2480318 as AuthorityId;
const now = Temporal.Instant.from('2026-11-22T09:00:00Z');
const digest = 'a'.repeat(64);

function official(grant: Partial<RoleGrant>, party = newId<PartyId>()): Scope {
  const whole: RoleGrant = {
    ...{ id: newId(), role: 'case-officer', employer: sottunga, authority: sottunga, unit: null },
    ...{ tasks: ['payroll'], rights: [], agreement: null, ...grant },
  };
  return db.scopes({
    actor: { kind: 'official', party, name: 'Tjänsteman', assurance: 'high', session: 's', grants: [whole] },
    ...{ room: 'official', fence: { authorities: [whole.authority], parties: [] }, now },
  });
}

async function proposed(concerned: readonly PartyId[] = []): Promise<ApprovalId> {
  const scope = official({});
  const permitted = await permit(scope, 'approval.propose', { authority: sottunga, task: 'payroll' });
  return scope.write((tx) =>
    propose(scope, tx, permitted, {
      ...{ authority: sottunga, subject: { kind: 'prov', id: newId() }, task: 'payroll', digest, concerned },
      ...{ summary: { what: { sv: 'x', fi: 'x', en: 'x' }, facts: [] }, deadline: now.add({ hours: 1 }) },
      rule: { eyes: 2, named: false, own: false },
    }),
  );
}

test.each([
  ['another task at the authority', { tasks: ['child-care'] as const }, 'not-allowed'],
  ['the administrator', { role: 'administrator' as const }, 'not-allowed'],
  ['an operator', { role: 'operator' as const }, 'not-allowed'],
  ['the same task at another authority', { authority: kokar, employer: kokar }, 'not-found'],
])('%s neither sees, approves nor refuses', async (_who, grant, kind) => {
  const request = await proposed();
  const scope = official(grant);
  const key = { authority: sottunga, request, digest };
  await expect(approve(scope, key)).rejects.toMatchObject({ kind });
  await expect(refuse(scope, key, 'x')).rejects.toMatchObject({ kind });
  await expect(openRequest(scope, sottunga, request)).rejects.toMatchObject({ name: 'Refusal' });
  const seen = await ownApprovals(scope).catch(() => ({ mine: [], others: [], done: [] }));
  expect([...seen.mine, ...seen.others, ...seen.done]).toEqual([]);
});

test('a resident has no room for it', async () => {
  const request = await proposed();
  const party = newId<PartyId>();
  const scope = db.scopes({
    actor: { kind: 'person', party, name: 'Anna', assurance: 'high', session: 's' },
    ...{ principal: party, room: 'resident', fence: { authorities: [sottunga], parties: [party] }, now },
  });
  await expect(ownApprovals(scope)).rejects.toMatchObject({ kind: 'not-allowed' });
  await expect(approve(scope, { authority: sottunga, request, digest })).rejects.toMatchObject({ kind: 'not-allowed' });
});

test('whose own matter it is finds in their log each official who has seen it, in the list and by itself', async () => {
  const anna = newId<PartyId>();
  const request = await proposed([anna]);
  const looks: readonly ((scope: Scope) => Promise<unknown>)[] = [
    (scope) => ownApprovals(scope),
    (scope) => openRequest(scope, sottunga, request),
  ];
  for (const look of looks) {
    const reader = newId<PartyId>();
    await look(official({}, reader));
    const lines = await db.sql(
      'select authority_id, purpose from kernel.audit_line where party_id = $1 and actor_party = $2',
      [anna, reader],
    );
    expect(lines).toEqual([{ authority_id: sottunga, purpose: 'approvals.purpose.request' }]);
    await db.sql('revoke insert on kernel.audit_line from web_official');
    await expect(look(official({}))).rejects.toThrow('permission denied');
    await db.sql('grant insert on kernel.audit_line to web_official');
  }
});
