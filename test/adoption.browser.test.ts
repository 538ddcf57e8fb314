import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../src/kernel/embedded/server.ts';
import type { App } from '../src/kernel/http/app-types.ts';
import { adoptionHouse } from './adoption-house.ts';
import { axeFindingsOnce } from './axe.ts';
import { caseWorld } from './case-world.ts';
import { launchChromium } from './chromium.ts';

const world = caseWorld();
let app: App;
let browser: Browser;
let base: string;

beforeAll(async () => {
  const port = await freePort();
  app = await adoptionHouse(world, `http://127.0.0.1:${port}`);
  await app.listen({ port, host: '127.0.0.1' });
  base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});

const one = '/administration/sottunga/tjanster/barnomsorgsplats';

async function tabFor(who: string, width: number, language = 'sv', javaScriptEnabled = true) {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled });
  await context.addCookies([
    { name: 'session', value: who, url: base },
    { name: 'language', value: language, url: base },
  ]);
  return context.newPage();
}

test.each([
  ['maja', '/administration/sottunga/tjanster', 1280, 'sv'],
  ['maja', one, 1280, 'sv'],
  ['maja', one, 320, 'fi'],
  ['maja', '/administration/sottunga/tjanster/foreningsbidrag', 320, 'en'],
  ['operator', '/drift/tjanster', 1280, 'sv'],
  ['operator', '/drift/tjanster', 320, 'fi'],
] as const)('axe finds nothing for %s on %s at %i px in %s, and nothing is wider than the window', async (...look) => {
  const [who, path, width, language] = look;
  const tab = await tabFor(who, width, language);
  await tab.goto(`${base}/sprak/${language}?till=${encodeURIComponent(path)}`);
  expect(new URL(tab.url()).pathname).toBe(path);
  if (process.env.SCREENSHOTS) {
    await tab.screenshot({
      path: `${process.env.SCREENSHOTS}/${path.replaceAll('/', '-')}-${width}.png`,
      fullPage: true,
    });
  }
  expect(await axeFindingsOnce(tab)).toEqual([]);
  expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(width);
  await tab.context().close();
});

test('without scripts a wrong value is told at its field, mended and saved', async () => {
  const tab = await tabFor('maja', 1280, 'sv', false);
  await tab.goto(base + one);
  await tab.locator('[id="setting.maxFee"]').fill('mycket');
  await tab.getByRole('button', { name: 'Spara' }).click();
  await tab.locator('#fel a').click();
  await expect.poll(() => new URL(tab.url()).hash).toBe('#setting.maxFee');
  await tab.locator('[id="setting.maxFee"]').fill('250,50');
  await tab.getByRole('button', { name: 'Spara' }).click();
  await expect.poll(() => new URL(tab.url()).search).toBe('?sparat=ja');
  expect(await tab.locator('[id="setting.maxFee"]').inputValue()).toBe('250,50');
  await tab.context().close();
});
