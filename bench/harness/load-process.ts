import { fork } from 'node:child_process';
import { once } from 'node:events';
import { extname, join } from 'node:path';
import type { LoadOrder, LoadReport } from './load.ts';
import type { Round } from './measure.ts';

export type LoadProcess = {
  /** Sends requests from the other process for one round. */
  round(order: LoadOrder): Promise<Round>;
  /** The most of a core that the load has taken in any round: at 1 it would be the load that is measured. */
  mostOwnShare(): number;
  stop(): Promise<void>;
};

/** Starts the process that the load comes from; it ends with this one. */
export function startLoad(): LoadProcess {
  const child = fork(join(import.meta.dirname, `load${extname(import.meta.filename)}`), { execArgv: [] });
  let most = 0;
  return {
    async round(order) {
      child.send(order);
      const [report]: [LoadReport] = (await once(child, 'message')) as [LoadReport]; // the only thing that it sends
      if ('problem' in report) throw new Error(`the load failed: ${report.problem}`);
      most = Math.max(most, report.ownShare);
      return report;
    },
    mostOwnShare: () => most,
    async stop() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

/** A request as it is written on a connection that stays open. */
export function requestText(
  method: 'GET' | 'POST',
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): string {
  const lines = Object.entries({
    host: '127.0.0.1',
    ...headers,
    ...(body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`;
}
