import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Browser, BrowserContext, Page as Tab } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from '../../../test/axe.ts';
import { launchChromium } from '../../../test/chromium.ts';
import type { Language } from '../texts.ts';
import * as html from './index.ts';
import { ComponentsPage } from './showcase/components-page.tsx';
import { testContext } from './test-context.ts';

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
};
// As the server sends it, so that anything inline is refused here too.
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'";

function Front() {
  return (
    <html.Page title="Välkommen till Sottunga" lead="Ansök och följ dina ärenden." look="hero" width="wide">
      <html.CardList layout="grid" items={[{ href: '/sottunga/a', title: 'Barnomsorg', text: 'Ansök om en plats.' }]} />
    </html.Page>
  );
}

function page(path: string, language: Language): string | null {
  const known = testContext({ language, path });
  const guest = testContext({ language, path, reader: null, navigation: [] });
  if (path === '/utveckling/komponenter') return html.renderPage(<ComponentsPage />, known);
  if (path === '/framsida') return html.renderPage(<Front />, guest);
  if (path === '/fel') return html.renderPage(<html.DefectPage requestId={known.requestId} status={500} />, guest);
  return null;
}

let server: Server;
let browser: Browser;
let base: string;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('content-security-policy', policy);
    if (url.pathname.startsWith(html.assetsPrefix)) {
      response.setHeader('content-type', mediaTypes[extname(url.pathname)] ?? 'application/octet-stream');
      response.end(await readFile(join(html.assetsFolder, url.pathname.slice(html.assetsPrefix.length))));
      return;
    }
    const text = page(url.pathname, (url.searchParams.get('sprak') ?? 'sv') as Language);
    response.statusCode = text === null ? 404 : 200;
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(text ?? '');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

type Look = Parameters<Browser['newContext']>[0];

async function opened(
  path: string,
  look: Look,
  work: (tab: Tab, context: BrowserContext) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(look);
  const complaints: string[] = [];
  try {
    const tab = await context.newPage();
    tab.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    tab.on('pageerror', (error) => complaints.push(error.message));
    await tab.goto(base + path);
    await work(tab, context);
  } finally {
    await context.close();
  }
  expect(complaints).toEqual([]);
}

const looks = [
  ['/utveckling/komponenter', 1280, 'sv'],
  ['/utveckling/komponenter', 1280, 'fi'],
  ['/utveckling/komponenter', 320, 'sv'],
  ['/utveckling/komponenter', 320, 'fi'],
  ['/framsida', 1280, 'sv'],
  ['/framsida', 320, 'fi'],
  ['/fel', 1280, 'fi'],
  ['/fel', 320, 'sv'],
] as const;

test.each(looks)(
  'axe finds nothing on %s at %i px in %s, and nothing is wider than the window',
  async (path, width, language) => {
    await opened(`${path}?sprak=${language}`, { viewport: { width, height: 900 } }, async (tab) => {
      expect(await axeFindings(tab)).toEqual([]);
      expect(await tab.evaluate('document.documentElement.scrollWidth')).toBe(width);
    });
  },
);

test('contrast holds in a dark scheme too', async () => {
  await opened('/utveckling/komponenter', { colorScheme: 'dark' }, async (tab) => {
    expect(await axeFindings(tab, 'color-contrast')).toEqual([]);
  });
});

test('without scripts everything is there, and what is folded can be opened', async () => {
  await opened('/utveckling/komponenter', { javaScriptEnabled: false }, async (tab) => {
    const folded = tab.locator('main details:not([open])').first();
    await folded.locator('summary').click();
    expect(await folded.count()).toBe(0);
    expect(await tab.locator('form').count()).toBeGreaterThan(1);
  });
});

test.each([[1280], [320]])('the main menu is reached without scripts at %i px', async (width) => {
  const look = { javaScriptEnabled: false, viewport: { width, height: 900 } };
  await opened('/utveckling/komponenter', look, async (tab) => {
    const menu = tab.locator('.al-nav');
    if (width === 320) {
      expect(await menu.getByRole('link').count()).toBe(0);
      await menu.getByText('Meny').click();
    }
    expect(await menu.getByRole('link').count()).toBeGreaterThan(1);
  });
});

test('a refused form is begun at its errors, and each leads to its field', async () => {
  await opened('/utveckling/komponenter', {}, async (tab) => {
    expect(await tab.evaluate('document.activeElement.id')).toBe('fel');
    for (const link of await tab.locator('#fel a').all()) {
      await link.click();
      expect(await tab.evaluate('document.activeElement.id')).toMatch(/^wrong-/);
    }
  });
});

test('the first stop for the keyboard leads past the header', async () => {
  await opened('/framsida', {}, async (tab) => {
    await tab.keyboard.press('Tab');
    await tab.keyboard.press('Enter');
    expect(await tab.evaluate('document.activeElement.id')).toBe('innehall');
  });
});

test('a form on its way is not sent twice', async () => {
  await opened('/utveckling/komponenter', {}, async (tab) => {
    const sent: string[] = [];
    await tab.route('**/utveckling/komponenter', (route) => {
      if (route.request().method() === 'POST') sent.push(route.request().url());
      return route.request().method() === 'POST' ? undefined : route.continue();
    });
    const button = "document.querySelector('#falt .al-actions button')";
    expect(await tab.evaluate(`${button}.click(), ${button}.click(), ${button}.getAttribute('aria-busy')`)).toBe(
      'true',
    );
    await expect.poll(() => sent.length).toBe(1);
    expect(sent).toHaveLength(1);
  });
});

test('characters are counted down in the reader’s language', async () => {
  await opened('/utveckling/komponenter?sprak=fi', {}, async (tab) => {
    await tab.locator('#all-reason').fill('a'.repeat(499));
    expect(await tab.locator('#all-reason-limit').textContent()).toBe('Merkkejä jäljellä: 1');
    await tab.locator('#all-reason').fill('a'.repeat(503));
    expect(await tab.locator('#all-reason-limit').textContent()).toBe('Merkkejä liikaa: 3');
  });
});

test('a table’s frame is a stop for the keyboard only while it scrolls', async () => {
  const frame = '.al-table-frame >> nth=0';
  await opened('/utveckling/komponenter', { viewport: { width: 1280, height: 900 } }, async (tab) => {
    await expect.poll(() => tab.locator(frame).getAttribute('tabindex')).toBe(null);
    await tab.setViewportSize({ width: 320, height: 900 });
    await expect.poll(() => tab.locator(frame).getAttribute('tabindex')).toBe('0');
  });
});
