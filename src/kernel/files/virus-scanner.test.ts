import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { makeClamdScanner } from './virus-scanner.ts';

/** A TCP server that speaks clamd's INSTREAM protocol, as in man clamd(8). */
let server: Server | undefined;
afterEach(() => server?.close());

async function clamd(answer: (content: Buffer, socket: Socket) => string | undefined): Promise<string> {
  const made = createServer((socket) => {
    let received: Buffer = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (data: Buffer) => {
      received = Buffer.concat([received, data]);
      const content = streamed(received);
      const line = content ? answer(content, socket) : undefined;
      if (line !== undefined) socket.end(`${line}\0`);
    });
  });
  await new Promise<void>((resolve) => made.listen(0, '127.0.0.1', resolve));
  server = made;
  const address = made.address();
  return `tcp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

function streamed(received: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0';
  if (received.subarray(0, command.length).toString('latin1') !== command) return undefined;
  const chunks: Buffer[] = [];
  for (let at = command.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at);
    if (length === 0) return Buffer.concat(chunks);
    chunks.push(received.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

test('a clean file is clean, and every byte of it was looked at', async () => {
  const content = Buffer.alloc(300_000, 'å');
  let seen: Buffer = Buffer.alloc(0);
  const scan = makeClamdScanner(
    await clamd((bytes) => {
      seen = bytes;
      return 'stream: OK';
    }),
  );
  expect(await scan(content)).toEqual({ outcome: 'clean' });
  expect(seen.equals(content)).toBe(true);
});

test('an infected file is named', async () => {
  const scan = makeClamdScanner(await clamd(() => 'stream: Win.Test.EICAR_HDB-1 FOUND'));
  expect(await scan(Buffer.from('x'))).toEqual({ outcome: 'infected', name: 'Win.Test.EICAR_HDB-1' });
});

test.each([
  ['a limit', 'INSTREAM size limit exceeded. ERROR'],
  ['nonsense', 'stream: OK, I think'],
  ['nothing', ''],
])('an answer with %s is a failed scan, never a clean one', async (_, line) => {
  const scan = makeClamdScanner(await clamd(() => line));
  expect(await scan(Buffer.from('x'))).toMatchObject({ outcome: 'failed' });
});

test('a scanner that hangs up or never answers is a failed scan', async () => {
  const hangsUp = makeClamdScanner(await clamd((_, socket) => void socket.destroy()));
  expect(await hangsUp(Buffer.from('x'))).toMatchObject({ outcome: 'failed' });
  server?.close();
  const silent = makeClamdScanner(await clamd(() => undefined), 50);
  expect(await silent(Buffer.from('x'))).toEqual({ outcome: 'failed', why: 'no answer in time' });
});

test('a scanner that is not there is a failed scan', async () => {
  const url = await clamd(() => '');
  await new Promise((resolve) => server?.close(resolve));
  expect(await makeClamdScanner(url)(Buffer.from('x'))).toEqual({ outcome: 'failed', why: 'ECONNREFUSED' });
});

test.each(['', 'localhost:3310', 'http://localhost:3310'])('%j is not an address of a scanner', (url) => {
  expect(() => makeClamdScanner(url)).toThrow('CLAMAV_URL is tcp://HOST:PORT');
});
