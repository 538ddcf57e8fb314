import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** The shell draws no window of its own, which takes half of the time. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The machine's own Chromium: the one named in CHROMIUM, else the first on the PATH. */
function executable(): string {
  const named = process.env.CHROMIUM;
  if (named) return named;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
  if (!found) throw new Error('No Chromium was found: install it, or name it in CHROMIUM');
  return found;
}

/** A page lives for a second here: what is compiled to run fast later is work in vain (a fifth of all that the browser does). */
const shortLived = '--js-flags=--no-turbofan --no-maglev --single-threaded-gc --min-semi-space-size=16';

/** A browser with a fresh profile, that asks nobody outside. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: executable(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      shortLived,
    ],
  });
}
