import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { isPublicAddress } from '../public-address.ts';
import { webhookCarrier } from './webhook-carrier.ts';

const there = webhookCarrier({ production: true });
const here = webhookCarrier({ production: false });

test.each([
  ['https://example.org/krok', true, true],
  ['http://example.org/krok', false, false],
  ['http://127.0.0.1:4000/krok', false, true],
  ['https://localhost/krok', false, true],
  ['https://10.0.0.5/', false, false],
  ['https://169.254.169.254/latest/meta-data', false, false],
  ['https://[::ffff:10.0.0.5]/', false, false],
  ['https://[fd00::1]/', false, false],
  ['https://0x7f000001/', false, true],
  ['https://anna:hemlig@example.org/', false, false],
  ['ftp://example.org/', false, false],
  ['krok', false, false],
])('%s may be sent to in production: %s, in development: %s', (url, production, development) => {
  expect([there.mayReach(url), here.mayReach(url)]).toEqual([production, development]);
});

test.each([
  ['8.8.8.8', true],
  ['172.31.0.1', false],
  ['100.100.100.200', false],
  ['2a00:1450:4001::1', true],
  ['::1', false],
  ['::ffff:8.8.8.8', false],
  ['64:ff9b::a00:1', false],
  ['2002:7f00:1::', false],
  ['fe80::1', false],
])('%s is on the open net: %s', (address, isOpen) => {
  expect(isPublicAddress(address)).toBe(isOpen);
});

test.each(['127.0.0.1', '10.0.0.5', '169.254.169.254', '::1'])(
  'a name that leads to %s is sent nothing',
  async (address) => {
    let asked = 0;
    const server = createServer(() => {
      asked++;
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as AddressInfo;
    const family = address.includes(':') ? 6 : 4;
    const carrier = webhookCarrier({
      production: true,
      // One that is on the open net beside it makes no difference.
      resolve: (_name, _options, done) =>
        done(null, [
          { address: '8.8.8.8', family: 4 },
          { address, family },
        ]),
    });
    expect(await carrier.post(`https://krok.example.org:${port}/`, {}, '{}')).toEqual({
      outcome: 'refused',
      detail: 'address',
    });
    expect(asked).toBe(0);
    server.close();
  },
);

test.each([
  [204, 'delivered'],
  [302, 'later'],
  [404, 'later'],
  [410, 'refused'],
  [500, 'later'],
] as const)('%i is %s, and nothing that comes with it is followed', async (status, outcome) => {
  const server = createServer((_request, response) => {
    response.writeHead(status, { location: 'http://169.254.169.254/' }).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  expect(await here.post(`http://127.0.0.1:${port}/`, {}, '{}')).toEqual({ outcome, detail: String(status) });
  server.close();
});
