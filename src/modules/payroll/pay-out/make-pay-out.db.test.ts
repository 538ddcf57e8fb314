import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { database } from '../../../../test/database.ts';
import type { RoleGrant } from '../../../kernel/authority.ts';
import { type AgreementId, type AuthorityId, derivedId, type PartyId } from '../../../kernel/ids.ts';
import { projectRoot } from '../../../kernel/project-root.ts';
import type { Scope } from '../../../kernel/scope.ts';
import { exampleDataKey, makeSecrets } from '../../../kernel/secrets.ts';
import { approve } from '../../approvals/index.ts';
import { mayActBy } from '../../mandates/index.ts';
import { accountSubscriptions, changeAccount, keepPayerOf, release } from '../../payments/index.ts';
import { makeEngine } from '../engine/payslip.ts';
import { addEmployees } from '../facts/record-facts.ts';
import { signGoLive } from '../parallel/parallel-run.ts';
import { loadRuleBook } from '../parameters/load-rule-book.ts';
import { readRun } from '../read-pay.ts';
import { askCalculation, checkRun, openRun, releaseRun } from '../run/handle-run.ts';
import { runSubscriptions } from '../run/run-jobs.ts';
import { makePayOut } from './make-pay-out.ts';
import { readPayOut } from './read-pay-out.ts';

const db = database(mayActBy('high'));
const secrets = makeSecrets(exampleDataKey);
const sottunga = 2480766 as AuthorityId;
const office = 9000004 as AuthorityId;
const [calculate, post] = runSubscriptions(makeEngine(loadRuleBook(join(projectRoot, 'data/parameters/payroll'))));
const about = { event: 'e', attempt: 1, lastAttempt: false } as never;
const now = Temporal.Instant.from('2026-05-20T08:00:00Z');
const parties = ['one', 'two', 'three'].map((name) => derivedId<PartyId>(name));
const ibans = ['FI2112345600000785', 'FI7433010001222090'];

function official(name: string, employer: AuthorityId, at = now): Scope {
  const agreement = employer === sottunga ? null : ('a' as AgreementId);
  const grant: RoleGrant = {
    ...{ id: name, role: 'case-officer', employer, authority: sottunga, unit: null },
    ...{ tasks: ['payroll'], rights: [], agreement },
  };
  return db.scopes({
    actor: {
      kind: 'official',
      party: derivedId<PartyId>(name),
      name,
      assurance: 'high',
      session: 's',
      grants: [grant],
    },
    ...{ room: 'official', fence: { authorities: [sottunga], parties: [] }, now: at },
  });
}

const first = (at = now) => official('first', office, at);
const second = (at = now) => official('second', office, at);
const third = (at = now) => official('third', sottunga, at);

function system(at = now): Scope {
  const fence = { authorities: [sottunga], parties: [] };
  return db.scopes({ actor: { kind: 'system', name: 'test' }, room: 'worker', fence, now: at });
}

/** Approves what awaits, as seen before one. */
async function approveAll(scope: Scope): Promise<void> {
  const open = await db.sql<{ request: string; digest: string; subject: string }>(
    `select request_id::text as request, digest, subject_id as subject from approvals.request where state = 'open'`,
  );
  for (const { request, digest, subject } of open) {
    await approve(scope, { authority: sottunga, request, digest });
    const settled = { kind: 'approvals.approved', authorities: [sottunga], parties: [], authority: sottunga } as const;
    const event = { ...settled, request, subject: { kind: 'payment-account', id: subject } };
    await accountSubscriptions[0]?.handle(system(), event as never, about);
  }
}

async function account(party: PartyId | undefined, iban: string, at = now): Promise<void> {
  if (!party) return;
  const kept = { authority: sottunga, task: 'payroll', scheme: 'sepa' } as const;
  await changeAccount(first(at), secrets, { ...kept, party, name: 'Prov', account: iban });
}

let key: { readonly authority: AuthorityId; readonly run: string };

beforeAll(async () => {
  const facts = [
    { kind: 'employment', employment: 1, from: '2020-01-01', body: { title: 'Lärare', position: 'p', unit: 'skola' } },
    { kind: 'salary', employment: 1, from: '2026-01-01', body: { monthly: 300_000, share: 1_000_000 } },
    {
      kind: 'tax-card',
      from: '2026-01-01',
      body: { basePercent: 185_000, yearLimit: 4_000_000, additionalPercent: 350_000 },
    },
  ] as const;
  await addEmployees(
    system(),
    sottunga,
    parties.map((party, n) => ({
      ...{ number: String(n), name: `Prov ${n}`, party, birthDate: `1990-05-0${n + 1}`, country: 'AX', facts },
    })),
    'test',
  );
  await account(parties[0], ibans[0] ?? '');
  await approveAll(second());
  await account(parties[1], ibans[1] ?? ''); // awaits approval
  const month = { from: '2026-05-01', to: '2026-05-31' };
  const run = await openRun(first(), sottunga, { kind: 'regular', month, paymentDate: '2026-05-29' });
  key = { authority: sottunga, run };
  const events = { authorities: [sottunga], parties: [], ...key };
  await askCalculation(first(), key);
  await calculate?.handle(system(), { kind: 'payroll.calculation-asked', ...events }, about);
  await checkRun(second(), key);
  await expect(makePayOut(first(), secrets, key)).rejects.toMatchObject({ key: 'payroll.pay-out.not-posted' });
  await signGoLive(third(), key.authority, 'provat för hand');
  await releaseRun(third(), key);
  await post?.handle(system(), { kind: 'payroll.released', ...events }, about);
});

const view = async (scope: Scope) => {
  const { run } = await readRun(scope, sottunga, key.run);
  return readPayOut(scope, secrets, run);
};

test('what is in the ledger is paid by a file that the municipality approves; who has no approved account waits and is named', async () => {
  await expect(makePayOut(first(), secrets, key)).rejects.toMatchObject({ key: 'payroll.pay-out.no-payer' });
  const payer = {
    ...{ organisationNumber: '0205098-6', bic: 'AABAFI22', name: 'Sottunga kommun' },
    scheme: 'sepa',
  } as const;
  const said = { ...payer, authority: sottunga, task: 'payroll', account: 'FI7433010001222090' } as const;
  await expect(keepPayerOf(first(), { ...said, account: 'FI00' })).rejects.toMatchObject({ kind: 'invalid' });
  await keepPayerOf(first(), said);
  const lines = () => db.sql(`select from kernel.audit_line where purpose = 'payroll.purpose.read'`);
  const before = (await lines()).length;
  expect((await view(first()))?.waiting.map(({ name, fault }) => [name, fault]).sort()).toEqual([
    ['Prov 1', 'account-awaits'],
    ['Prov 2', 'no-account'],
  ]);
  expect((await lines()).length).toBe(before + 2); // who waits is named, and can see that

  const batch = await makePayOut(first(), secrets, key);
  const [request] = await db.sql<{ request: string; digest: string }>(
    `select request_id::text as request, digest from approvals.request where subject_id = '${batch}'`,
  );
  const vote = { authority: sottunga, request: request?.request ?? '', digest: request?.digest ?? '' };
  await expect(approve(first(), vote)).rejects.toMatchObject({ key: 'approvals.own-proposal' });
  await expect(approve(second(), vote)).rejects.toMatchObject({ key: 'approvals.own-work' });
  await expect(approve(official('other', office), vote)).rejects.toMatchObject({ key: 'approvals.not-own-official' });
  await expect(release(first(), secrets, { authority: sottunga, batch })).rejects.toMatchObject({ kind: 'conflict' });
  await approve(third(), vote);
  const file = await release(first(), secrets, { authority: sottunga, batch });
  const [paid] = await db.sql<{ net: string }>(
    `select net::text as net from payroll.payslip where party_id = '${parties[0]}'`,
  );
  expect(file.bytes.toString()).toContain(`>${(Number(paid?.net) / 100).toFixed(2)}<`);
  expect(file.bytes.toString()).toContain(ibans[0]);
  expect(file.bytes.toString()).not.toContain('Prov 1');
});

test('nothing is paid twice: the next file takes those alone whose account has been approved since', async () => {
  await expect(makePayOut(first(), secrets, key)).rejects.toMatchObject({ key: 'payroll.pay-out.nothing' });
  await approveAll(third());
  await makePayOut(first(), secrets, key);
  const seen = await view(first());
  expect(seen?.batches.map(({ payments }) => payments)).toEqual([1, 1]);
  expect(seen?.waiting.map(({ name }) => name)).toEqual(['Prov 2']);
  await expect(db.sql('delete from payroll.pay_out')).rejects.toThrow();
});

test('an account that is changed waits a banking day, and the former is paid to until then', async () => {
  await account(parties[0], ibans[1] ?? '');
  expect((await view(first()))?.waiting.map(({ name }) => name)).toEqual(['Prov 2']);
  await expect(makePayOut(official('auditor', office), secrets, { ...key, authority: office })).rejects.toMatchObject({
    kind: 'not-allowed',
  });
});
