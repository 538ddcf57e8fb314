import { describe, expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import type { Actor, RoleGrant } from '../../kernel/authority.ts';
import type { AuthorityId, PartyId } from '../../kernel/ids.ts';
import { newId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { MayAct, Scope } from '../../kernel/scope.ts';
import { operatorAuthority } from './authority.ts';
import { joinAuthority } from './join-authority.ts';
import { announceSuccession } from './reform.ts';
import { dismissBarrierReport, readSettings, saveSettings } from './settings.ts';

const sottunga = 2480766 as AuthorityId;
const kokar = 2480318 as AuthorityId;

/** What `mandates` answers for these two verbs: an operator joins, an administrator administers their own. */
const byRole: MayAct = async (_scope, { actor, action, resource, at }) => {
  const grants = actor.kind === 'official' ? actor.grants : [];
  const yes =
    actor.kind === 'system' ||
    grants.some((grant) =>
      action === 'authority.join'
        ? grant.role === 'operator'
        : grant.role === 'administrator' && grant.authority === resource.authority,
    );
  return {
    decision: yes ? 'yes' : 'no',
    basis: yes ? [{ kind: 'role', id: action, source: 'test', checkedAt: at.toString() }] : [],
    extent: 'whole',
    obligations: [],
    unavailableSources: [],
    explanation: { what: { sv: '', fi: '', en: '' }, facts: [], rules: [] },
  };
};

const db = database(byRole);

function grant(role: RoleGrant['role'], authority: AuthorityId): RoleGrant {
  return { id: newId(), role, employer: authority, authority, unit: null, tasks: [], rights: [], agreement: null };
}

function official(...grants: readonly RoleGrant[]): Scope {
  const about = { party: newId<PartyId>(), name: 'Test Testsson', assurance: 'high', session: 's' } as const;
  const actor: Actor = { kind: 'official', ...about, grants };
  return db.scopes({
    actor,
    room: 'official',
    fence: { authorities: grants.map((one) => one.authority), parties: [] },
  });
}

function resident(): Scope {
  const party = newId<PartyId>();
  const actor: Actor = { kind: 'person', party, name: 'Test', assurance: 'high', session: 's' };
  return db.scopes({ actor, principal: party, room: 'resident', fence: { authorities: [], parties: [party] } });
}

const refused = (error: unknown) => isRefusal(error, 'not-allowed');
const settings = { contact: {}, accent: null, hostName: null };
const reform = {
  predecessor: kokar,
  successor: sottunga,
  inForceOn: Temporal.PlainDate.from('2099-01-01'),
  source: 'made up',
};

describe('to take a municipality live', () => {
  test('is the operator’s', async () => {
    const operator = official(grant('operator', operatorAuthority));
    expect((await joinAuthority(operator, '766')).already).toBe(false);
    expect((await announceSuccession(operator, reform)).successor).toBe(sottunga);
  });

  test.each([
    ['the municipality’s own administrator', () => official(grant('administrator', kokar))],
    ['a case officer', () => official(grant('case-officer', kokar))],
    ['a resident', resident],
  ])('is not for %s', async (_who, scope) => {
    await expect(joinAuthority(scope(), '318')).rejects.toSatisfy(refused);
    await expect(announceSuccession(scope(), reform)).rejects.toSatisfy(refused);
    const rows = await db.sql('select from directory.authority where authority_id = $1 and joined_at is null', [kokar]);
    expect(rows).toHaveLength(1);
  });
});

describe('an authority’s settings', () => {
  test('are its own administrator’s', async () => {
    const administrator = official(grant('administrator', sottunga));
    const { authority } = await readSettings(administrator, sottunga);
    await saveSettings(administrator, sottunga, authority.revision, { ...settings, accent: '#005ea5' });
    expect((await readSettings(administrator, sottunga)).authority.accent).toBe('#005ea5');
  });

  test.each([
    ['another municipality’s administrator', () => official(grant('administrator', kokar))],
    ['a case officer of it', () => official(grant('case-officer', sottunga))],
    ['the operator', () => official(grant('operator', operatorAuthority))],
    ['a resident', resident],
  ])('are not for %s', async (_who, scope) => {
    await expect(readSettings(scope(), sottunga)).rejects.toSatisfy(refused);
    await expect(saveSettings(scope(), sottunga, 1, settings)).rejects.toSatisfy(refused);
    await expect(dismissBarrierReport(scope(), sottunga, newId())).rejects.toSatisfy(refused);
  });
});
