import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeApp } from '../src/app.ts';
import type { RoleGrant, Task } from '../src/kernel/authority.ts';
import { makeFileStore } from '../src/kernel/files/index.ts';
import type { App, SessionFacts } from '../src/kernel/http/app-types.ts';
import { refusalTexts as kernelTexts } from '../src/kernel/http/refusal-texts.ts';
import { type AuthorityId, derivedId, type PartyId } from '../src/kernel/ids.ts';
import { refusalTexts as paymentTexts } from '../src/modules/payments/index.ts';
import {
  auditRoutes,
  payrollRoutes,
  refusalTexts,
  reportRefusalTexts,
  reportRoutes,
} from '../src/modules/payroll/index.ts';
import { engine, payWorld, secrets, sottunga, sundsvall } from './pay-world.ts';

const world = payWorld();
let app: App;
let folder = '';
let run = '';
const routes: string[] = [];
const employee = derivedId<string>('pay-world', 'anna');
const nobody = derivedId<string>('pay-pages', 'nobody');

const grants: Readonly<Record<string, readonly [AuthorityId, Task]>> = {
  officer: [sottunga, 'payroll'],
  anna: [sottunga, 'payroll'],
  other: [sundsvall, 'payroll'],
  manager: [sottunga, 'payroll-time'],
  auditor: [sottunga, 'payroll-audit'],
  clerk: [sottunga, 'dialogue'],
  both: [sottunga, 'payroll'],
};
/** What somebody does for another authority beside it. */
const beside: Readonly<Record<string, readonly [AuthorityId, Task]>> = { both: [sundsvall, 'dialogue'] };

/** Whose name the cookie says; Anna is an officer who is paid by the employer herself. */
function sessionOf(token: string): SessionFacts | null {
  const found = grants[token];
  if (!found) return null;
  const own = [found, beside[token] ?? []].flatMap(([authority, task]): RoleGrant[] =>
    authority && task
      ? [
          {
            ...{
              id: token,
              role: 'case-officer',
              employer: authority,
              authority,
              unit: null,
              tasks: [task],
              rights: [],
            },
            agreement: null,
          },
        ]
      : [],
  );
  const party = token === 'anna' ? world.party.anna : derivedId<PartyId>('pay-pages', token);
  return { session: token, party, name: token, assurance: 'high', language: 'sv', grants: own };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pay-pages-'));
  run = await world.pay(sottunga, '2026-10');
  app = await makeApp(
    {
      ...{ baseUrl: 'http://127.0.0.1:3000', version: '0', development: true, trustProxy: false, secret: 'test' },
      ...{ metricsToken: null, rateLimits: false, logger: false },
    },
    {
      ...{ findSession: async (token: string) => sessionOf(token), makeScope: world.db.scopes },
      ...{ officialAssurance: 'high', healthPool: world.db.pools.resident },
      refusalTexts: { ...kernelTexts, ...refusalTexts, ...reportRefusalTexts, ...paymentTexts },
      routes: [
        (room: App) => payrollRoutes(room, { engine, secrets }),
        (room: App) => reportRoutes(room, { files: makeFileStore(folder) }),
        auditRoutes,
      ].map((register) => async (room: App) => {
        room.addHook('onRoute', ({ method, url }) => {
          if (method !== 'HEAD') routes.push(`${String(method)} ${url}`);
        });
        await register(room);
      }),
    },
  );
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const day = '2099-12-31';
const account = { organisationNumber: '0205098-6', account: 'FI7433010001222090', bic: 'AABAFI22' };
/** What each form sends; a new one is asked for here. */
const forms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'POST /lon/regler': {
    ...{ key: 'akta.supplement.evening', value: '17', 'from-day': '1', 'from-month': '10', 'from-year': '2026' },
  },
  'POST /lon/regler/foresla': {
    ...{ key: 'raise', value: '2', 'from-day': '1', 'from-month': '10', 'from-year': '2026', authority: 'sottunga' },
  },
  'POST /lon/:authority/oppna': { month: '2099-11' },
  'POST /lon/:authority/extra': { month: '2026-10', paymentDate: day, numbers: '1' },
  'POST /lon/:authority/tid': { employee, seq: '5' },
  'POST /lon/:authority/tid/begaran/:request': { state: 'approved' },
  'POST /lon/:authority/uppgifter': { seq: '0', number: '0205098-6' },
  'POST /lon/:authority/parallell/koder': { old: '1000', 'code-1000': 'monthly' },
  'POST /lon/:authority/parallell/skriv-under': { reason: 'x' },
  'POST /lon/:authority/parallell/:month': { employee, code: 'monthly', class: 'old-wrong' },
  'POST /lon/:authority/:run/betala': {},
  'POST /lon/:authority/:run/betalare': account,
  ...Object.fromEntries(
    ['rakna', 'stoppa', 'kontrollera', 'slapp', 'tillbaka', 'avsluta', 'ta-tillbaka'].map((act) => [
      `POST /lon/:authority/:run/${act}`,
      {},
    ]),
  ),
  'POST /lon/:authority/:run/svara': { employee, kind: 'no-card', answer: 'accepted' },
  'POST /lon/:authority/:run/rapporter': { kind: 'voucher-csv' },
  'POST /lon/:authority/:run/rapporter/makulera': { number: '1', reason: 'Fel person' },
  'POST /lon/:authority/:run/rapporter/:report/skicka': {},
  'POST /lon/:authority/:run/rapporter/:report/lamnad': {},
  'POST /lon/:authority/person/:employee/tank-om': { monthly: '4000', share: '50' },
  'POST /lon/:authority/person/:employee/slutar': { last: '2026-10-31', endPaidOn: day, holiday: '' },
  'POST /lon/:authority/person/:employee/avliden': { on: '2026-10-31', deathPaidOn: day },
  'POST /lon/:authority/person/:employee/forskott': {
    ...{ month: '2099-12', advancePaidOn: day, amount: '10', reason: 'x' },
  },
  'POST /lon/:authority/person/:employee/aterkrav': {
    ...{ way: 'pay', monthly: '100', reserved: '986,40', decision: '§ 4' },
  },
  'POST /lon/:authority/person/:employee/aterkrav/:claim': {
    ...{ settled: 'own', amount: '1', on: '2026-11-01', monthlyAgain: '', reservedAgain: '', note: '§ 4' },
  },
  'POST /lon/:authority/person/:employee/konto': { account: 'FI2112345600000785' },
};

async function ask(route: string, who: string | null): Promise<number> {
  const [method, pattern = ''] = route.split(' ');
  const url = pattern
    .replace(':authority', 'sottunga')
    .replace(':run', run)
    .replace(':employee', employee)
    .replace(':month', '2026-10')
    .replace(/:(report|request|claim)/, nobody);
  const session: Record<string, string> = who === null ? {} : { session: who };
  if (method === 'GET') return (await app.inject({ url, cookies: session })).statusCode;
  const page = await app.inject({ url: '/lon', cookies: session });
  const cookies = { ...session };
  for (const { name, value } of page.cookies) cookies[name] = value;
  const _csrf = /name="_csrf" value="([^"]*)"/.exec(page.body)?.[1] ?? '';
  const more: Record<string, string> = /(tank-om|aterkrav)$/.test(pattern) ? { run } : {};
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const payload = new URLSearchParams({ ...forms[route], ...more, _csrf }).toString();
  return (await app.inject({ method: 'POST', url, cookies, headers, payload })).statusCode;
}

/** Everything that a form could change. */
async function everything(): Promise<unknown> {
  const tables = ['fact', 'run_event', 'finding_answer', 'pay_out', 'report', 'report_terms', 'request'];
  tables.push('go_live', 'recovery_request');
  const counted = await world.db.sql<{ table_name: string }>(
    `select table_name from information_schema.tables where table_schema = 'payroll' and table_name = any ($1)`,
    [tables],
  );
  const counts: Record<string, unknown> = {};
  for (const { table_name: table } of [...counted, { table_name: 'run' }])
    counts[table] = (await world.db.sql(`select count(*)::int as n from payroll.${table}`))[0];
  counts.asked = (await world.db.sql('select count(*)::int as n from approvals.request'))[0];
  counts.payer = (await world.db.sql('select count(*)::int as n from payments.payer'))[0];
  counts.account = (await world.db.sql('select count(*)::int as n from payments.account'))[0];
  return counts;
}

const REFUSED = [403, 404];
/** The board and the rules are of nobody: they show what the reader may see, and nothing to who may see nothing. */
const OF_NOBODY = new Set(['GET /lon', 'GET /lon/undantag']);
const OF_ALL_PAY = new Set([...OF_NOBODY, 'GET /lon/regler', 'POST /lon/regler']);
/** What an auditor asks that writes nothing. */
const QUESTIONS = new Set(['POST /lon/regler', 'POST /lon/:authority/person/:employee/tank-om']);
const TIME = /\/tid(\/|$)/;

test('every form of pay has its fields here', () => {
  expect(routes.filter((route) => route.startsWith('POST ')).sort()).toEqual(Object.keys(forms).sort());
});

test('without signing in nothing of pay answers', async () => {
  for (const route of routes)
    expect([route, await ask(route, null)]).toEqual([route, expect.toBeOneOf([303, 401, 403])]);
});

test.each([
  ['an officer of another employer', 'other', OF_ALL_PAY],
  ['an official with another task', 'clerk', OF_NOBODY],
])('%s meets nothing of the employer on any page, and changes nothing', async (_who, who, open) => {
  const before = await everything();
  for (const route of routes.filter((one) => !open.has(one)))
    expect([route, await ask(route, who)]).toEqual([route, expect.toBeOneOf(REFUSED)]);
  expect(await everything()).toEqual(before);
});

test('a manager meets time to approve and nothing else', async () => {
  const before = await everything();
  for (const route of routes.filter((one) => !OF_NOBODY.has(one) && !TIME.test(one)))
    expect([route, await ask(route, 'manager')]).toEqual([route, expect.toBeOneOf(REFUSED)]);
  expect(await ask('GET /lon/:authority/tid', 'manager')).toBe(200);
  expect(await everything()).toEqual(before);
});

test('an auditor reads what is paid, and no form of theirs changes anything', async () => {
  const before = await everything();
  for (const route of routes.filter((one) => one.startsWith('POST ') && !QUESTIONS.has(one)))
    expect([route, await ask(route, 'auditor')]).toEqual([route, expect.toBeOneOf(REFUSED)]);
  for (const question of QUESTIONS) await ask(question, 'auditor');
  expect(await everything()).toEqual(before);
  for (const read of [
    'GET /lon/:authority/:run',
    'GET /lon/:authority/person/:employee',
    'GET /lon/:authority/revision',
  ])
    expect([read, await ask(read, 'auditor')]).toEqual([read, 200]);
});

test('an officer who is paid by the employer handles neither their own pay nor a run that pays them', async () => {
  const before = await everything();
  const own = routes.filter((one) => one.includes('/person/') && one.startsWith('POST ') && !QUESTIONS.has(one));
  const read = ['vid-sidan-av', 'aterkrav'].map((page) => `GET /lon/:authority/person/:employee/${page}`);
  for (const route of [...own, ...read])
    expect([route, await ask(route, 'anna')]).toEqual([route, expect.toBeOneOf(REFUSED)]);
  for (const act of ['rakna', 'kontrollera', 'avsluta', 'ta-tillbaka'])
    expect([act, await ask(`POST /lon/:authority/:run/${act}`, 'anna')]).toEqual([act, 403]);
  expect(await everything()).toEqual(before);
});

test('who pays is the employer of the address, whatever else is sent with the form', async () => {
  const cookies = { session: 'both' };
  const { body } = await app.inject({ url: '/lon', cookies });
  const _csrf = /name="_csrf" value="([^"]*)"/.exec(body)?.[1] ?? '';
  const more = { authority: sundsvall, task: 'dialogue', name: 'Någon annan' };
  const reply = await app.inject({
    ...{ method: 'POST', url: `/lon/sottunga/${run}/betalare`, cookies },
    ...{ headers: { 'content-type': 'application/json' }, payload: { ...account, ...more, _csrf } },
  });
  expect(reply.statusCode).toBe(303);
  const payers = await world.db.sql(`select authority_id, debtor ->> 'name' as name from payments.payer`);
  expect(payers).toEqual([{ authority_id: sottunga, name: 'Sottunga' }]);
});
