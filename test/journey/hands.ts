import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page as Tab } from 'playwright-core';
import type { Arrival } from './arrival.ts';
import { byKeyboard, byMouse, type Touch } from './touch.ts';

type Name = string | RegExp;

/** A person at a browser: everything is found by what it is called on the page, in the main part first. */
export type Hands = {
  readonly tab: Tab;
  /** Writes an address. */
  open(path: string): Promise<void>;
  follow(link: Name): Promise<void>;
  press(button: Name): Promise<void>;
  unfold(summary: string): Promise<void>;
  write(label: string, text: string, group?: string): Promise<void>;
  /** The three fields of a date. */
  writeDay(group: string, names: { day: string; month: string; year: string }, day: Temporal.PlainDate): Promise<void>;
  choose(group: string, option: string): Promise<void>;
  attach(label: string, ...paths: string[]): Promise<void>;
  download(link: Name): Promise<{ readonly name: string; readonly content: Buffer }>;
  /** @throws Error when the main part of the page does not say all of it */
  sees(...texts: string[]): Promise<void>;
  /** @throws Error when the main part of the page says any of it */
  seesNot(...texts: string[]): Promise<void>;
  /** The first thing on the page that matches. @throws Error when nothing does */
  reads(pattern: RegExp): Promise<string>;
  /** Another tab of the same browser, for the same person. */
  another(): Promise<Hands>;
  leave(): Promise<void>;
};

export type Look = {
  readonly keyboard?: boolean;
  readonly scripts?: boolean;
  readonly width?: number;
  readonly locale?: string;
};

export type Place = {
  readonly browser: Browser;
  readonly base: string;
  /** What is looked at on every page. */
  readonly arrival: Arrival;
};

/** A browser of its own for somebody: no cookie, no session. Whatever the browser complains of fails the next step. */
export async function handsOf({ browser, base, arrival }: Place, look: Look = {}): Promise<Hands> {
  const { keyboard = false, scripts = true, width = 1280, locale = 'sv-SE' } = look;
  const options: BrowserContextOptions = { viewport: { width, height: 900 }, locale, baseURL: base };
  const context = await browser.newContext({ ...options, javaScriptEnabled: scripts, reducedMotion: 'reduce' });
  return handsIn(context, arrival, keyboard);
}

async function handsIn(context: BrowserContext, arrival: Arrival, keyboard: boolean): Promise<Hands> {
  const tab = await context.newPage();
  tab.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  tab.on('pageerror', (error) => complaints.push(error.message));
  tab.on('console', (message) => {
    const isTheAnswerItself = message.location().url === tab.url(); // 404 and 422 are pages too
    if (message.type() === 'error' && !isTheAnswerItself) complaints.push(message.text());
  });
  const touch = keyboard ? byKeyboard(tab) : byMouse();

  async function going(act: () => Promise<unknown>): Promise<void> {
    await Promise.all([tab.waitForEvent('load'), act()]);
    if (complaints.length > 0) throw new Error(`${tab.url()}: ${complaints.splice(0).join('\n')}`);
    await arrival(tab);
  }

  const main = () => tab.locator('main').innerText();

  return {
    tab,
    open: (path) => going(() => written(tab, path)),
    follow: (link) => going(async () => touch.activate(await called(tab, touch, 'link', link))),
    press: (button) => going(async () => touch.activate(await called(tab, touch, 'button', button))),
    unfold: (summary) => touch.activate(tab.locator('summary', { hasText: summary })),
    ...fieldsOf(tab, touch),
    async download(link) {
      const [started] = await Promise.all([
        tab.waitForEvent('download'),
        called(tab, touch, 'link', link).then((found) => touch.activate(found)),
      ]);
      return { name: started.suggestedFilename(), content: await readFile(await started.path()) };
    },
    async sees(...texts) {
      const shown = await main();
      const missing = texts.filter((text) => !shown.includes(text));
      if (missing.length > 0)
        throw new Error(`${tab.url()} does not say ${missing.join(' | ')}, but:\n${shown.slice(0, 2000)}`);
    },
    async seesNot(...texts) {
      const shown = await main();
      const told = texts.filter((text) => shown.includes(text));
      if (told.length > 0) throw new Error(`${tab.url()} says ${told.join(' | ')}:\n${shown}`);
    },
    async reads(pattern) {
      const shown = await main();
      const found = pattern.exec(shown);
      if (!found) throw new Error(`nothing on ${tab.url()} is like ${pattern}:\n${shown}`);
      return found[0];
    },
    another: () => handsIn(context, arrival, keyboard),
    leave: () => context.close(),
  };
}

/** A page that goes on by itself may do so in the very moment when an address is written: then it is written again. */
async function written(tab: Tab, path: string): Promise<void> {
  for (;;) {
    try {
      await tab.goto(path);
      return;
    } catch (error) {
      if (!(error instanceof Error && error.message.includes('interrupted by another navigation'))) throw error;
    }
  }
}

function fieldsOf(tab: Tab, touch: Touch): Pick<Hands, 'write' | 'writeDay' | 'choose' | 'attach'> {
  const group = (name: string) => tab.getByRole('group', { name }).or(tab.getByRole('radiogroup', { name }));
  return {
    write: (label, text, within) =>
      touch.write((within ? group(within) : tab).getByRole('textbox', { name: beginningWith(label) }), text),
    async writeDay(within, names, day) {
      for (const part of ['day', 'month', 'year'] as const) {
        await touch.write(group(within).getByLabel(names[part], { exact: true }), String(day[part]));
      }
    },
    choose: (within, option) => touch.choose(group(within).getByLabel(option, { exact: true })),
    attach: (label, ...paths) => touch.attach(tab.getByLabel(beginningWith(label)), paths),
  };
}

/** A label may go on: "Telefonnummer (frivilligt)". */
function beginningWith(label: string): RegExp {
  return new RegExp(`^${RegExp.escape(label)}`);
}

/** In the main part first; on a phone the main menu is unfolded for what stands nowhere else. */
async function called(tab: Tab, touch: Touch, role: 'link' | 'button', name: Name): Promise<Locator> {
  const options = typeof name === 'string' ? { name, exact: true } : { name };
  const inMain = tab.locator('main').getByRole(role, options);
  if ((await inMain.count()) > 0) return inMain.first();
  const anywhere = tab.getByRole(role, options);
  const menu = tab.locator('.al-nav__menu:not([open]) > summary');
  if ((await anywhere.count()) === 0 && (await menu.isVisible())) await touch.activate(menu);
  return anywhere.first();
}
