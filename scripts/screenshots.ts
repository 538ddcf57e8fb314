// node scripts/screenshots.ts FOLDER [--at http://127.0.0.1:3000] [--in fi]
// A picture of each page of the house at 1280 and 320 px, on the way of a whole journey and on a tour of what it does not
// pass. Without --at it starts a house of its own; the one named must hold the demo world, and gets new cases.
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page as Tab } from 'playwright-core';
import { launchChromium } from '../test/chromium.ts';
import { handsOf } from '../test/journey/hands.ts';
import { openHouse } from '../test/journey/house.ts';
import { papersIn } from '../test/journey/papers.ts';
import { tour, tours } from '../test/journey/tour.ts';
import { wholeJourney } from '../test/journey/whole-journey.ts';
import { wordsOf } from '../test/journey/words.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { at: { type: 'string' }, in: { type: 'string', default: 'sv' } },
});
const [folder] = positionals;
if (!folder) throw new Error('Which folder do the pictures go into?');
mkdirSync(folder, { recursive: true });

const taken = new Map<string, number>();

/** `03-mina-sidor-arenden-sottunga-id`; the same page again gets the next number. */
function nameOf(tab: Tab): string {
  const { port, pathname, search } = new URL(tab.url());
  const path = port === new URL(base).port ? `${pathname}${search}` : '/test-e-legitimation';
  const plain = path.replace(/[\w-]{30,}/g, 'id').replace(/[^\wåäö]+/g, '-');
  const count = (taken.get(plain) ?? 0) + 1;
  taken.set(plain, count);
  return `${plain.replace(/^-|-$/g, '') || 'start'}${count > 1 ? `.${count}` : ''}`;
}

async function picture(tab: Tab): Promise<void> {
  const name = nameOf(tab);
  for (const width of [320, 1280]) {
    await tab.setViewportSize({ width, height: 900 });
    await tab.screenshot({ path: join(String(folder), `${name}-${width}.png`), fullPage: true });
  }
}

const house = values.at ? undefined : await openHouse();
const base = values.at ?? house?.base ?? '';
const browser = await launchChromium();
const isFinnish = values.in === 'fi';
const locale = isFinnish ? 'fi-FI' : 'sv-SE';
const place = { browser, base, arrival: picture };
try {
  const [hands, official] = await Promise.all([handsOf(place, { locale }), handsOf(place, { locale })]);
  const applicant = isFinnish
    ? { name: 'Aino Korhonen', address: 'aino.korhonen@example.org', hands }
    : { name: 'Anna Sjöblom', address: 'anna.sjoblom@example.org', hands };
  const papers = papersIn(house?.folder ?? tmpdir());
  const words = wordsOf(isFinnish ? 'fi' : 'sv');
  await wholeJourney({ applicant, official, words, papers });
  for (const who of isFinnish ? (['nobody'] as const) : (Object.keys(tours) as (keyof typeof tours)[])) {
    const visitor = await handsOf(place, { locale });
    await tour(visitor, who, words);
    await visitor.leave();
  }
} finally {
  await browser.close();
  await house?.stop();
}
