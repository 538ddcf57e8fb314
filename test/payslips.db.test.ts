import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeApp } from '../src/app.ts';
import { makeFileStore } from '../src/kernel/files/index.ts';
import type { App, SessionFacts } from '../src/kernel/http/app-types.ts';
import { refusalTexts } from '../src/kernel/http/refusal-texts.ts';
import type { FileDigest } from '../src/kernel/ids.ts';
import { ownPayRoutes, payslipRefusalTexts, payslipSubscriptions } from '../src/modules/payroll/index.ts';
import { draftPay } from '../src/modules/payroll/payslip/draft-pay.ts';
import { engine, type Paid, payWorld, sottunga } from './pay-world.ts';

const world = payWorld();
let app: App;
let folder: string;
let february: string;
let march: string;
const deliver = () => payslipSubscriptions({ files: makeFileStore(folder), book: engine.book });

/** Whose name the cookie says: the subject here is the payslip, not the sign-in. */
function sessionOf(token: string): SessionFacts | null {
  const [who = '', language = 'sv'] = token.split('-');
  const party = world.party[who as Paid];
  if (!party) return null;
  return { session: token, party, name: who, assurance: 'high', language: language as 'sv', grants: [] };
}

const get = (url: string, who: string) => app.inject({ url, cookies: { session: who } });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'payslips-'));
  app = await makeApp(
    {
      ...{ baseUrl: 'http://127.0.0.1:3000', version: '0', development: true, trustProxy: false, secret: 'test' },
      ...{ metricsToken: null, rateLimits: false, logger: false },
    },
    {
      ...{ findSession: async (token: string) => sessionOf(token), makeScope: world.db.scopes },
      ...{ officialAssurance: 'high', refusalTexts: { ...refusalTexts, ...payslipRefusalTexts } },
      ...{ healthPool: world.db.pools.resident, routes: [(room: App) => ownPayRoutes(room, { engine })] },
    },
  );
  february = await world.pay(sottunga, '2026-02');
  march = await world.pay(sottunga, '2026-03');
  await world.settle(deliver());
});

afterAll(async () => {
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

const messages = (run: string) =>
  world.db.sql<{ party: string; language: string; subject: string; body: string; digest: FileDigest; name: string }>(
    `select m.party_id::text as party, m.language, m.subject, m.body, a.digest, a.name from mailbox.message m
     join mailbox.attachment a using (party_id, message_id) where m.body like $1 or $1 = '' order by m.subject, party`,
    [run],
  );

test('everyone who is paid gets the payslip once, in their own language, however often the jobs run', async () => {
  const before = await messages('');
  expect(before).toHaveLength(6);
  expect(before.map(({ subject }) => subject).sort()).toEqual([
    'Lönebesked februari 2026',
    'Lönebesked februari 2026',
    'Lönebesked mars 2026',
    'Lönebesked mars 2026',
    'Palkkalaskelma, helmikuu 2026',
    'Palkkalaskelma, maaliskuu 2026',
  ]);
  const about = { authorities: [sottunga], parties: Object.values(world.party), authority: sottunga, run: march };
  const once = { event: 'e', attempt: 2, lastAttempt: false } as never;
  const [, ready] = deliver();
  await ready?.handle(world.worker(about.parties), { kind: 'payroll.payslips-ready', ...about }, once);
  expect(await messages('')).toEqual(before);
});

test('the PDF is tagged and says nothing of who a protected person is', async () => {
  const files = makeFileStore(folder);
  const all = await messages('');
  const pdfOf = async (party: string) => {
    const found = all.filter((one) => one.party === party);
    return (await files.open(found[0]?.digest as FileDigest)).stream;
  };
  const pdf = await text(await pdfOf(world.party.siv));
  expect(['%PDF-1.7', '/StructTreeRoot', '/Lang (sv)'].filter((part) => !pdf.includes(part))).toEqual([]);
  expect(/Mattsson/.test(pdf)).toBe(false);
  expect(all.every(({ subject, body, name }) => !/Mattsson|020975/.test(subject + body + name))).toBe(true);
});

test('the list shows each payslip, and each opens line by line with what changed and why', async () => {
  const list = await get('/mina-sidor/lon', 'anna');
  expect(list.body).toContain(`/mina-sidor/lon/sottunga/${march}`);
  const page = await get(`/mina-sidor/lon/sottunga/${march}`, 'anna');
  expect(page.statusCode).toBe(200);
  const plain = page.body.replace(/[\u00a0\u202f]|&nbsp;/g, ' ').replace(/<[^>]+>/g, ' ');
  expect(plain).toContain('Kvällsersättning');
  expect(plain).toContain('raden är ny');
  expect(plain).toMatch(/Uträkning\s+8 × 18,40 € × 15 % = 22,08 €/);
  expect(plain).toMatch(/Bokförs som\s+rörliga lönetillägg/);
  expect(plain).toMatch(/Bygger på\s+skattekortet, lönen, förmånerna/);
  for (const language of ['fi', 'en'])
    expect((await get(`/mina-sidor/lon/sottunga/${march}`, `anna-${language}`)).body).toContain(
      language === 'fi' ? 'Laskelma' : 'Calculation',
    );
  const pdf = await get(`/mina-sidor/lon/sottunga/${march}/lonebesked.pdf`, 'anna');
  expect(pdf.headers['content-type']).toBe('application/pdf');
  expect(pdf.rawPayload.length).toBeGreaterThan(10_000);
});

test('from the middle of the month the month that is coming is shown as a draft, and before not', async () => {
  const on = (day: string) => draftPay(world.resident('anna', Temporal.Instant.from(`${day}T10:00:00Z`)), engine);
  expect(await on('2026-04-14')).toEqual([]);
  const [draft] = await on('2026-04-15');
  expect(draft?.month.from).toBe('2026-04-01');
  expect(draft?.made.payslip.gross).toBe(302_000);
  expect(await on('2026-03-20')).toEqual([]); // paid already
});

test('nobody else opens it, and it looks the same as one that is not there', async () => {
  for (const url of [
    `/mina-sidor/lon/sottunga/${march}`,
    `/mina-sidor/lon/sottunga/${february}/lonebesked.pdf`,
    '/mina-sidor/lon/sottunga/utkast',
  ])
    expect((await get(url, 'erik')).statusCode).toBe(404);
  expect((await get(`/mina-sidor/lon/sundsvall/${march}`, 'anna')).statusCode).toBe(404);
  expect((await get(`/mina-sidor/lon/sottunga/${idThatIsNot}`, 'anna')).statusCode).toBe(404);
  expect((await get(`/mina-sidor/lon/sottunga/${march}`, 'nobody')).statusCode).toBe(303);
});
const idThatIsNot = '018f0000-0000-7000-8000-000000000009';
