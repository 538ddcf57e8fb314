import type { Browser, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { mayActBy } from '../src/modules/mandates/index.ts';
import { axeFindingsOnce } from './axe.ts';
import { launchChromium } from './chromium.ts';
import { database } from './database.ts';
import { openRegistersHouse, type RegistersHouse } from './registers-house.ts';

const db = database(mayActBy('high'));
let house: RegistersHouse;
let browser: Browser;

beforeAll(async () => {
  [house, browser] = await Promise.all([openRegistersHouse(db), launchChromium()]);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});
beforeEach(async () => {
  await house.reset();
  await forget();
});

const forget = () =>
  db.sql('truncate base_registers.copy, mandates.register_right, mandates.register_heard, mandates.party_state');
/** As if so many minutes had gone since the registers were asked, however often it is said. */
const later = (minutes: number) =>
  db.sql(
    `with copies as (update base_registers.copy set fetched_at = now() - $1 * interval '1 minute')
     update mandates.register_heard
     set asked_at = now() - $1 * interval '1 minute',
       heard_at = case when heard_at is not null then now() - $1 * interval '1 minute' end`,
    [minutes],
  );

const LIST = '/mina-sidor/fullmakter';
const CHOOSE = '/mina-sidor/valj';

async function tabOf(person: string, width = 1280, language = 'sv'): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: width !== 320 });
  await context.addCookies([{ name: 'session', value: await house.signIn(person), url: house.base }]);
  const tab = await context.newPage();
  await tab.goto(`${house.base}/sprak/${language}?till=${encodeURIComponent('/om/tillganglighet')}`);
  return tab;
}

/** A busy machine may make a register late: then it is asked again. */
async function heard(tab: Tab, path: string): Promise<void> {
  const said = async () => {
    await forget();
    await tab.goto(house.base + path);
    return tab.locator('main').innerText();
  };
  await expect.poll(said).not.toMatch(/kunde inte frågas|ei vastannut nyt|could not be asked/);
}

/** The same where one acts for another: what was heard before stands for an hour. */
async function askedAnew(tab: Tab, until: RegExp): Promise<void> {
  const said = async () => {
    await later(11);
    await tab.goto(`${house.base}/mina-sidor/meddelanden`);
    return tab.locator('body').innerText();
  };
  await expect.poll(said).toMatch(until);
}
async function textOf(tab: Tab, path: string, name: string): Promise<string> {
  await tab.goto(house.base + path);
  if (process.env.SCREENSHOTS) {
    await tab.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png`, fullPage: true });
  }
  if ((tab.viewportSize()?.width ?? 0) > 320) expect(await axeFindingsOnce(tab)).toEqual([]);
  expect(await tab.locator('body').evaluate((body) => body.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  return tab.locator('main').innerText();
}

test('a guardian chooses her child, acts, and is out when the register has changed while the page is open', async () => {
  const tab = await tabOf('anna');
  await heard(tab, LIST);
  const list = await textOf(tab, LIST, 'list-anna-1280');
  for (const text of [
    'Elsa Sjöblom, vårdnadshavare',
    'Emil Sjöblom',
    'tills barnet fyller 18',
    'Befolkningsregistret',
  ]) {
    expect(list).toContain(text);
  }
  expect(list).toMatch(/Sottunga Provturism Ab[\s\S]*Inget ensam. Tecknas tillsammans med Maja Öhman och Johan Berg/);

  expect(await textOf(tab, CHOOSE, 'choose-anna-1280')).toContain('Dem här kan du inte agera för nu');
  await tab.getByRole('button', { name: 'Agera för Elsa Sjöblom' }).click();
  expect(await tab.locator('.al-acting').innerText()).toContain('Du agerar för Elsa Sjöblom.');

  await house.change('population', '190922A936C', { guardians: ['090386-915X'] });
  await askedAnew(tab, /Du kan inte längre/);
  const refused = await textOf(tab, '/mina-sidor/meddelanden', 'refused-anna-1280');
  expect(refused).toContain('du har ingen fullmakt för den personen');
  expect(await tab.locator('.al-acting').innerText()).toContain('Du kan inte längre agera för Elsa Sjöblom.');
  await tab.context().close();
});

test('a signatory acts for the company, and reads why when it is bankrupt', async () => {
  const tab = await tabOf('erik');
  await heard(tab, LIST);
  await textOf(tab, CHOOSE, 'choose-erik-1280');
  await tab.getByRole('button', { name: 'Agera för Lindqvist Provsnickeri AB' }).click();
  expect(await tab.locator('.al-acting').innerText()).toContain('Du agerar för Lindqvist Provsnickeri AB.');
  await house.change('company', '4020001006', { status: 'bankruptcy' });
  await askedAnew(tab, /i konkurs/);
  expect(await textOf(tab, '/mina-sidor/meddelanden', 'bankrupt-erik-1280')).toContain('Organisationen är i konkurs');
  await tab.context().close();
});

test.each([
  ['erik', 'fi', ['Bo Lundmark, edunvalvoja', 'Edunvalvontarekisteri']],
  ['lars', 'sv', ['Ett barn med skyddade personuppgifter', 'Barnets uppgifter är skyddade']],
  ['aino', 'en', ['Gunvor Berglund', 'does not include guarding']],
] as const)('without scripts, at 320 px, %s reads in %s what the registers say', async (person, language, texts) => {
  const tab = await tabOf(person, 320, language);
  await heard(tab, LIST);
  const list = await textOf(tab, LIST, `list-${person}-320`);
  for (const text of texts) expect(list).toContain(text);
  await textOf(tab, CHOOSE, `choose-${person}-320`);
  await tab.context().close();
});

test('who has a god man reads who it is', async () => {
  await house.signIn('noor');
  const tab = await tabOf('ingrid', 320);
  await heard(tab, LIST);
  expect(await textOf(tab, LIST, 'list-ingrid-320')).toMatch(/Noor Rahimi, god man[\s\S]*Ställföreträdarregistret/);
  await tab.context().close();
});

/** The quickest of some times that the page asks anew, since the machine may be busy with others. */
async function timed(tab: Tab, enough: number): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < 8 && Math.min(...times) >= enough; time++) {
    await forget();
    const begun = performance.now();
    await tab.goto(house.base + CHOOSE);
    times.push(performance.now() - begun);
  }
  return Math.min(...times);
}

test('a register that is gone costs less than a second, and an empty list is never what it looks like', async () => {
  const tab = await tabOf('fatima');
  const heardIn = await timed(tab, 0);
  await house.behave('population', { mode: 'slow', delayMs: 30_000 });
  await house.behave('guardianship', { mode: 'down' });
  expect(await timed(tab, heardIn + 1_000)).toBeLessThan(heardIn + 1_000);
  const list = await textOf(tab, LIST, 'list-failing-1280');
  expect(list).toContain('Befolkningsregistret kunde inte frågas nu.');
  expect(list).toContain('Ställföreträdarregistret kunde inte frågas nu.');
  expect(list).not.toContain('Registren säger inte');
  await tab.context().close();
});
