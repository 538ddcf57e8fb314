import { beforeAll, expect, test } from 'vitest';
import type { RoleGrant } from '../src/kernel/authority.ts';
import { derivedId, type PartyId } from '../src/kernel/ids.ts';
import type { Scope } from '../src/kernel/scope.ts';
import { endEmployment } from '../src/modules/payroll/beside/end-employment.ts';
import { noteDeath } from '../src/modules/payroll/beside/note-death.ts';
import { payAdvance } from '../src/modules/payroll/beside/pay-advance.ts';
import { payWhatIsDue } from '../src/modules/payroll/beside/pay-what-is-due.ts';
import { askCalculation, openRun, runSubscriptions } from '../src/modules/payroll/index.ts';
import { countOutdated } from '../src/modules/payroll/store/run.ts';
import { engine, type Paid, payWorld, sottunga } from './pay-world.ts';

const world = payWorld();
const [calculate, post] = runSubscriptions(engine);
const job = { event: 'e', attempt: 1, lastAttempt: false } as never;
const now = Temporal.Instant.from('2026-12-01T09:00:00Z');
const key = (who: Paid) => ({ authority: sottunga, employee: derivedId<string>('pay-world', who) });

/** An officer of the payroll office who is paid by somebody else. */
function officer(name = 'officer'): Scope {
  const grant: RoleGrant = {
    ...{ id: name, role: 'case-officer', employer: sottunga, authority: sottunga, unit: null, tasks: ['payroll'] },
    ...{ rights: [], agreement: null },
  };
  const party = derivedId<PartyId>('pay-beside', name);
  return world.db.scopes({
    actor: { kind: 'official', party, name, assurance: 'high', session: 's', grants: [grant] },
    ...{ room: 'official', fence: { authorities: [sottunga], parties: [] }, now },
  });
}

const about = (run: string) => ({ authorities: [sottunga], parties: [], authority: sottunga, run });

async function calculated(run: string): Promise<void> {
  await askCalculation(world.worker(), { authority: sottunga, run });
  await calculate?.handle(world.worker(), { kind: 'payroll.calculation-asked', ...about(run) }, job);
}

/** The rest of what a run goes through, which other tests are about. */
async function paid(run: string): Promise<void> {
  await calculated(run);
  await world.db.sql(`update payroll.run set state = 'released' where run_id = $1`, [run]);
  await post?.handle(world.worker(), { kind: 'payroll.released', ...about(run) }, job);
}

async function grossOf(run: string): Promise<Readonly<Record<string, number>>> {
  const rows = await world.db.sql<{ number: string; gross: bigint }>(
    `select number, gross from payroll.payslip join payroll.employee using (authority_id, employee_id) where run_id = $1`,
    [run],
  );
  return Object.fromEntries(rows.map(({ number, gross }) => [number, Number(gross)]));
}

const regular = (month: string, to: string) =>
  openRun(world.worker(), sottunga, { kind: 'regular', month: { from: `${month}-01`, to }, paymentDate: to });

beforeAll(async () => {
  await world.pay(sottunga, '2026-11');
});

test('what is paid beside the month is not due again: an advance, a final pay, and what was earned until a death', async () => {
  const advance = await payAdvance(officer(), key('anna'), {
    ...{ month: '2026-12', paymentDate: '2026-12-04', amount: 50_000, reason: 'flytt' },
  });
  const december = await regular('2026-12', '2026-12-31');
  await calculated(december);
  await paid(advance);
  expect(await grossOf(advance)).toEqual({ '1': 50_000 });

  const again = await payAdvance(officer(), key('anna'), {
    ...{ month: '2026-12', paymentDate: '2026-12-07', amount: 20_000, reason: 'mera' },
  });
  await paid(again);
  expect(await grossOf(again)).toEqual({ '1': 20_000 });

  const last = await endEmployment(officer(), key('aino'), {
    ...{ last: '2026-12-10', paymentDate: '2026-12-11', holiday: 30_000 },
  });
  await paid(last);
  const aino = (await grossOf(last))['2'] ?? 0;
  expect(aino).toBeGreaterThan(30_000 + 280_000 * 0.25);
  expect(aino).toBeLessThan(30_000 + 280_000 * 0.4);

  const death = await noteDeath(officer(), key('siv'), { on: '2026-12-16', paymentDate: '2026-12-18' });
  await paid(death);
  const siv = (await grossOf(death))['3'] ?? 0;
  expect(siv).toBeGreaterThan(260_000 * 0.4);
  expect(siv).toBeLessThan(260_000 * 0.6);

  // the month's own run was calculated before: nobody releases it as it was
  const outdated = await world
    .worker()
    .read((tx) => countOutdated(tx, { authority: sottunga, id: december, only: null }));
  expect(outdated).toBe(3);
  await paid(december);
  expect(await grossOf(december)).toEqual({ '1': 300_000 + 2_000 - 70_000 });

  const [sum] = await world.db.sql<{ gross: bigint }>(
    `select sum(gross)::bigint as gross from payroll.payslip where earned_from = '2026-12-01' and employee_id = $1`,
    [key('anna').employee],
  );
  expect(Number(sum?.gross)).toBe(302_000);
});

test('an extra run pays nothing to whom everything is paid, whenever the day of payment is', async () => {
  const extra = await payWhatIsDue(officer(), sottunga, {
    month: '2026-12',
    paymentDate: '2026-12-14',
    numbers: '1, 2\n3',
  });
  await paid(extra);
  expect(await grossOf(extra)).toEqual({});
});

test.each([
  ['an advance of more than the pay', { amount: 300_001 }, 'payroll.beside.amount'],
  ['an advance of nothing', { amount: 0 }, 'payroll.beside.amount'],
  ['a day that has been', { paymentDate: '2026-11-30' }, 'payroll.beside.day-has-been'],
  ['a day that is none', { paymentDate: '2026-13-01' }, 'payroll.beside.day'],
  ['a month that is paid', { month: '2026-11' }, 'payroll.beside.month-paid'],
])('%s is refused, and nothing is kept', async (_what, more, refusal) => {
  const facts = () => world.db.sql('select count(*)::int as n from payroll.fact');
  const before = await facts();
  const said = { month: '2027-01', paymentDate: '2026-12-21', amount: 100_000, reason: 'x', ...more };
  await payAdvance(officer(), key('anna'), said).then(
    () => expect.unreachable(),
    (error: unknown) => expect(error).toMatchObject({ key: refusal }),
  );
  expect(await facts()).toEqual(before);
});

test('nobody leaves who has left, and nobody is paid who is not there', async () => {
  const said = { last: '2026-12-20', paymentDate: '2026-12-21', holiday: 0 };
  await expect(endEmployment(officer(), key('aino'), said)).rejects.toMatchObject({
    key: 'payroll.beside.no-employment',
  });
  const extra = { month: '2026-12', paymentDate: '2026-12-21', numbers: '1 77' };
  await expect(payWhatIsDue(officer(), sottunga, extra)).rejects.toMatchObject({ key: 'payroll.beside.numbers' });
});
