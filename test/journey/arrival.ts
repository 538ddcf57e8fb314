import type { Browser, Page as Tab } from 'playwright-core';
import { testPersons } from '../../simulators/test-persons.ts';
import { axeFindings, isNewToAxe } from '../axe.ts';

/** What is looked at on every page that somebody comes to. */
export type Arrival = (tab: Tab) => Promise<void>;

/** Nothing wider than the window, no identity number, nothing that axe finds. */
export function inspect(browser: Browser): Arrival {
  let copy: Tab | undefined;

  /** axe needs scripts: what a browser without them shows is laid out once more, in one that has them. */
  async function copyOf(tab: Tab, body: string): Promise<Tab> {
    copy ??= await (await browser.newContext({ viewport: tab.viewportSize() })).newPage();
    await copy.unrouteAll();
    await copy.route(tab.url(), (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
    await copy.goto(tab.url());
    return copy;
  }

  async function look(tab: Tab): Promise<void> {
    const [wide, hasScripts, page] = await tab.evaluate<readonly [number, boolean, string]>(whatIsThere);
    if (wide > 0) throw new Error(`${tab.url()} is ${wide} px wider than the window`);
    const shown = testPersons.find(({ number }) => `${tab.url()} ${page}`.includes(number));
    if (shown) throw new Error(`${tab.url()} holds the identity number of ${shown.sub}`);
    if (!isNewToAxe(tab, page)) return;
    const found = await axeFindings(hasScripts ? tab : await copyOf(tab, page));
    if (found.length > 0) throw new Error(`axe on ${tab.url()}:\n${found.join('\n')}`);
  }

  return async (tab) => {
    for (let isLeft = true; isLeft; ) {
      isLeft = await look(tab).then(() => false, whenLeft);
      if (isLeft) await tab.waitForLoadState();
    }
  };
}

/** A page that follows work goes on by itself when the work is done: then the one that came is looked at. */
function whenLeft(error: Error): true {
  if (error.message.includes('Execution context was destroyed')) return true;
  throw error;
}

const whatIsThere = `[
  document.documentElement.scrollWidth - innerWidth,
  matchMedia("(scripting: enabled)").matches,
  "<!doctype html>" + document.documentElement.outerHTML,
]`;
