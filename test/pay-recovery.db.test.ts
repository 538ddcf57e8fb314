import { beforeAll, expect, test } from 'vitest';
import type { RoleGrant } from '../src/kernel/authority.ts';
import { type AgreementId, type ApprovalId, type AuthorityId, derivedId, type PartyId } from '../src/kernel/ids.ts';
import type { Scope } from '../src/kernel/scope.ts';
import { approve } from '../src/modules/approvals/index.ts';
import { recordFacts, recoverySubscriptions } from '../src/modules/payroll/index.ts';
import { linesOf } from '../src/modules/payroll/read-pay.ts';
import { proposeClaim, proposePlan } from '../src/modules/payroll/recovery/propose-recovery.ts';
import { readOverpaid } from '../src/modules/payroll/recovery/read-overpaid.ts';
import { payslipsOf } from '../src/modules/payroll/store/payslips.ts';
import { engine, type Paid, payWorld, sottunga, sundsvall } from './pay-world.ts';

const world = payWorld();
const office = 9000004 as AuthorityId;
const now = Temporal.Instant.from('2026-10-20T09:00:00Z');
const idOf = (who: Paid) => derivedId<string>('pay-world', who);
const anna = { authority: sottunga, employee: idOf('anna') };
const aino = { authority: sottunga, employee: idOf('aino') };
const erik = { authority: sundsvall, employee: idOf('erik') };

function official(name: string, employer: AuthorityId, authority: AuthorityId = sottunga): Scope {
  const grant: RoleGrant = {
    ...{ id: name, role: 'case-officer', employer, authority, unit: null, tasks: ['payroll'], rights: [] },
    agreement: employer === authority ? null : ('a' as AgreementId),
  };
  const party = derivedId<PartyId>('pay-recovery', name);
  return world.db.scopes({
    actor: { kind: 'official', party, name, assurance: 'high', session: 's', grants: [grant] },
    ...{ room: 'official', fence: { authorities: [authority], parties: [] }, now },
  });
}

const officer = (authority = sottunga) => official('officer', office, authority);
const subscriptions = recoverySubscriptions(engine);

async function approved(request: ApprovalId, authority = sottunga): Promise<void> {
  const [asked] = await world.db.sql<{ digest: string; id: string }>(
    'select digest, subject_id as id from approvals.request where request_id = $1',
    [request],
  );
  await approve(official('own', authority, authority), { authority, request, digest: asked?.digest ?? '' });
  const about = { authorities: [authority], parties: [], authority, request };
  const event = { kind: 'approvals.approved', ...about, subject: { kind: 'payroll-recovery', id: asked?.id } } as never;
  for (const attempt of [1, 2])
    await subscriptions[0]?.handle(world.worker([], now), event, { event: 'e', attempt, lastAttempt: false } as never);
}

async function away(key: typeof anna, from: string, to: string): Promise<void> {
  const body = { cause: 'leave', pay: 'none' } as const;
  await recordFacts(
    world.worker(),
    key.authority,
    key.employee,
    [{ kind: 'absence', employment: 1, from, to, body }],
    'sent',
  );
}

/** Sums of a payslip by code, with what is paid out. */
async function paidIn(key: typeof anna, month: string) {
  const rows = await world.worker().read((tx) => payslipsOf(tx, key.authority, key.employee, 24));
  const [view] = await linesOf(
    world.worker(),
    rows.filter(({ from }) => from === `${month}-01`),
  );
  if (!view) throw new Error(`nothing paid in ${month}`);
  const sums: Record<string, number> = {};
  for (const { code, amount } of view.lines) sums[code] = (sums[code] ?? 0) + amount;
  const own = view.lines.filter(({ code }) => !code.startsWith('employer-'));
  expect(own.reduce((sum, { amount }) => sum + amount, 0)).toBe(Number(view.row.net));
  return { ...sums, net: Number(view.row.net), gross: Number(view.row.gross) } as Readonly<Record<string, number>>;
}

beforeAll(async () => {
  for (const month of ['2026-08', '2026-09']) await world.pay(sottunga, month);
  await world.pay(sundsvall, '2026-09');
});

const drawn = { way: 'pay', monthly: 400_00, reserved: 986_40, decision: '2026-10-19 § 4', asked: false } as const;

test('an overpaid month is claimed net, drawn in parts by the decision, and the ledger and the person end even', async () => {
  await away(aino, '2026-09-07', '2026-09-20');
  const before = await readOverpaid(officer(), engine, aino);
  const [one] = before.overpaid;
  const claim = one?.claim;
  if (!one || !claim) throw new Error('nothing was overpaid');
  expect(before.overpaid).toHaveLength(1);
  expect(claim.net + claim.tax + claim.pension + claim.unemployment).toBe(one.gross);
  const september = await paidIn(aino, '2026-09');
  expect(claim.tax).toBe(Math.round((one.gross * 185) / 1000));

  const request = await proposeClaim(officer(), engine, aino, { ...drawn, run: one.run });
  await expect(proposeClaim(officer(), engine, aino, { ...drawn, run: one.run })).rejects.toMatchObject({
    key: 'payroll.recovery.waits',
  });
  await approved(request);
  const standing = (await readOverpaid(officer(), engine, aino)).claims[0];
  expect(standing).toMatchObject({ booked: false, repaid: 0, planned: claim.net, left: 0 });
  expect((await readOverpaid(officer(), engine, aino)).overpaid).toEqual([]);

  const months = Math.ceil(claim.net / 400_00);
  expect(months).toBeGreaterThan(1);
  let repaid = 0;
  for (let n = 0; n < months; n++) {
    const month = `2026-${10 + n}`;
    await world.pay(sottunga, month);
    const slip = await paidIn(aino, month);
    const part = Math.min(400_00, claim.net - repaid);
    expect(slip.repayment).toBe(0 - part);
    expect(slip.gross).toBe(280_000);
    // but for what is drawn it is paid as September was
    expect(slip.net).toBe((september.net ?? 0) - part);
    expect(slip['repayment-claim'] ?? 0).toBe(n === 0 ? claim.net : 0);
    repaid += part;
  }
  expect(repaid).toBe(claim.net);
  const after = await readOverpaid(officer(), engine, aino);
  expect(after.claims[0]).toMatchObject({ booked: true, repaid: claim.net, planned: 0, left: 0 });
  expect(after.overpaid).toEqual([]);
});

test('what is paid in is booked once, no more than is left, and in Sweden it is the gross', async () => {
  await away(erik, '2026-09-07', '2026-09-20');
  const [one] = (await readOverpaid(officer(sundsvall), engine, erik)).overpaid;
  if (!one?.claim) throw new Error('nothing was overpaid');
  expect(one.claim.net).toBe(one.gross);
  const said = { ...drawn, run: one.run };
  await expect(proposeClaim(officer(sundsvall), engine, erik, said)).rejects.toMatchObject({
    key: 'payroll.recovery.sweden',
  });
  await approved(await proposeClaim(officer(sundsvall), engine, erik, { ...said, way: 'own' }), sundsvall);
  const claim = (await readOverpaid(officer(sundsvall), engine, erik)).claims[0]?.claim.claim ?? '';
  const plan = (total: number) => ({ plan: { way: 'own', total, on: '2026-10-19' }, decision: 'inbetalt' }) as const;
  await expect(proposePlan(officer(sundsvall), engine, erik, claim, plan(one.gross + 1))).rejects.toMatchObject({
    key: 'payroll.recovery.amount',
  });
  await approved(await proposePlan(officer(sundsvall), engine, erik, claim, plan(one.gross - 100_00)), sundsvall);
  await expect(proposePlan(officer(sundsvall), engine, erik, claim, plan(100_01))).rejects.toMatchObject({
    key: 'payroll.recovery.amount',
  });
  await world.pay(sundsvall, '2026-10');
  const [september, october] = [await paidIn(erik, '2026-09'), await paidIn(erik, '2026-10')];
  expect(october.net).toBe(september.net);
  expect(october).toMatchObject({
    'repayment-claim': one.gross,
    repayment: 100_00 - one.gross,
    repaid: one.gross - 100_00,
  });
  expect((await readOverpaid(officer(sundsvall), engine, erik)).claims[0]).toMatchObject({ left: 100_00, planned: 0 });
});

test('a claim that is no longer what is due when it is approved is not recorded', async () => {
  await away(anna, '2026-09-07', '2026-09-13');
  const [one] = (await readOverpaid(officer(), engine, anna)).overpaid;
  const request = await proposeClaim(officer(), engine, anna, { ...drawn, run: one?.run ?? '' });
  await away(anna, '2026-09-21', '2026-09-22');
  await approved(request);
  expect((await readOverpaid(officer(), engine, anna)).claims).toEqual([]);
  expect((await readOverpaid(officer(), engine, anna)).waiting).toBeNull();
});

test.each([
  ['no decision', { decision: ' ' }, 'payroll.recovery.decision'],
  ['no protected part', { reserved: 0 }, 'payroll.recovery.plan'],
  ['more than a year of months', { monthly: 1 }, 'payroll.recovery.plan'],
])('%s is refused', async (_what, over, refusal) => {
  const [one] = (await readOverpaid(officer(), engine, anna)).overpaid;
  await expect(proposeClaim(officer(), engine, anna, { ...drawn, run: one?.run ?? '', ...over })).rejects.toMatchObject(
    { key: refusal },
  );
});
