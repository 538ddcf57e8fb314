import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { connectAsOwner } from './owner.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

function message(kind: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(kind), length, body]);
}
function int(value: number, bytes: 2 | 4): Buffer {
  const buffer = Buffer.alloc(bytes);
  buffer.writeIntBE(value, 0, bytes);
  return buffer;
}
function text(value: string): Buffer {
  return Buffer.concat([Buffer.from(value), Buffer.from([0])]);
}
function column(name: string, type: number): Buffer {
  return Buffer.concat([text(name), int(0, 4), int(0, 2), int(type, 4), int(-1, 2), int(-1, 4), int(0, 2)]);
}

/** A server that lets everybody in and says that it is of some version, in PostgreSQL's own protocol. */
async function serverOfVersion(version: string, number: number): Promise<string> {
  const ready = message('Z', Buffer.from('I'));
  const values = [version, String(number)].flatMap((value) => [int(value.length, 4), Buffer.from(value)]);
  const answer = [
    message('T', int(2, 2), column('version', 25), column('number', 23)),
    message('D', int(2, 2), ...values),
    message('C', text('SELECT 1')),
    ready,
  ];
  const server = createServer((socket) => {
    let greeted = false;
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      if (!greeted) socket.write(Buffer.concat([message('R', int(0, 4)), ready]));
      else if (bytes[0] === 'Q'.charCodeAt(0)) socket.write(Buffer.concat(answer));
      greeted = true;
    });
  });
  servers.push(server);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `postgres://owner:hemlig@127.0.0.1:${(server.address() as AddressInfo).port}/allmanning`;
}

test('a PostgreSQL older than 15 is refused by its version', async () => {
  const url = await serverOfVersion('14.12', 140_012);
  await expect(connectAsOwner(url)).rejects.toThrow(
    /^The database at 127\.0\.0\.1:\d+\/allmanning is PostgreSQL 14\.12: Allmänning needs 15 or newer\.$/,
  );
});

test('PostgreSQL 15 is new enough', async () => {
  const owner = await connectAsOwner(await serverOfVersion('15.0', 150_000));
  await owner.end();
});

test('a database that nobody answers for is told in one sentence, without the password', async () => {
  const url = await serverOfVersion('18.0', 180_000);
  const server = servers.pop();
  server?.close();
  const refused = connectAsOwner(url);
  await expect(refused).rejects.toThrow(/can not be reached \(.*ECONNREFUSED.*\): check DATABASE_URL/);
  await expect(refused).rejects.not.toThrow('hemlig');
});

test('what is no connection string is told to be none', async () => {
  await expect(connectAsOwner('localhost')).rejects.toThrow('DATABASE_URL is not a connection string');
});
