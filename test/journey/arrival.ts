import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page as Tab } from 'playwright-core';
import { testPersons } from '../../simulators/test-persons.ts';

/** What is looked at on every page that somebody comes to. */
export type Arrival = (tab: Tab) => Promise<void>;

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Nothing wider than the window, no identity number, nothing that axe finds. A page that is the same as one before it but
 * for its numbers is not asked about again.
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

    const plain = `${tab.viewportSize()?.width} ${withoutNumbers(page)}`;
    if (asked.has(plain)) return;
    asked.add(plain);
    const hasScripts = await tab.evaluate<boolean>('matchMedia("(scripting: enabled)").matches');
    const read = hasScripts ? tab : await copyOf(tab, page);
    const axe = new AxeBuilder({ page: read }).setLegacyMode(true).options({ resultTypes: ['violations'] });
    const { violations } = await axe.withTags(rules).analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
    if (found.length > 0) throw new Error(`axe on ${tab.url()}:\n${found.join('\n')}`);
  };
}

/** Without ids, tokens and figures: `/arenden/sottunga/9a80…/kvitto` and the next one are the same page. */
function withoutNumbers(page: string): string {
  return page.replace(/[\w-]{20,}/g, '').replace(/\d+/g, '0');
}
