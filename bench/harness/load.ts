// A program of its own: sends requests over connections that stay open, each as soon as the one before is answered.
//
// It reads no more of HTTP/1.1 than our servers write (a status, a `content-length`, so many bytes), which costs a tenth
// of a general client: on two cores the load would else be what is measured.

import { connect, type Socket } from 'node:net';
import { percentile } from './measure.ts';

/** What one round is asked to do. */
export type LoadOrder = {
  readonly port: number;
  /** Whole requests, head and body, taken in turn. */
  readonly requests: readonly string[];
  /** What each must be answered with: anything else ends the round. */
  readonly status: number;
  readonly connections: number;
  readonly milliseconds: number;
};

export type LoadReport =
  | { readonly perSecond: number; readonly p99: number; readonly ownShare: number }
  | { readonly problem: string };

const HEAD_END = '\r\n\r\n';
const LENGTH = /\r\ncontent-length: *(\d+)/i;

/** One connection: `ask` is settled when its answer has come whole. */
function open(port: number, status: number): Promise<{ ask(request: Buffer): Promise<void>; close(): void }> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let answered: () => void = () => undefined;
    let failed: (error: Error) => void = reject;
    let head = '';
    let missing = 0;
    socket.on('error', (error) => failed(error));
    socket.on('close', () => failed(new Error('the server closed the connection')));
    socket.on('data', (bytes: Buffer) => {
      if (missing === 0) {
        head += bytes.toString('latin1');
        const end = head.indexOf(HEAD_END);
        if (end < 0) return;
        const length = LENGTH.exec(head)?.[1];
        const got = head.slice(9, 12);
        if (length === undefined || got !== String(status)) return failed(new Error(`answered with ${got}`));
        missing = Number(length) - (head.length - end - HEAD_END.length);
        head = '';
      } else {
        missing -= bytes.length;
      }
      if (missing === 0) answered();
    });
    socket.on('connect', () =>
      resolve({
        ask: (request) =>
          new Promise((done, fail) => {
            answered = done;
            failed = fail;
            socket.write(request);
          }),
        close: () => socket.destroy(),
      }),
    );
  });
}

async function carryOut(order: LoadOrder): Promise<LoadReport> {
  const requests = order.requests.map((request) => Buffer.from(request, 'latin1'));
  const connections = await Promise.all(
    Array.from({ length: order.connections }, () => open(order.port, order.status)),
  );
  const times: number[] = [];
  const cpu = process.cpuUsage();
  const start = performance.now();
  const end = start + order.milliseconds;
  let next = 0;
  await Promise.all(
    connections.map(async (connection) => {
      for (let now = performance.now(); now < end; ) {
        await connection.ask(requests[next++ % requests.length] as Buffer); // the remainder is within the list
        const after = performance.now();
        times.push(after - now);
        now = after;
      }
    }),
  );
  const elapsed = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  for (const connection of connections) connection.close();
  return {
    perSecond: (times.length * 1000) / elapsed,
    p99: percentile(times, 0.99),
    ownShare: (user + system) / 1000 / elapsed,
  };
}

process.on('message', (order: LoadOrder) => {
  carryOut(order)
    .catch((error: Error): LoadReport => ({ problem: error.message }))
    .then((report) => process.send?.(report));
});
process.on('disconnect', () => process.exit());
