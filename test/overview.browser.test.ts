import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { mayActBy } from '../src/modules/mandates/index.ts';
import { axeFindingsOnce } from './axe.ts';
import { sottunga } from './case-world.ts';
import { launchChromium } from './chromium.ts';
import { database } from './database.ts';
import { openRegistersHouse, type RegistersHouse } from './registers-house.ts';
import { type Simulator, startSimulator } from './simulators.ts';

const db = database(mayActBy('high'));
let house: RegistersHouse;
let browser: Browser;
let mina: Simulator<'kundhandelser'>;
let zgw: Simulator<'zgw'>;

beforeAll(async () => {
  [mina, zgw, browser] = await Promise.all([
    startSimulator('kundhandelser', { API_KEY: 'key' }),
    startSimulator('zgw', { CLIENT_ID: 'us', CLIENT_SECRET: 'secret' }),
    launchChromium(),
  ]);
  house = await openRegistersHouse(db, {
    registerPatience: 60_000,
    caseSystems: {
      kundhandelser: { url: mina.url, key: 'key', keeper: sottunga },
      zgw: { url: zgw.url, client: { id: 'us', secret: 'secret' }, authority: 'Grannkommunen', keeper: sottunga },
    },
  });
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
  await Promise.all([mina?.stop(), zgw?.stop()]);
});
beforeEach(async () => {
  await Promise.all([behave('kundhandelser', 'ok'), behave('zgw', 'ok')]);
  await db.sql('truncate overview.last_known');
});

const PAGE = '/mina-sidor/oversikt';

async function behave(which: 'kundhandelser' | 'zgw', mode: string): Promise<void> {
  const url = which === 'zgw' ? new URL('/control', zgw.url).href : `${mina.url}/control`;
  await fetch(url, { method: 'POST', body: JSON.stringify({ mode }) });
}

type Look = { readonly width?: number; readonly language?: string };

async function tabOf(person: string, { width = 1280, language = 'sv' }: Look = {}): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  await context.addCookies([
    { name: 'session', value: await house.signIn(person), url: house.base },
    { name: 'language', value: language, url: house.base },
  ]);
  return context.newPage();
}

async function isWellMade(tab: Tab, name: string): Promise<void> {
  if (process.env.SCREENSHOTS) {
    await tab.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png`, fullPage: true });
  }
  await tab.waitForLoadState();
  expect(await tab.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  expect(await axeFindingsOnce(tab)).toEqual([]);
}

const main = (tab: Tab) => tab.locator('main').innerText();

describe.each([
  ['ok', 'Bygglov för uterum'],
  ['down', 'Den går inte att nå just nu'],
  ['wrong', 'Svaret gick inte att förstå'],
  ['another', 'Svaret gällde någon annan'],
  ['too-large', 'för stort'],
  ['unknown-type', 'ett slag som vi inte känner till'],
  ['not-allowed', 'Får inte frågas'],
])('a case system that is %s', (mode, said) => {
  test.each([1280, 320])('is told as it is at %i px, and the rest of the page lives', async (width) => {
    await behave('zgw', mode);
    const tab = await tabOf('erik', { width });
    await tab.goto(house.base + PAGE, { waitUntil: 'load' });
    const text = await main(tab);
    expect(text).toContain(said);
    expect(text).toContain('Körkortstillstånd: komplettera din ansökan');
    await isWellMade(tab, `overview-${mode}-${width}`);
    await tab.context().close();
  });
});

test('what a source said before is shown with its day while it is down, and its case can be read', async () => {
  const tab = await tabOf('erik');
  await tab.goto(house.base + PAGE, { waitUntil: 'load' });
  await expect
    .poll(async () => (await db.sql(`select 1 from overview.last_known where source_id = 'zgw'`)).length)
    .toBeGreaterThan(0);
  await behave('zgw', 'down');
  await tab.goto(house.base + PAGE, { waitUntil: 'load' });
  expect(await main(tab)).toContain('Grannkommunen svarar inte');
  await isWellMade(tab, 'overview-stale-1280');
  await tab.getByRole('link', { name: 'Bygglov för uterum' }).click();
  await tab.getByText('Senaste dag enligt lag').waitFor();
  await isWellMade(tab, 'overview-case-1280');
  await tab.setViewportSize({ width: 320, height: 900 });
  await isWellMade(tab, 'overview-case-320');
  await tab.context().close();
});

test.each([
  ['fi', 'Sinun vuorosi', 'Viranomaisella'],
  ['en', 'Your turn', 'With the authority'],
])('in %s', async (language, mine, theirs) => {
  const tab = await tabOf('erik', { language });
  await tab.goto(house.base + PAGE, { waitUntil: 'load' });
  const text = await main(tab);
  expect(text).toContain(mine);
  expect(text).toContain(theirs);
  await isWellMade(tab, `overview-${language}-1280`);
  await tab.context().close();
});
