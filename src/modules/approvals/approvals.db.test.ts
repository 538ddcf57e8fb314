import { describe, expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import type { RoleGrant } from '../../kernel/authority.ts';
import { canonicalSha256 } from '../../kernel/canonical-json.ts';
import { type ApprovalId, type AuthorityId, newId, type PartyId } from '../../kernel/ids.ts';
import { money } from '../../kernel/money.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { mayActBy } from '../mandates/index.ts';
import { ownApprovals } from './awaiting.ts';
import { claim, expireSchedule, type Proposal, propose, type Standing, standing } from './index.ts';
import { approve, refuse, takeBack } from './vote.ts';

const db = database(mayActBy('high'));
const sottunga = 2480766 as AuthorityId;
const kokar = 2480318 as AuthorityId;
const now = Temporal.Instant.from('2026-11-22T09:00:00Z');
const nextWeek = now.add({ hours: 7 * 24 });
const [ann, bea, cia, dan] = [newId<PartyId>(), newId<PartyId>(), newId<PartyId>(), newId<PartyId>()];
const content = { pay: [{ to: 'x', minor: 100 }] };
const digest = canonicalSha256(content);

function grant(authority: AuthorityId, more: Partial<RoleGrant> = {}): RoleGrant {
  return {
    ...{ id: newId(), role: 'case-officer', employer: authority, authority, unit: null },
    ...{ tasks: ['payroll'], rights: [], agreement: null, ...more },
  };
}

function official(party: PartyId, at = now, grants = [grant(sottunga)]): Scope {
  return db.scopes({
    actor: { kind: 'official', party, name: 'Tjänsteman', assurance: 'high', session: 's', grants },
    ...{
      room: 'official',
      fence: { authorities: [...new Set(grants.map(({ authority }) => authority))], parties: [] },
    },
    now: at,
  });
}

async function proposed(more: Partial<Proposal> = {}, scope = official(ann)): Promise<ApprovalId> {
  const permitted = await permit(scope, 'approval.propose', { authority: sottunga, task: 'payroll' });
  return scope.write((tx) =>
    propose(scope, tx, permitted, {
      ...{ authority: sottunga, subject: { kind: 'prov', id: newId() }, task: 'payroll', digest },
      ...{ summary: { what: { sv: 'En lön', fi: 'Palkka', en: 'A pay' }, facts: [] }, amount: money(100, 'EUR') },
      ...{ rule: { eyes: 2, named: false, own: false }, deadline: nextWeek, ...more },
    }),
  );
}

const key = (request: ApprovalId) => ({ authority: sottunga, request, digest });

async function standsFor(request: ApprovalId, at = now, of = digest): Promise<Standing> {
  return official(ann).read((tx) => standing(tx, { authority: sottunga, request, digest: of }, at));
}

const eventsOf = async (request: ApprovalId) =>
  (
    await db.sql<{ kind: string }>(`select kind from kernel.outbox where body->>'request' = $1 order by event_id`, [
      request,
    ])
  ).map(({ kind }) => kind);

describe('four eyes', () => {
  test('another official of the task approves, and it stands for exactly what was proposed', async () => {
    const id = await proposed();
    expect(await standsFor(id)).toBe('awaiting');
    await approve(official(bea), key(id));
    expect(await standsFor(id)).toBe('approved');
    expect(await standsFor(id, nextWeek.add({ hours: 1 }))).toBe('approved');
    expect(await standsFor(id, now, canonicalSha256({ ...content, more: 1 }))).toBe('void');
    expect(await eventsOf(id)).toEqual(['approvals.proposed', 'approvals.approved']);
  });

  test('the proposer never does, and who comes after is told that it is over', async () => {
    const id = await proposed();
    await expect(approve(official(ann), key(id))).rejects.toMatchObject({ key: 'approvals.own-proposal' });
    await approve(official(bea), key(id));
    await expect(approve(official(cia), key(id))).rejects.toMatchObject({ kind: 'conflict', key: 'approvals.over' });
  });

  test('who has something else before them than what stands there approves nothing', async () => {
    const id = await proposed();
    const other = { ...key(id), digest: canonicalSha256('other') };
    await expect(approve(official(bea), other)).rejects.toMatchObject({ kind: 'conflict', key: 'approvals.changed' });
  });

  test('a refusal says why, and ends it', async () => {
    const id = await proposed();
    await expect(refuse(official(bea), key(id), ' ')).rejects.toMatchObject({ key: 'approvals.reason-missing' });
    await refuse(official(bea), key(id), 'Fel månad');
    expect(await standsFor(id)).toBe('refused');
    expect(await eventsOf(id)).toEqual(['approvals.proposed', 'approvals.refused']);
  });
});

test('of two who approve at once, one wins and the other is told', async () => {
  for (let round = 0; round < 5; round++) {
    const id = await proposed({ rule: { eyes: 3, named: false, own: false } });
    const outcomes = await Promise.allSettled([approve(official(bea), key(id)), approve(official(cia), key(id))]);
    const lost = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(lost.every((error) => isRefusal(error, 'conflict'))).toBe(true);
    const [{ count = 0 } = {}] = await db.sql<{ count: number }>(
      'select count(*)::int as count from approvals.vote where request_id = $1',
      [id],
    );
    expect(count).toBe(2 - lost.length); // whoever was told has written nothing
    expect(await standsFor(id)).toBe(lost.length === 0 ? 'approved' : 'awaiting');
  }
});

describe('a change', () => {
  test('of what was proposed voids what had been approved', async () => {
    const subject = { kind: 'prov', id: newId<string>() };
    const first = await proposed({ subject });
    await approve(official(bea), key(first));
    const second = await proposed({ subject, digest: canonicalSha256('changed') });
    expect(second).not.toBe(first);
    expect(await standsFor(first)).toBe('void');
    expect(await eventsOf(first)).toEqual(['approvals.proposed', 'approvals.approved', 'approvals.voided']);
  });

  test('that is found when it is to be used voids it for good', async () => {
    const id = await proposed();
    await approve(official(bea), key(id));
    const scope = official(cia);
    const permitted = await permit(scope, 'payment.release', { authority: sottunga, task: 'payroll' });
    const asked = { authority: sottunga, request: id, digest: canonicalSha256('changed') };
    expect(await scope.write((tx) => claim(scope, tx, permitted, asked))).toBe('void');
    expect(await scope.write((tx) => claim(scope, tx, permitted, { ...asked, digest }))).toBe('void');
    expect((await eventsOf(id)).at(-1)).toBe('approvals.voided');
  });

  test('that is none is the same request', async () => {
    const subject = { kind: 'prov', id: newId<string>() };
    expect(await proposed({ subject })).toBe(await proposed({ subject }));
  });

  test('of mind: the proposer takes it back, nobody else', async () => {
    const id = await proposed();
    await expect(takeBack(official(bea), key(id))).rejects.toMatchObject({ key: 'approvals.not-proposer' });
    await takeBack(official(ann), key(id));
    expect(await standsFor(id)).toBe('void');
  });
});

test('past the deadline it is over at once, the clock tells it once, and it can be proposed anew', async () => {
  const subject = { kind: 'prov', id: newId<string>() };
  const id = await proposed({ subject, deadline: now.add({ minutes: 5 }) });
  const later = now.add({ minutes: 5 });
  expect(await standsFor(id, later)).toBe('expired');
  await expect(approve(official(bea, later), key(id))).rejects.toMatchObject({ key: 'approvals.expired' });
  const worker = (at: Temporal.Instant) =>
    db.scopes({
      actor: { kind: 'system', name: 'test' },
      room: 'worker',
      fence: { authorities: [], parties: [] },
      now: at,
    });
  await expireSchedule.run(worker(later));
  await expireSchedule.run(worker(later.add({ minutes: 5 })));
  expect(await eventsOf(id)).toEqual(['approvals.proposed', 'approvals.expired']);
  expect(await proposed({ subject }, official(ann, later))).not.toBe(id);
});

describe('releasing', () => {
  test('stands on the list of approvers, within the amount, or in for one who does', async () => {
    const named = { rule: { eyes: 2, named: true, own: true } as const };
    await db.sql(
      `insert into approvals.approver values
        ($1, $2, $3, 'Cia', 'payroll', 100, 'EUR', null, '2026-01-01', null, null, now(), null),
        ($1, $4, $5, 'Dan', 'payroll', null, null, $3, '2026-11-01', '2026-11-30', null, now(), null)`,
      [sottunga, newId(), cia, newId(), dan],
    );
    const id = await proposed(named);
    await expect(approve(official(bea), key(id))).rejects.toMatchObject({ key: 'approvals.not-named' });
    await approve(official(dan), key(id));
    const acts = await db.sql('select stands_in_for, releasing from approvals.vote where request_id = $1', [id]);
    expect(acts).toEqual([{ stands_in_for: cia, releasing: true }]);
    const larger = await proposed({ ...named, amount: money(101, 'EUR') });
    await expect(approve(official(cia), key(larger))).rejects.toMatchObject({ key: 'approvals.above-limit' });
  });

  test('is done by the authority’s own, not by the joint office', async () => {
    const id = await proposed({ rule: { eyes: 2, named: false, own: true } });
    const office = [grant(sottunga, { employer: 9000003 as AuthorityId, agreement: newId() })];
    await expect(approve(official(bea, now, office), key(id))).rejects.toMatchObject({
      key: 'approvals.not-own-official',
    });
    await approve(official(bea), key(id));
    expect(await standsFor(id)).toBe('approved');
  });
});

test('the list says what awaits whom, and nothing of other authorities or tasks', async () => {
  const subject = { kind: 'list', id: newId<string>() };
  const id = await proposed({ subject });
  const idsOf = (list: readonly { request: { id: ApprovalId } }[]) => list.map(({ request }) => request.id);
  expect(idsOf((await ownApprovals(official(bea))).mine)).toContain(id);
  const proposer = await ownApprovals(official(ann));
  expect(idsOf(proposer.mine)).not.toContain(id);
  expect(proposer.others.find(({ request }) => request.id === id)).toMatchObject({ fault: 'own-proposal', missing: 1 });
  for (const grants of [[grant(kokar)], [grant(sottunga, { tasks: ['child-care'] })]]) {
    const { mine, others, done } = await ownApprovals(official(bea, now, grants));
    expect([...mine, ...others, ...done]).toEqual([]);
  }
  await approve(official(bea), key(id));
  expect(idsOf((await ownApprovals(official(ann))).done)).toContain(id);
});
