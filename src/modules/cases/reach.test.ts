import { expect, test } from 'vitest';
import type { Actor, RoleGrant } from '../../kernel/authority.ts';
import type { AuthorityId, PartyId, UnitId } from '../../kernel/ids.ts';
import { reachOf } from './reach.ts';

const sottunga = 2480766 as AuthorityId;
const kokar = 2480318 as AuthorityId;

function official(...grants: Partial<RoleGrant>[]): Actor {
  const whole: RoleGrant = {
    id: 'g',
    role: 'case-officer',
    employer: sottunga,
    authority: sottunga,
    unit: null,
    tasks: ['child-care'],
    rights: [],
    agreement: null,
  };
  return {
    kind: 'official',
    party: 'karin' as PartyId,
    name: 'Karin',
    assurance: 'high',
    session: 's',
    grants: grants.map((grant) => ({ ...whole, ...grant })),
  };
}

test('each task of each authority is one part', () => {
  const reach = reachOf(official({ tasks: ['child-care', 'dialogue'] }, { authority: kokar }));
  expect(reach).toEqual([
    { authority: sottunga, task: 'child-care', unit: null },
    { authority: sottunga, task: 'dialogue', unit: null },
    { authority: kokar, task: 'child-care', unit: null },
  ]);
});

test('a role for the whole authority makes the same role in a unit needless, so that no case is found twice', () => {
  const unit = 'u' as UnitId;
  expect(reachOf(official({ unit }, {}))).toHaveLength(1);
  expect(reachOf(official({ unit }, { unit: 'v' as UnitId }))).toHaveLength(2);
  expect(reachOf(official({}, {}))).toHaveLength(1);
});

test('an administrator handles no cases, nor does a person', () => {
  expect(reachOf(official({ role: 'administrator' }))).toEqual([]);
  expect(reachOf({ kind: 'anonymous' })).toEqual([]);
});
