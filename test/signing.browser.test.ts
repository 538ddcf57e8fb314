import type { Browser, BrowserContextOptions, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SigningId } from '../src/kernel/ids.ts';
import { mayActBy } from '../src/modules/mandates/index.ts';
import { axeFindingsOnce } from './axe.ts';
import { launchChromium } from './chromium.ts';
import { database } from './database.ts';
import { signingHouse } from './signing-house.ts';

const db = database(mayActBy('high'));
const house = signingHouse(db, true);
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

type Look = { readonly width?: number; readonly language?: string } & Pick<BrowserContextOptions, 'javaScriptEnabled'>;

async function tabFor(who: string, { width = 1280, language = 'sv', ...options }: Look = {}): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, ...options });
  const url = house.base();
  await context.addCookies([
    { name: 'session', value: who, url },
    { name: 'language', value: language, url },
  ]);
  return context.newPage();
}

let shots = 0;
async function looksRight(tab: Tab): Promise<void> {
  await tab.waitForLoadState();
  const { width = 0 } = tab.viewportSize() ?? {};
  if (process.env.SCREENSHOTS) {
    await tab.screenshot({ path: `${process.env.SCREENSHOTS}/signing-${++shots}-${width}.png`, fullPage: true });
  }
  expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(width);
  expect(await axeFindingsOnce(tab)).toEqual([]);
}

const page = (id: SigningId) => `${house.base()}/mina-sidor/signera/${id}`;

test.each([
  [1280, 'sv'],
  [320, 'fi'],
  [320, 'en'],
] as const)('one reads, signs at the e-ID and gets a receipt, at %i px in %s', async (width, language) => {
  const id = await house.asked();
  const tab = await tabFor('anna', { width, language });
  await tab.goto(`${house.base()}/mina-sidor/signera`);
  await looksRight(tab);
  await tab.goto(page(id));
  await looksRight(tab);
  await tab.locator('a[href$="/skriv-under"]').click();
  await tab.getByText('Du skriver under:').waitFor();
  if (process.env.SCREENSHOTS) await tab.screenshot({ path: `${process.env.SCREENSHOTS}/signing-eid-${width}.png` });
  await tab.getByRole('button', { name: /Anna Sjöblom/ }).click();
  await tab.locator('.al-confirmation').waitFor();
  await looksRight(tab);
  await tab.context().close();
});

test('without scripts too: one signs, the other says no with a reason, and the first is told', async () => {
  const id = await house.asked();
  const anna = await tabFor('anna', { javaScriptEnabled: false });
  await anna.goto(page(id));
  await anna.getByRole('link', { name: 'Skriv under med e-legitimation' }).click();
  await anna.getByRole('button', { name: /Anna Sjöblom/ }).click();
  await anna.getByText('Du har skrivit under').waitFor();

  const erik = await tabFor('erik', { javaScriptEnabled: false });
  await erik.goto(page(id));
  await erik.locator('summary', { hasText: 'Jag vill inte skriva under' }).click();
  await erik.getByRole('button', { name: 'Säg nej' }).click();
  await erik.getByRole('link', { name: 'Skriv varför du säger nej' }).waitFor();
  await erik.getByLabel('Varför?').fill('Det var inte det vi kom överens om.');
  await erik.getByRole('button', { name: 'Säg nej' }).click();
  await erik.getByText('Det var inte det vi kom överens om.').waitFor();

  await anna.goto(page(id));
  await anna.getByText('Det var inte det vi kom överens om.').waitFor();
  await Promise.all([anna.context().close(), erik.context().close()]);
});

test.each([1280, 320])(
  'what has been refused, what is wrong in a form, and what is cancelled, at %i px',
  async (width) => {
    const id = await house.asked({ inOrder: true });
    const tab = await tabFor('erik', { width });
    await tab.goto(page(id));
    await looksRight(tab);
    await tab.locator('summary', { hasText: 'Jag vill inte' }).click();
    await tab.getByRole('button', { name: 'Säg nej' }).click();
    await tab.locator('.ds-error-summary').waitFor();
    await looksRight(tab);
    const anna = await tabFor('anna', { width });
    await anna.goto(page(id));
    await anna.locator('a[href$="/skriv-under"]').click();
    await anna.getByRole('button', { name: 'Avbryt' }).click();
    await anna.getByText('Inget är underskrivet. Du kan').waitFor();
    await looksRight(anna);
    await tab.getByLabel('Varför?').fill('Nej tack.');
    await tab.getByRole('button', { name: 'Säg nej' }).click();
    await tab.getByText('Nej tack.').waitFor();
    await looksRight(tab);
    await Promise.all([tab.context().close(), anna.context().close()]);
  },
);
