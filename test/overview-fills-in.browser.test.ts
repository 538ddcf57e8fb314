import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../src/kernel/http/app-types.ts';
import { axeFindingsOnce } from './axe.ts';
import { caseWorld } from './case-world.ts';
import { launchChromium } from './chromium.ts';
import { foreign, overviewHouse, scripted } from './overview-house.ts';

const world = caseWorld();
const slow = scripted('slow', 100_000);
const down = scripted('down');
let app: App;
let browser: Browser;
let base: string;

beforeAll(async () => {
  slow.items = [foreign('1', { source: 'slow', title: 'Körkortstillstånd' })];
  slow.mode = 'held';
  down.mode = 'down';
  [app, browser] = await Promise.all([overviewHouse(world, [slow, down], { patience: () => 100 }), launchChromium()]);
  await app.listen({ host: '127.0.0.1', port: 0 });
  base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  slow.release();
  await browser?.close();
  await app?.close();
});

// Whoever looks releases the slow source, so a busy machine only takes longer.
test.each([
  ['without', 1280],
  ['without', 320],
  ['with', 1280],
  ['with', 320],
])('%s scripts the page fills in below while one source is slow and another is down, at %i px', async (how, width) => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: how === 'with' });
  await context.addCookies([{ name: 'session', value: 'anna', url: base }]);
  const tab = await context.newPage();
  const waits = tab.getByText('Vi väntar fortfarande på svar från').filter({ visible: true });
  const main = () => tab.locator('main').innerText();
  const picture = async (name: string) => {
    const folder = process.env.SCREENSHOTS;
    if (folder) await tab.screenshot({ path: `${folder}/overview-${name}-${width}.png`, fullPage: true });
  };

  const coming = tab.goto(`${base}/mina-sidor/oversikt`, { waitUntil: 'load' });
  await tab.getByText('kunde inte frågas').waitFor();
  await waits.waitFor();
  expect(await main()).not.toContain('Körkortstillstånd');
  await picture('waits');
  slow.release();
  await coming;
  expect(await main()).toContain('Körkortstillstånd');
  expect(await waits.count()).toBe(0);
  await picture('slow');
  expect(await tab.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
  if (how === 'with') expect(await axeFindingsOnce(tab)).toEqual([]); // a page without scripts has no timers for it
  await context.close();
});
