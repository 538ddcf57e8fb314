import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, inject } from 'vitest';
import { connectAsOwner } from '../../src/kernel/database/owner.ts';
import { launchChromium } from '../chromium.ts';
import { inspect } from './arrival.ts';
import { type Hands, handsOf, type Look, type Place } from './hands.ts';
import { type House, openHouse } from './house.ts';
import { papersIn } from './papers.ts';

export type Stage = {
  readonly papers: ReturnType<typeof papersIn>;
  readonly base: string;
  /** Somebody at a browser of their own. */
  hands(look?: Look): Promise<Hands>;
};

/** One house and one browser for the tests of a file. */
export function stage(): Stage {
  let house: House | undefined;
  let place: Place | undefined;
  let papers: Stage['papers'] | undefined;

  beforeAll(async () => {
    const [opened, browser] = await Promise.all([openHouse(await emptyDatabase()), launchChromium()]);
    house = opened;
    place = { browser, base: house.base, arrival: inspect(browser) };
    papers = papersIn(house.folder);
  });
  afterAll(async () => {
    await place?.browser.close();
    await house?.stop();
  });

  function there<T>(thing: T | undefined): T {
    if (thing === undefined) throw new Error('the house is not open yet');
    return thing;
  }
  return {
    get papers() {
      return there(papers);
    },
    get base() {
      return there(house).base;
    },
    hands: (look) => handsOf(there(place), look),
  };
}

async function emptyDatabase(): Promise<string> {
  const { owner } = inject('postgres');
  const name = `journey_${randomUUID().slice(0, 8)}`;
  const client = await connectAsOwner(owner);
  await client.query(`create database ${name}`).finally(() => client.end());
  return Object.assign(new URL(owner), { pathname: name }).href;
}
