import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Actor, type Assurance, actions, type Question, type RoleGrant } from '../../kernel/authority.ts';
import type { PartyId } from '../../kernel/ids.ts';
import table from './decide.cases.json' with { type: 'json' };
import { decide } from './decide.ts';
import { factsOfNobody } from './facts.ts';

type Row = {
  title: string;
  actor: string;
  assurance?: string;
  grants?: string[];
  principal?: string;
  action: string;
  resource?: Record<string, unknown>;
  expect: string;
  basis?: string;
  minimum?: string;
};

const ids: Record<string, PartyId> = { self: 'me' as PartyId, other: 'somebody-else' as PartyId };
const at = Temporal.Instant.from('2026-11-22T09:00:00Z');
const grants = table.grants as unknown as Record<string, Omit<RoleGrant, 'id'>>;

function grantsOf(names: readonly string[]): RoleGrant[] {
  return names.map((name) => ({ id: name, ...grants[name] }) as RoleGrant);
}

function actorOf(row: Row): Actor {
  const assurance = (row.assurance ?? 'high') as Assurance;
  const who = { party: 'me' as PartyId, name: 'Me', assurance, session: 's' };
  if (row.actor === 'person') return { kind: 'person', ...who };
  if (row.actor === 'official') return { kind: 'official', ...who, grants: grantsOf(row.grants ?? []) };
  if (row.actor === 'machine') return { kind: 'machine', client: 'm', authorities: [] };
  return row.actor === 'system' ? { kind: 'system', name: 'job' } : { kind: 'anonymous' };
}

function questionOf(row: Row): Question {
  const { parties, ...resource } = (row.resource ?? {}) as { parties?: string[] };
  return {
    actor: actorOf(row),
    principal: row.principal ? ids[row.principal] : undefined,
    action: row.action as Question['action'],
    resource: { ...resource, ...(parties ? { parties: parties.map((name) => ids[name] as PartyId) } : {}) },
    at,
  };
}

const rows = table.cases as Row[];
const facts = factsOfNobody('high');

test.each(rows)('$title: $expect', (row) => {
  const answer = decide(facts, questionOf(row));
  expect(answer.decision).toBe(row.expect);
  expect(answer.basis[0]?.kind).toBe(row.expect === 'no' ? undefined : (row.basis ?? answer.basis[0]?.kind));
  if (row.expect === 'no') expect(answer.obligations[0]?.assurance).toBe(row.minimum);
  expect(answer.explanation.what.sv).not.toBe('');
});

test('the table asks about every action', () => {
  const asked = new Set(rows.map((row) => row.action));
  expect(actions.filter((action) => !asked.has(action))).toEqual([]);
});

const anyGrants = fc.subarray(Object.keys(grants));
const anyQuestion = fc.constantFrom(...rows.filter((row) => row.actor === 'official'));

test('the order of the grants does not matter', () => {
  fc.assert(
    fc.property(anyQuestion, anyGrants, (row, names) => {
      const forwards = decide(facts, questionOf({ ...row, grants: names }));
      const backwards = decide(facts, questionOf({ ...row, grants: names.toReversed() }));
      expect(backwards.decision).toBe(forwards.decision);
    }),
  );
});

test('one more grant never takes a right away', () => {
  fc.assert(
    fc.property(anyQuestion, anyGrants, anyGrants, (row, some, more) => {
      const before = decide(facts, questionOf({ ...row, grants: some }));
      const after = decide(facts, questionOf({ ...row, grants: [...some, ...more] }));
      if (before.decision === 'yes') expect(after.decision).toBe('yes');
    }),
  );
});

test('without a grant nothing is allowed in an office', () => {
  fc.assert(
    fc.property(fc.constantFrom(...actions), (action) => {
      const row = { title: '', actor: 'official', grants: [], action, expect: 'no' };
      expect(decide(facts, questionOf(row)).decision).toBe('no');
    }),
  );
});
