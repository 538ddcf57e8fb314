import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { texts as reports } from '../src/modules/payroll/reports/texts/index.ts';
import { texts } from '../src/modules/payroll/texts/index.ts';
import { lineNames } from '../src/modules/payroll/texts/line-names.ts';
import { launchChromium } from './chromium.ts';
import { inspect } from './journey/arrival.ts';
import { type Hands, handsOf, type Look, type Place } from './journey/hands.ts';
import { employers, payOffice } from './pay-office.ts';

// A month of sixteen municipalities from its first key to a payslip with a line opened; every page that is come to is
// looked at: axe, the width, and no identity number.

const office = payOffice();
const { sv, fi } = texts;
const may = 'maj 2026';
let browser: Browser;
let place: Place;

beforeAll(async () => {
  browser = await launchChromium();
  place = { browser, base: office.base, arrival: inspect(browser) };
});
afterAll(() => browser?.close());

async function at(who: string, look: Look & { readonly language?: 'sv' | 'fi' } = {}): Promise<Hands> {
  const hands = await handsOf(place, look);
  const cookie = (name: string, value: string) => ({ name, value, url: office.base });
  await hands.tab.context().addCookies([cookie('session', who), cookie('language', look.language ?? 'sv')]);
  return hands;
}

/** The focus comes to stand on an exception of this kind. */
async function standsOn({ tab }: Hands, finding: string): Promise<void> {
  const heading = 'document.activeElement?.querySelector("h2, h3")?.textContent ?? document.activeElement?.tagName';
  await expect.poll(() => tab.evaluate<string>(heading)).toBe(finding);
}

/** To the first exception, by the link that says so. */
async function begin({ tab }: Hands): Promise<void> {
  await tab.getByRole('link', { name: sv.exceptions.begin }).press('Enter');
}

/** One key, and the page that comes of it. */
async function key({ tab }: Hands, name: string): Promise<void> {
  await Promise.all([tab.waitForEvent('load'), tab.keyboard.press(name)]);
  await place.arrival(tab);
}

test('two officers take sixteen municipalities to a month that is paid, and its payslip is read line by line', async () => {
  const lena = await at('lena', { keyboard: true });
  await lena.open('/lon');
  await lena.sees(...['Brändö', 'Eckerö', 'Finström', 'Föglö', 'Geta', 'Hammarland', 'Jomala', 'Kumlinge', 'Kökar']);
  await lena.sees(...['Lemland', 'Lumparland', 'Mariehamn', 'Saltvik', 'Sottunga', 'Sund', 'Vårdö']);
  await lena.press(new RegExp(`^${sv.board.open(may)} Sottunga`));
  await lena.press(sv.run.calculate);
  await lena.sees(sv.run.progress, sv.next.calculating);
  const run = new URL(lena.tab.url()).pathname;
  const runs = [run];
  for (const slug of Object.keys(employers).filter((one) => one !== 'sottunga')) {
    const opened = await office.post(`/lon/${slug}/oppna`, 'lena', { month: '2026-05' });
    await office.post(`${opened}/rakna`, 'lena');
    runs.push(opened);
  }
  await office.settle();

  await lena.open('/lon/undantag');
  await lena.sees(sv.exceptions.lead(9), sv.findings['negative-net'], 'Sottunga');
  await begin(lena);
  await standsOn(lena, sv.findings['negative-net']);
  await key(lena, sv.exceptions.holdKey);
  for (let same = 2; same > 0; same--) {
    await standsOn(lena, sv.findings['account-shared']);
    await key(lena, sv.exceptions.acceptKey);
  }
  await standsOn(lena, sv.findings['hours-high']);
  await lena.sees(sv.exceptions.lead(6));
  await lena.seesNot(sv.findings['account-shared']);
  await key(lena, sv.exceptions.openKey);
  await lena.sees(sv.person.lines, sv.person.whatIf, sv.findings['hours-high']);

  const bengt = await at('bengt', { language: 'fi', width: 320 });
  await bengt.open('/lon/sottunga/tid');
  await bengt.sees('Aino Korhonen', lineNames.sunday.fi);
  await bengt.press(new RegExp(`^${fi.time.approve} Aino Korhonen`));
  await bengt.sees(fi.time.empty);

  await lena.open('/lon/undantag');
  await begin(lena);
  const left = ['hours-high', 'pay-jump', 'retro-high', 'no-card', 'time-not-approved', 'time-not-approved'] as const;
  for (const next of left) {
    await standsOn(lena, sv.findings[next]);
    await key(lena, sv.exceptions.acceptKey);
  }
  await lena.sees(sv.run.noExceptions);
  await lena.open(run);
  await lena.press(sv.run.calculate); // what Bengt has approved is to be paid
  await office.settle();
  await lena.open(run);
  await lena.sees(sv.run.noExceptions);

  const tomas = await at('tomas', { language: 'fi', width: 320 });
  await tomas.open(run);
  await tomas.press(fi.run.check);
  await tomas.sees(fi.states.checked);
  for (const one of runs.slice(1)) await office.post(`${one}/kontrollera`, 'tomas');
  await tomas.open('/lon');

  const gun = await at('gun', { scripts: false });
  await gun.open(run);
  await gun.press(sv.run.release);
  await gun.sees(sv.states.released);
  await office.settle();
  await gun.open(run);
  await gun.sees(sv.states.posted, sv.payOut.title);

  const aino = await at('aino', { language: 'fi', width: 320 });
  await aino.open('/mina-sidor/meddelanden');
  await aino.follow(/Palkkalaskelma, toukokuu 2026/);
  await aino.sees('Palkkalaskelma');
  await aino.open('/mina-sidor/lon');
  await aino.follow(/toukokuu 2026/);
  await aino.unfold(lineNames.sunday.fi);
  await aino.sees('AKTA');
  for (const one of [lena, bengt, tomas, gun, aino]) await one.leave();
});

test('the first pay of a municipality waits until two months beside the old system are explained line by line', async () => {
  const { parallel: t } = sv;
  const [lena, gun] = [await at('lena'), await at('gun', { language: 'fi', width: 320 })];
  const gunsRun = async () => {
    await gun.open('/lon');
    await gun.follow('Kökar');
  };
  await gunsRun();
  await gun.press(fi.run.release);
  await gun.sees('Ensimmäistä palkkaa ei saa vielä maksaa');
  await lena.open('/lon/kokar/parallell');
  await lena.sees(t.mayNotPay);
  await lena.tab.getByLabel(`${t.ourCode}, G-monthly`).selectOption({ label: lineNames.monthly.sv });
  await lena.press(new RegExp(`^${t.save} G-monthly`));
  for (const month of ['mars 2026', 'april 2026']) {
    await lena.follow(month);
    await lena.sees(t.differences);
    await lena.write(t.why, 'Tillägget saknades i det gamla systemet');
    await lena.press(new RegExp(`^${t.classes['old-wrong']}`));
    await lena.follow(t.title);
  }
  await lena.sees(t.mayPay, t.shown);
  await gunsRun();
  await gun.press(fi.run.release);
  await gun.sees(fi.states.released);
  for (const one of [lena, gun]) await one.leave();
});

test('what others are told, what a change would cost and what an auditor reads', async () => {
  const lena = await at('lena');
  await lena.open('/lon/sottunga/uppgifter');
  await lena.press(reports.sv.terms.save);
  await lena.open('/lon');
  await lena.follow('Sottunga');
  await lena.follow(sv.run.reports);
  await lena.press(reports.sv.list.button(reports.sv.kinds['voucher-sie']));
  await office.settle();
  await lena.open(lena.tab.url());
  await lena.sees(reports.sv.list.blocked);
  await lena.open('/lon/regler');
  await lena.write(sv.preview.value, '2,5');
  await lena.press(sv.preview.ask);
  await lena.sees(sv.preview.nothingStored, 'Mariehamn');
  const viola = await at('viola', { language: 'fi', width: 320 });
  await viola.open('/lon/sottunga/revision');
  await viola.sees('Lena Sundblom', 'Gun Österberg');
  for (const one of [lena, viola]) await one.leave();
});
