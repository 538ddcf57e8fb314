// A program of its own: opens pages as browsers do, each on a connection of its own, started evenly over a time, and tells
// when the first byte of each came and when it was whole.

import { connect } from 'node:net';
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

const LAST_CHUNK = '0\r\n\r\n';

/** Reads no more of HTTP/1.1 than it must: on two cores a general client would be part of what is measured. */
function openPage({ port, path, ends }: OpenOrder, cookie: string): Promise<Opened> {
  const start = performance.now();
  const head = [`GET ${path} HTTP/1.1`, 'host: 127.0.0.1', `cookie: ${cookie}`, 'accept-language: sv'];
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let firstByte = 0;
    let status = '';
    let last = '';
    socket.on('data', (bytes) => {
      if (firstByte === 0) {
        firstByte = performance.now() - start;
        status = bytes.toString('latin1', 9, 12);
      }
      last = (last + bytes.toString('latin1', Math.max(0, bytes.length - 200))).slice(-200);
    });
    socket.on('end', () => {
      const isWhole = status === '200' && last.endsWith(LAST_CHUNK) && last.includes(ends);
      if (isWhole) resolve({ firstByte, whole: performance.now() - start });
      else reject(new Error(`a page ended with ${status} and …${last.slice(-40)}`));
    });
    socket.on('error', reject);
    socket.write(`${[...head, 'connection: close'].join('\r\n')}\r\n\r\n`);
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
