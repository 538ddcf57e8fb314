import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Browser, BrowserContextOptions, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeApp } from '../src/app.ts';
import type { RoleGrant } from '../src/kernel/authority.ts';
import { readConfig } from '../src/kernel/config/config.ts';
import { connectAsOwner } from '../src/kernel/database/owner.ts';
import { freePort } from '../src/kernel/embedded/server.ts';
import type { App, SessionFacts } from '../src/kernel/http/app-types.ts';
import { type AuthorityId, newId, type PartyId } from '../src/kernel/ids.ts';
import type { Jobs } from '../src/kernel/jobs/runner.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import { shipAuthorities } from '../src/modules/directory/index.ts';
import { ensureParty } from '../src/modules/identity/index.ts';
import { noStandIns } from '../src/stand-ins.ts';
import { makeWiring } from '../src/wiring.ts';
import { axeFindingsOnce } from './axe.ts';
import { launchChromium } from './chromium.ts';
import { database } from './database.ts';
import { testPerson } from './simulators.ts';
import { paper } from './traces/deeds.ts';

const db = database();
const secrets = makeSecrets(exampleDataKey);
const sottunga = 2480766 as AuthorityId;
const parties = new Map<string, PartyId>();
const officials = ['karin', 'per'];
let base: string;
let folder: string;
let app: App;
let jobs: Jobs;
let browser: Browser;

function sessionOf(token: string): SessionFacts | null {
  const party = parties.get(token);
  if (!party) return null;
  const grant: RoleGrant = {
    ...{ id: newId(), role: 'case-officer', employer: sottunga, authority: sottunga, unit: null },
    ...{ tasks: ['administration'], rights: [], agreement: null },
  };
  const name = testPerson(token).name;
  const grants = officials.includes(token) ? [grant] : [];
  return { session: token, party, name, assurance: 'high', language: null, grants };
}

beforeAll(async () => {
  const owner = await connectAsOwner(db.url);
  await shipAuthorities(owner);
  await owner.query('update directory.authority set joined_at = now(), ready_at = now() where authority_id = $1', [
    sottunga,
  ]);
  await owner.end();
  folder = await mkdtemp(join(tmpdir(), 'paper-pages-'));
  const port = await freePort();
  base = `http://127.0.0.1:${port}`;
  const wiring = await makeWiring({
    config: readConfig({ NODE_ENV: 'test', DATA_FOLDER: folder }),
    ...{ log: pino({ level: 'silent' }), secrets, ownerUrl: db.url, urls: db.urls, pools: db.pools },
    ...{ formSecret: 'secret', oidc: null, smtpUrl: null, receivedMail: null, fallbackFolder: undefined },
    ...{
      registers: noStandIns.registers,
      caseSystems: noStandIns.caseSystems,
      mandateRegisters: noStandIns.mandateRegisters,
      stop: async () => undefined,
    },
  });
  jobs = await wiring.startJobs();
  app = await makeApp(
    {
      ...{ baseUrl: base, version: '0', development: true, trustProxy: false, secret: 'secret', metricsToken: null },
      ...{ rateLimits: false, logger: false },
    },
    { ...wiring, findSession: async (token) => sessionOf(token) },
  );
  await app.listen({ port, host: '127.0.0.1' });
  const scope = db.scopes({
    ...{ actor: { kind: 'system', name: 'test' }, room: 'worker', fence: { authorities: [], parties: [] } },
  });
  for (const sub of ['anna', 'erik', ...officials])
    parties.set(sub, await ensureParty(scope, secrets, testPerson(sub)));
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await jobs?.stop();
  await rm(folder, { recursive: true });
});

type Look = { readonly width?: number; readonly language?: string } & Pick<BrowserContextOptions, 'javaScriptEnabled'>;

async function tabFor(who: string, { width = 1280, language = 'sv', ...options }: Look = {}): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...options });
  await context.addCookies([
    { name: 'session', value: who, url: base },
    { name: 'language', value: language, url: base },
  ]);
  return context.newPage();
}

let shots = 0;
async function looksRight(tab: Tab, path?: string): Promise<void> {
  if (path) await tab.goto(base + path);
  await tab.waitForLoadState();
  const { width = 0 } = tab.viewportSize() ?? {};
  if (process.env.SCREENSHOTS) {
    await tab.screenshot({ path: `${process.env.SCREENSHOTS}/paper-${++shots}-${width}.png`, fullPage: true });
  }
  expect(await tab.evaluate('document.documentElement.scrollWidth'), tab.url()).toBe(width);
  expect(await axeFindingsOnce(tab), tab.url()).toEqual([]);
}

const papers = '/handlaggning/fullmakter';
const mandates = '/mina-sidor/fullmakter';
const { name, type: mimeType, content } = paper('fullmakt.pdf');
const scan = { name, mimeType, buffer: Buffer.from(content) };

async function fill(tab: Tab, holder: string): Promise<void> {
  for (const [person, sub] of [
    ['grantor', 'anna'],
    ['holder', holder],
  ] as const) {
    const { name, number, country } = testPerson(sub);
    await tab.fill(`[name="${person}-name"]`, name);
    await tab.check(`[name="${person}-country"][value="${country}"]`);
    await tab.fill(`[name="${person}-number"]`, number);
  }
  await tab.check('[name="level"][value="passive"]');
  await tab.check('[name="passOn"][value="no"]');
  await tab.setInputFiles('[name="document"]', scan);
}

test('before there are any, each page says so', async () => {
  for (const width of [1280, 320]) {
    await looksRight(await tabFor('karin', { width, language: 'fi' }), papers);
    await looksRight(await tabFor('anna', { width, language: 'en' }), mandates);
    await looksRight(await tabFor('anna', { width }), '/mina-sidor/logg?ratt=alla');
  }
});

test('one registers, another checks, both are told, and the grantor reads the original and ends it; without scripts', async () => {
  const karin = await tabFor('karin', { javaScriptEnabled: false });
  await looksRight(await tabFor('karin'), `${papers}/ny`);
  await karin.goto(`${base}${papers}/ny?myndighet=${sottunga}&mall=authority`);
  await karin.getByRole('button', { name: 'Registrera och be om kontroll' }).click();
  await karin.locator('.al-error-summary').waitFor();
  expect(await karin.locator('main').textContent()).toContain('Skriv namnet.');
  await fill(karin, 'erik');
  await karin.getByRole('button', { name: 'Registrera och be om kontroll' }).click();
  const shown = karin.getByText('Väntar på kontroll').first();
  await shown.waitFor().catch(async () => {
    throw new Error((await karin.locator('main').textContent()) ?? '');
  });
  const place = new URL(karin.url()).pathname;

  const own = await tabFor('karin');
  await looksRight(own, place);
  await own.getByRole('link', { name: 'Gå till kontrollen' }).click();
  await own.getByText('inte kontrollerad mot register').first().waitFor();
  expect(await own.getByRole('button', { name: 'Godkänn' }).count()).toBe(0);

  const per = await tabFor('per');
  await per.goto(base + place);
  await per.getByRole('link', { name: 'Gå till kontrollen' }).click();
  await per.getByText('inte kontrollerad mot register').first().waitFor();
  await per.getByRole('button', { name: 'Godkänn' }).click();
  await expect
    .poll(async () => (await db.sql('select from mailbox.message where mandate_id is not null')).length)
    .toBe(2);

  for (const [width, language] of [
    [1280, 'sv'],
    [320, 'fi'],
  ] as const) {
    await looksRight(await tabFor('per', { width, language }), papers);
    await looksRight(await tabFor('per', { width, language }), place);
    await looksRight(await tabFor('per', { width, language }), `${papers}/ny?myndighet=${sottunga}&mall=property`);
    const anna = await tabFor('anna', { width, language });
    await looksRight(anna, mandates);
    await anna.locator('main a[href^="/mina-sidor/fullmakter/0"]').first().click();
    await looksRight(anna);
    await looksRight(anna, `${mandates}/utskrift`);
    await looksRight(anna, `${mandates}?sok=finns-inte`);
    await looksRight(anna, '/mina-sidor/logg');
    await anna.goto(`${base}/mina-sidor/meddelanden`);
    await anna.locator('main a[href^="/mina-sidor/meddelanden/"]').first().click();
    await looksRight(anna);
  }

  const anna = await tabFor('anna');
  await anna.goto(base + mandates);
  await anna.locator('main a[href^="/mina-sidor/fullmakter/0"]').first().click();
  const original = await anna.getByRole('link', { name: 'Visa originalet' }).getAttribute('href');
  const got = await anna.request.get(base + original);
  expect([got.status(), got.headers()['content-type'], await got.text()]).toEqual([
    ...[200, 'application/pdf', scan.buffer.toString()],
  ]);
  for (const [ending, type] of [
    ['csv', 'text/csv; charset=utf-8'],
    ['json', 'application/json; charset=utf-8'],
    ['pdf', 'application/pdf'],
  ]) {
    const taken = await anna.request.get(`${base}${mandates}.${ending}`);
    expect([taken.status(), taken.headers()['content-type']]).toEqual([200, type]);
    expect(await taken.text()).not.toContain(testPerson('anna').number);
  }
  await anna.getByRole('button', { name: 'Återkalla' }).click();
  await anna.getByText('Fullmakten är återkallad').first().waitFor();
  await per.goto(base + place);
  await looksRight(per);
  expect(await per.locator('main').textContent()).toContain('Återkallad');
}, 600_000);
