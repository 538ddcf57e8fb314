import { beforeAll, expect, test } from 'vitest';
import type { RoleGrant } from '../src/kernel/authority.ts';
import { type AgreementId, type AuthorityId, derivedId, type PartyId } from '../src/kernel/ids.ts';
import type { Scope } from '../src/kernel/scope.ts';
import { approve } from '../src/modules/approvals/index.ts';
import { changeSubscriptions } from '../src/modules/payroll/index.ts';
import { proposeChange } from '../src/modules/payroll/preview/propose-change.ts';
import { engine, payWorld, sottunga } from './pay-world.ts';

const world = payWorld();
const office = 9000004 as AuthorityId;
const raise = { kind: 'raise', percent: 2, from: '2026-10-01' } as const;

function official(name: string, employer: AuthorityId, task: 'payroll' | 'payroll-audit' = 'payroll'): Scope {
  const grant: RoleGrant = {
    ...{ id: name, role: 'case-officer', employer, authority: sottunga, unit: null, tasks: [task], rights: [] },
    agreement: employer === sottunga ? null : ('a' as AgreementId),
  };
  const party = derivedId<PartyId>('pay-change', name);
  return world.db.scopes({
    actor: { kind: 'official', party, name, assurance: 'high', session: 's', grants: [grant] },
    ...{ room: 'official', fence: { authorities: [sottunga], parties: [] } },
  });
}

const salaries = () =>
  world.db.sql<{ seq: number; monthly: number }>(
    `select seq, (body->>'monthly')::int as monthly from payroll.fact
     where kind = 'salary' and authority_id = $1 and employee_id = $2 order by seq`,
    [sottunga, derivedId<string>('pay-world', 'anna')],
  );

beforeAll(async () => {
  await world.pay(sottunga, '2026-10');
});

test('a raise is asked of the employer with what it costs, approved by one of its own, and recorded for each once', async () => {
  const officer = official('officer', office);
  const request = await proposeChange(officer, engine, sottunga, raise);
  const [asked] = await world.db.sql<{ digest: string; summary: { facts: unknown[] } }>(
    'select digest, summary from approvals.request where request_id = $1',
    [request],
  );
  expect(asked?.summary.facts).toHaveLength(1);
  const key = { authority: sottunga, request, digest: asked?.digest ?? '' };
  await expect(approve(officer, key)).rejects.toMatchObject({ key: 'approvals.own-proposal' });
  await expect(approve(official('second', office), key)).rejects.toMatchObject({ key: 'approvals.not-own-official' });
  const before = await salaries();
  await world.settle(changeSubscriptions);
  expect(await salaries()).toEqual(before);

  await approve(official('own', sottunga), key);
  await world.settle(changeSubscriptions);
  expect((await salaries()).map(({ monthly }) => monthly)).toEqual([300_000, 300_000, 306_000]);
  const approved = { kind: 'approvals.approved', authorities: [sottunga], parties: [], authority: sottunga, request };
  const [change] = await world.db.sql<{ id: string; state: string }>(
    'select change_id::text as id, state from payroll.change',
  );
  expect(change?.state).toBe('done');
  await world.db.sql(`update payroll.change set state = 'approved'`);
  const again = { ...approved, subject: { kind: 'payroll-change', id: change?.id ?? '' } } as never;
  await changeSubscriptions[0]?.handle(world.worker(), again, { event: 'e', attempt: 2, lastAttempt: false } as never);
  expect(await salaries()).toHaveLength(3);
});

test('an auditor proposes nothing, and nobody is asked about a change that touches nobody', async () => {
  await expect(
    proposeChange(official('auditor', sottunga, 'payroll-audit'), engine, sottunga, raise),
  ).rejects.toMatchObject({ kind: 'not-allowed' });
  const later = { ...raise, from: '2099-01-01' } as const;
  await expect(proposeChange(official('officer', office), engine, sottunga, later)).rejects.toMatchObject({
    key: 'payroll.preview.nobody',
  });
});
