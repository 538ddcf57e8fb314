import type { Browser, Page as Tab } from 'playwright-core';
import { testPersons } from '../../simulators/test-persons.ts';
import { axeFindings } from '../axe.ts';

/** What is looked at on every page that somebody comes to. */
export type Arrival = (tab: Tab) => Promise<void>;

/**
 * Nothing wider than the window, no identity number, nothing that axe finds. axe is not asked again about a page that is
 * built as one before it, in the same language and width.
 */
export function inspect(browser: Browser): Arrival {
  const asked = new Set<string>();
  let copy: Tab | undefined;

  /** axe needs scripts: what a browser without them shows is laid out once more, in one that has them. */
  async function copyOf(tab: Tab, body: string): Promise<Tab> {
    copy ??= await (await browser.newContext({ viewport: tab.viewportSize() })).newPage();
    await copy.unrouteAll();
    await copy.route(tab.url(), (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
    await copy.goto(tab.url());
    return copy;
  }

  return async (tab) => {
    const wide = await tab.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
    if (wide > 0) throw new Error(`${tab.url()} is ${wide} px wider than the window`);
    const page = await tab.content();
    const shown = testPersons.find(({ number }) => `${tab.url()} ${page}`.includes(number));
    if (shown) throw new Error(`${tab.url()} holds the identity number of ${shown.sub}`);

    const bones = `${tab.viewportSize()?.width} ${skeleton(page)}`;
    if (asked.has(bones)) return;
    asked.add(bones);
    const hasScripts = await tab.evaluate<boolean>('matchMedia("(scripting: enabled)").matches');
    const found = await axeFindings(hasScripts ? tab : await copyOf(tab, page));
    if (found.length > 0) throw new Error(`axe on ${tab.url()}:\n${found.join('\n')}`);
  };
}

/**
 * What axe looks at: elements, their classes, states and ties. Ids and figures are left out, texts are only there or not,
 * and rows that are alike are one: `/arenden/sottunga/9a80…/kvitto` and the next one are the same page.
 */
function skeleton(page: string): string {
  return page
    .replace(/[\w-]{20,}/g, '')
    .replace(/\d+/g, '0')
    .replace(/>[^<]*\S[^<]*</g, '>…<')
    .replace(/ (href|action|value|title|content|datetime)="[^"]+"/g, ' $1')
    .replace(/(<(tr|li)\b(?:(?!<\2\b).)*?<\/\2>)(?:\s*\1)+/gs, '$1');
}
