import { describe, expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import type { RoleGrant } from '../../kernel/authority.ts';
import { type AuthorityId, newId, type PartyId } from '../../kernel/ids.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { permit, type Scope } from '../../kernel/scope.ts';
import { exampleDataKey, makeSecrets } from '../../kernel/secrets.ts';
import { approve } from '../approvals/index.ts';
import { mayActBy } from '../mandates/index.ts';
import {
  type AskedPayment,
  accountSubscriptions,
  type BatchKey,
  type BatchRequest,
  changeAccount,
  faultsOf,
  openBatch,
  payableAccounts,
  proposeRelease,
  release,
  releasedFile,
} from './index.ts';
import { openPayOut } from './overview.ts';

const db = database(mayActBy('high'));
const secrets = makeSecrets(exampleDataKey);
const sottunga = 2480766 as AuthorityId;
const kokar = 2480318 as AuthorityId;
const now = Temporal.Instant.from('2026-11-20T09:00:00Z'); // a Friday
const friday = Temporal.PlainDate.from('2026-11-27');
const [ann, bea, cia] = [newId<PartyId>(), newId<PartyId>(), newId<PartyId>()];

function official(party: PartyId, at = now, authority = sottunga, more: Partial<RoleGrant> = {}): Scope {
  const grant: RoleGrant = {
    ...{ id: newId(), role: 'case-officer', employer: authority, authority, unit: null },
    ...{ tasks: ['payroll'], rights: [], agreement: null, ...more },
  };
  return db.scopes({
    actor: { kind: 'official', party, name: 'Tjänsteman', assurance: 'high', session: 's', grants: [grant] },
    ...{ room: 'official', fence: { authorities: [authority], parties: [] }, now: at },
  });
}

const worker = (at = now) =>
  db.scopes({
    actor: { kind: 'system', name: 'test' },
    room: 'worker',
    fence: { authorities: [sottunga], parties: [] },
    now: at,
  });

function payment(id: string, more: Partial<AskedPayment> = {}): AskedPayment {
  return {
    id,
    payee: null,
    name: 'Anna Sjöblom',
    account: 'FI2112345600000785',
    amount: 123_456,
    reference: 'Lön',
    ...more,
  };
}

function request(payments: readonly AskedPayment[], more: Partial<BatchRequest> = {}): BatchRequest {
  return {
    ...{ authority: sottunga, task: 'payroll', purpose: 'salary', scheme: 'sepa', executionDate: friday, payments },
    debtor: {
      name: 'Sottunga kommun',
      organisationNumber: '0205098-6',
      bic: 'AABAFI22',
      account: 'FI7433010001222090',
    },
    ...more,
  };
}

async function opened(payments: readonly AskedPayment[], more: Partial<BatchRequest> = {}, scope = official(ann)) {
  const permitted = await permit(scope, 'payment.prepare', { authority: sottunga, task: 'payroll' });
  return scope.write((tx) => openBatch(scope, tx, permitted, secrets, request(payments, more)));
}

const deadline = now.add({ hours: 100 });
const rule = { eyes: 2, named: false, own: false } as const;

/** Proposed, and approved by another. */
async function approved(payments = [payment('1'), payment('2')]): Promise<BatchKey & { digest: string }> {
  const { id, digest } = await opened(payments);
  const key = { authority: sottunga, batch: id };
  await proposeRelease(official(ann), key, { rule, deadline });
  await approveAll(bea);
  return { ...key, digest };
}

async function approveAll(party: PartyId, at = now): Promise<void> {
  const open = await db.sql<{ request_id: string; digest: string }>(
    `select request_id, digest from approvals.request where state = 'open'`,
  );
  for (const { request_id, digest } of open) {
    await approve(official(party, at), { authority: sottunga, request: request_id, digest });
  }
}

describe('a batch', () => {
  test('leaves as the very file that was approved, once, and can be fetched again', async () => {
    const key = await approved();
    const file = await release(official(cia), secrets, key);
    expect(file.bytes.toString('utf8')).toContain('<CtrlSum>2469.12</CtrlSum>');
    expect((await releasedFile(official(cia), secrets, key)).bytes.equals(file.bytes)).toBe(true);
    await expect(release(official(cia), secrets, key)).rejects.toMatchObject({ key: 'payments.batch.released' });
    const kinds = await db.sql(`select kind from kernel.outbox where body->>'batch' = $1`, [key.batch]);
    expect(kinds).toEqual([{ kind: 'payments.released' }]);
  });

  test('of two who release at once, one does', async () => {
    const key = await approved();
    const outcomes = await Promise.allSettled([
      release(official(cia), secrets, key),
      release(official(bea), secrets, key),
    ]);
    const lost = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(lost).toHaveLength(1);
    expect(isRefusal(lost[0], 'conflict')).toBe(true);
  });

  test('does not leave before it is proposed, nor before it is approved', async () => {
    const { id } = await opened([payment('1')]);
    const key = { authority: sottunga, batch: id };
    await expect(release(official(cia), secrets, key)).rejects.toMatchObject({ key: 'payments.release.not-proposed' });
    await proposeRelease(official(ann), key, { rule, deadline });
    await expect(release(official(cia), secrets, key)).rejects.toMatchObject({ key: 'payments.release.awaiting' });
    await expect(releasedFile(official(cia), secrets, key)).rejects.toMatchObject({
      key: 'payments.release.not-released',
    });
  });

  test.each([
    ['an amount', `update payments.payment set amount_minor = amount_minor + 1 where batch_id = $1 and place = 1`],
    ['whose account it is', `update payments.payment set payee = gen_random_uuid() where batch_id = $1 and place = 1`],
    ['the day', `update payments.batch set execution_date = '2026-11-30' where batch_id = $1`],
    ['the bank', `update payments.batch set debtor = jsonb_set(debtor, '{bic}', '"NDEAFIHH"') where batch_id = $1`],
    ['the number of payments', `delete from payments.payment where batch_id = $1 and place = 2`],
  ])('changed past the application (%s) stays, and its approval is void for good', async (_what, change) => {
    const key = await approved();
    await db.sql(change, [key.batch]);
    for (let time = 0; time < 2; time++) {
      await expect(release(official(cia), secrets, key)).rejects.toMatchObject({ key: 'payments.release.void' });
    }
    const [row] = await db.sql('select state from approvals.request where subject_id = $1', [key.batch]);
    expect(row).toEqual({ state: 'voided' });
  });

  test('is approved by nobody who made it', async () => {
    const { id } = await opened([payment('1')], {}, official(bea));
    await proposeRelease(official(ann), { authority: sottunga, batch: id }, { rule, deadline, makers: [cia] });
    for (const [party, key] of [
      [ann, 'approvals.own-proposal'],
      [bea, 'approvals.own-work'],
      [cia, 'approvals.own-work'],
    ] as const) {
      await expect(approveAll(party)).rejects.toMatchObject({ key });
    }
    await approveAll(newId<PartyId>());
  });

  test('keeps no name and no account in clear', async () => {
    const { id } = await opened([payment('1')]);
    const rows = await db.sql('select * from payments.payment where batch_id = $1', [id]);
    expect(JSON.stringify(rows, (_key, value) => (typeof value === 'bigint' ? String(value) : value))).not.toMatch(
      /Anna|FI21|Lön/,
    );
  });
});

describe('what can not be paid', () => {
  test('is named payment by payment, so that the others can go on', async () => {
    const payments = [
      ...[payment('1'), payment('1'), payment('2', { account: 'FI2212345600000785' }), payment('3', { amount: 0 })],
      ...[payment('4', { amount: -5 }), payment('5', { name: ' \u0000 ' }), payment('6', { account: null })],
      ...[payment('7', { payee: newId<PartyId>() }), payment('8', { account: 'BR1500000000000010932840814P2' })],
    ];
    const faults = await official(ann).read((tx) => faultsOf(tx, secrets, request(payments)));
    expect(faults).toEqual([
      ...[
        { id: '1', fault: 'id-twice' },
        { id: '2', fault: 'iban-check' },
        { id: '3', fault: 'amount' },
      ],
      ...[
        { id: '4', fault: 'amount' },
        { id: '5', fault: 'name' },
        { id: '6', fault: 'no-account' },
      ],
      ...[
        { id: '7', fault: 'no-account' },
        { id: '8', fault: 'not-in-sepa' },
      ],
    ]);
    await expect(opened(payments)).rejects.toMatchObject({ key: 'payments.fault.id-twice' });
  });

  test.each([
    ['on a Saturday', { executionDate: friday.add({ days: 1 }) }, 'payments.batch.no-banking-day'],
    ['on Christmas Eve', { executionDate: Temporal.PlainDate.from('2026-12-24') }, 'payments.batch.no-banking-day'],
    ['yesterday', { executionDate: Temporal.PlainDate.from('2026-11-19') }, 'payments.batch.day-has-been'],
    ['to nobody', { payments: [] }, 'payments.batch.empty'],
    [
      'from an account that is none',
      { debtor: { name: 'x', organisationNumber: '1', bic: 'AABAFI22', account: 'FI00' } },
      'payments.batch.debtor-account',
    ],
    [
      'from a bank that is none',
      { debtor: { name: 'x', organisationNumber: '1', bic: 'x', account: 'FI7433010001222090' } },
      'payments.batch.rule',
    ],
  ])('%s is refused', async (_how, more, key) => {
    await expect(opened([payment('1')], more)).rejects.toMatchObject({ kind: 'invalid', key });
  });
});

describe('a person’s account', () => {
  const change = (party: PartyId, account: string) => ({
    ...{ authority: sottunga, task: 'payroll' as const, party, name: 'Anna', scheme: 'sepa' as const, account },
  });

  async function settle(at: Temporal.Instant): Promise<void> {
    const events = await db.sql<{ kind: string; body: object }>(
      `select kind, body from kernel.outbox where kind like 'approvals.%'`,
    );
    for (const { kind, body } of events) {
      const run = { event: newId<never>(), attempt: 1, lastAttempt: false };
      const handler = accountSubscriptions.find((one) => one.kind === kind);
      await handler?.handle(worker(at), { kind, ...body } as never, run);
    }
  }

  const payable = (party: PartyId, on: Temporal.PlainDate) =>
    official(ann).read((tx) => payableAccounts(tx, secrets, { authority: sottunga, parties: [party], on }));

  test('is paid to when another has approved it; a change waits a banking day, and until then the former one is theirs', async () => {
    const anna = newId<PartyId>();
    const today = Temporal.PlainDate.from('2026-11-20');
    await changeAccount(official(ann), secrets, change(anna, 'FI2112345600000785'));
    expect((await payable(anna, friday)).get(anna)).toMatchObject({ account: null, why: 'account-awaits' });
    await approveAll(bea);
    await settle(now);
    expect((await payable(anna, today)).get(anna)).toMatchObject({ hint: 'FI21 … 0785' });

    await changeAccount(official(ann), secrets, change(anna, 'FI7433010001222090'));
    expect((await payable(anna, friday)).get(anna)).toMatchObject({ hint: 'FI21 … 0785' });
    await approveAll(bea);
    await settle(now);
    await settle(now); // told twice
    // Approved on Friday 20 November: Monday is the waiting day, from Tuesday it is paid to.
    const hints = ['2026-11-23', '2026-11-24'].map(async (day) => {
      const found = (await payable(anna, Temporal.PlainDate.from(day))).get(anna);
      return found && 'hint' in found ? found.hint : null;
    });
    expect(await Promise.all(hints)).toEqual(['FI21 … 0785', 'FI74 … 2090']);

    const [kept] = await db.sql(`select 1 from payments.account where sealed like '%FI21%' or sealed like '%FI74%'`);
    expect(kept).toBeUndefined();
    const asked = payment('1', { payee: anna, account: 'FI2112345600000785' });
    const faults = await official(ann).read((tx) => faultsOf(tx, secrets, request([asked])));
    expect(faults).toEqual([{ id: '1', fault: 'account-not-approved' }]);
    await opened([payment('1', { payee: anna, account: null })]);
  });

  test('whose it is finds in their log each official who has seen the pay-out or its file', async () => {
    const anna = newId<PartyId>();
    const lines = async (reader: PartyId) =>
      (
        await db.sql<{ purpose: string }>(
          'select purpose from kernel.audit_line where party_id = $1 and actor_party = $2',
          [anna, reader],
        )
      ).map(({ purpose }) => purpose);
    await changeAccount(official(ann), secrets, change(anna, 'FI2112345600000785'));
    await approveAll(bea);
    await settle(now);
    const key = await approved([payment('1', { payee: anna, account: null })]);
    const looker = newId<PartyId>();
    expect((await openPayOut(official(looker), secrets, key)).payments[0]?.name).not.toBeNull();
    expect(await lines(looker)).toEqual(['payments.purpose.pay-out']);
    await db.sql(
      `insert into identity.party (party_id, kind, name, is_protected, created_at) values ($1, 'person', 'Anna', true, now())`,
      [anna],
    );
    expect((await openPayOut(official(looker), secrets, key)).payments[0]?.name).toBeNull();
    await release(official(cia), secrets, key);
    const fetcher = newId<PartyId>();
    await releasedFile(official(fetcher), secrets, key);
    expect(await lines(fetcher)).toEqual(['payments.purpose.pay-out']);
    await db.sql('revoke insert on kernel.audit_line from web_official');
    try {
      await expect(releasedFile(official(newId<PartyId>()), secrets, key)).rejects.toThrow('permission denied');
      await expect(openPayOut(official(newId<PartyId>()), secrets, key)).rejects.toThrow('permission denied');
    } finally {
      await db.sql('grant insert on kernel.audit_line to web_official');
    }
  });

  test('is not changed by oneself, nor approved by oneself or by who typed it', async () => {
    const anna = newId<PartyId>();
    const own = changeAccount(official(anna), secrets, change(anna, 'FI2112345600000785'));
    await expect(own).rejects.toMatchObject({ kind: 'not-allowed' });
    await changeAccount(official(ann), secrets, change(anna, 'FI2112345600000785'));
    await expect(approveAll(anna)).rejects.toMatchObject({ key: 'approvals.own-matter' });
    await expect(approveAll(ann)).rejects.toMatchObject({ key: 'approvals.own-proposal' });
    await approveAll(bea);
  });

  test('that is none is refused by what is wrong with it', async () => {
    const asked = changeAccount(official(ann), secrets, change(newId<PartyId>(), 'FI2212345600000785'));
    await expect(asked).rejects.toMatchObject({ kind: 'invalid', key: 'payments.fault.iban-check' });
  });
});

describe('others', () => {
  test.each([
    ['of another task', sottunga, { tasks: ['child-care'] as const }, 'not-allowed'],
    ['who administer', sottunga, { role: 'administrator' as const }, 'not-allowed'],
    ['of another authority', kokar, {}, 'not-found'],
  ])('%s neither propose, release nor fetch', async (_who, authority, grant, kind) => {
    const key = await approved();
    const scope = official(cia, now, authority, grant);
    await expect(release(scope, secrets, key)).rejects.toMatchObject({ kind });
    await expect(releasedFile(scope, secrets, key)).rejects.toMatchObject({ kind });
    await expect(proposeRelease(scope, key, { rule, deadline })).rejects.toMatchObject({ kind });
  });
});
