// A program of its own: opens pages as browsers do, each on a connection of its own, started evenly over a time, and tells
// when the first byte of each came and when it was whole.

import { get } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** What is to be opened: one page for each cookie. */
export type OpenOrder = {
  readonly port: number;
  readonly path: string;
  readonly cookies: readonly string[];
  /** Over how many milliseconds they are started. */
  readonly over: number;
  /** What each must end with: a page that broke off is none. */
  readonly ends: string;
};

export type Opened = { readonly firstByte: number; readonly whole: number };
export type OpenReport = { readonly opened: readonly Opened[] } | { readonly problem: string };

function openPage({ port, path, ends }: OpenOrder, cookie: string): Promise<Opened> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { cookie, 'accept-language': 'sv' };
    get({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
      let firstByte = 0;
      let last = '';
      response.setEncoding('utf8');
      response.on('data', (html: string) => {
        firstByte ||= performance.now() - start;
        last = (last + html).slice(-200);
      });
      response.on('end', () => {
        const isWhole = response.statusCode === 200 && last.trimEnd().endsWith(ends);
        if (isWhole) resolve({ firstByte, whole: performance.now() - start });
        else reject(new Error(`a page ended with ${response.statusCode} and …${last.slice(-40)}`));
      });
      response.on('error', reject);
    }).on('error', reject);
  });
}

async function open(order: OpenOrder): Promise<OpenReport> {
  const { cookies, over } = order;
  const start = performance.now();
  const opened = await Promise.all(
    cookies.map(async (cookie, index) => {
      await wait(Math.max(0, start + (over * index) / cookies.length - performance.now()));
      return openPage(order, cookie);
    }),
  );
  return { opened };
}

process.on('message', (order: OpenOrder) => {
  open(order)
    .catch((error: Error): OpenReport => ({ problem: error.message }))
    .then((report) => process.send?.(report));
});
process.on('disconnect', () => process.exit());
