import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import type { FileOut } from '../../modules/exchange/index.ts';
import { makeSftpKeyPair, sftpCollector, sftpDelivery } from './index.ts';

const { privateKey } = makeSftpKeyPair();
const file = { name: 'a.csv', size: 1, sha256: 'a'.repeat(64) } as FileOut;

test.each(['127.0.0.1', 'localhost', '0x7f000001', '10.0.0.5', '169.254.169.254', 'sftp.example.org'])(
  'in production nobody is reached at %s, whose port may be anything of our own',
  async (host) => {
    let asked = 0;
    const server = createServer((socket) => {
      asked++;
      socket.destroy();
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const to = { kind: 'sftp', host, port, username: 'x', folder: '/', hostKey: 'SHA256:x', privateKey } as const;
    const reach = {
      production: true,
      resolve: (
        _name: string,
        _options: unknown,
        done: (error: null, found: { address: string; family: number }[]) => void,
      ) => done(null, [{ address: '127.0.0.1', family: 4 }]),
    };
    const refused = { outcome: 'refused', detail: 'address' };
    expect(await sftpDelivery(reach).put(to, file)).toEqual(refused);
    const visitor = { look: () => 'leave', mostBytes: 1, doneFolder: null } as never;
    expect(await sftpCollector(reach).collect(to, '/', visitor)).toEqual(refused);
    expect(asked).toBe(0);
    server.close();
  },
);
