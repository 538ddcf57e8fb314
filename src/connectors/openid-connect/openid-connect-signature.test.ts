import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type EidChoice, throughEid } from '../../../test/eid-browser.ts';
import { type Simulator, startSimulator } from '../../../test/simulators.ts';
import type { ElectronicSignature, SignatureAnswer, SignRequest } from '../../modules/signing/index.ts';
import { openIdConnectSignature } from './index.ts';

const redirectUri = 'http://127.0.0.1:9/mina-sidor/signera/svar';
const asked = { data: '{"document":"abc"}', message: 'Fullmakt\n\nErik får läsa din post & svara på den.' };
let eid: Simulator<'test-eid'>;
let client: ElectronicSignature;
let sign: SignRequest;
let published: object;
let forge: SignRequest;

async function signer(): Promise<{ readonly jwk: object; readonly sign: SignRequest }> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  return {
    jwk: { ...(await exportJWK(publicKey)), kid: 'house', alg: 'ES256', use: 'sig' },
    sign: (claims) =>
      new SignJWT({ ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: 'house', typ: 'oauth-authz-req+jwt' })
        .sign(privateKey),
  };
}

function clientOf(issuer: string): ElectronicSignature {
  const text = { sv: 'Test', fi: 'Testi', en: 'Test' };
  const about = { id: 'test', name: text, explanation: text };
  return openIdConnectSignature({ ...about, issuer, clientId: 'allmanning', clientSecret: 'secret', redirectUri });
}

beforeAll(async () => {
  const house = await signer();
  sign = house.sign;
  published = { keys: [house.jwk] };
  forge = (await signer()).sign;
  eid = await startSimulator('test-eid', {
    ...{ CLIENT_SECRET: 'secret', REDIRECT_URIS: redirectUri, CLIENT_JWKS: JSON.stringify(published) },
  });
});
afterAll(() => eid.stop());
beforeEach(async () => {
  await control('normal');
  client = clientOf(eid.issuer);
});

async function control(mode: string): Promise<void> {
  const answer = await fetch(eid.control, { method: 'POST', body: JSON.stringify({ mode }) });
  if (!answer.ok) throw new Error(mode);
}

async function begun(what = asked) {
  const start = await client.begin('sv', what, sign);
  if (start.kind !== 'go') throw new Error(JSON.stringify(start));
  return start;
}

async function signed(choice: EidChoice): Promise<SignatureAnswer> {
  const { url, checks } = await begun();
  return client.finish(await throughEid(url, choice), checks, asked);
}

test('whoever signs is told by number, name and level, with the e-ID’s token and its key', async () => {
  const answer = await signed({ person: 'anna' });
  expect(answer).toMatchObject({
    kind: 'signed',
    signed: {
      person: { country: 'FI', number: '140388-942J', name: 'Anna Sjöblom', assurance: 'high' },
      issuer: eid.issuer,
      key: { kty: 'RSA', kid: 'test' },
    },
  });
  if (answer.kind !== 'signed') return;
  expect(answer.signed.key).not.toHaveProperty('d');
  expect(answer.signed.token.split('.')).toHaveLength(3);
});

test('neither what is signed nor what is shown stands in the address', async () => {
  const { url } = await begun();
  expect([...url.searchParams.keys()].sort()).toEqual(['client_id', 'request_uri']);
});

test('the e-ID shows the words that were asked, as text', async () => {
  const { url } = await begun();
  const jar: string[] = [];
  const first = await fetch(url, { redirect: 'manual' });
  for (const line of first.headers.getSetCookie()) jar.push(line.split(';')[0] ?? '');
  const page = await fetch(new URL(first.headers.get('location') ?? '', url), { headers: { cookie: jar.join('; ') } });
  const body = await page.text();
  expect(body).toContain('Du skriver under:');
  expect(body).toContain('Erik får läsa din post &#38; svara på den.');
  expect(body).toContain('Skriv under som');
});

test('who cancels is told apart from an e-ID that fails', async () => {
  expect(await signed({ outcome: 'cancel' })).toEqual({ kind: 'cancelled' });
  expect(await signed({ outcome: 'fail' })).toMatchObject({ kind: 'unreachable' });
  const { url, checks } = await begun();
  const callback = await throughEid(url, { person: 'anna' });
  await control('failing-token');
  expect(await client.finish(callback, checks, asked)).toMatchObject({ kind: 'unreachable' });
});

test.each(['signs-other-data', 'signs-other-words', 'signs-as-another', 'signs-with-another-key', 'signs-nothing'])(
  'an e-ID that %s is not believed',
  async (mode) => {
    await control(mode);
    expect(await signed({ person: 'anna' })).toMatchObject({ kind: 'mismatch' });
  },
);

test('a signature that was given before, on other data, is not taken again', async () => {
  const first = { ...asked, data: '{"document":"first"}' };
  const { url, checks } = await begun(first);
  expect(await client.finish(await throughEid(url, { person: 'anna' }), checks, first)).toMatchObject({
    kind: 'signed',
  });
  await control('signs-as-before');
  expect(await signed({ person: 'anna' })).toMatchObject({ kind: 'mismatch' });
});

test('an answer is held against what was asked in that very visit', async () => {
  const { url, checks } = await begun();
  const callback = await throughEid(url, { person: 'anna' });
  const other = { ...asked, data: '{"document":"other"}' };
  expect(await client.finish(callback, checks, other)).toMatchObject({ kind: 'mismatch' });
  const again = await begun();
  const answer = await throughEid(again.url, { person: 'anna' });
  expect(await client.finish(answer, { ...again.checks, nonce: checks.nonce }, asked)).toMatchObject({
    kind: 'mismatch',
  });
});

test('the same answer is not taken twice', async () => {
  const { url, checks } = await begun();
  const callback = await throughEid(url, { person: 'anna' });
  expect(await client.finish(callback, checks, asked)).toMatchObject({ kind: 'signed' });
  expect(await client.finish(callback, checks, asked)).toMatchObject({ kind: 'mismatch' });
});

test('a request that somebody else has signed is not shown to anybody', async () => {
  expect(await client.begin('sv', asked, forge)).toMatchObject({ kind: 'unreachable' });
});

test('an e-ID that fetches our keys where we publish them believes what is signed with them, and nothing else', async () => {
  const asks: string[] = [];
  const house = createServer((request, response) => {
    asks.push(request.url ?? '');
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(published));
  });
  house.listen(0, '127.0.0.1');
  await once(house, 'listening');
  const { port } = house.address() as AddressInfo;
  const fetching = await startSimulator('test-eid', {
    ...{ CLIENT_SECRET: 'secret', REDIRECT_URIS: redirectUri },
    CLIENT_JWKS_URI: `http://127.0.0.1:${port}/.well-known/jwks.json`,
  });
  const there = clientOf(fetching.issuer);
  const start = await there.begin('sv', asked, sign);
  if (start.kind !== 'go') throw new Error(JSON.stringify(start));
  const answer = await there.finish(await throughEid(start.url, { person: 'anna' }), start.checks, asked);
  expect(answer).toMatchObject({ kind: 'signed' });
  expect(asks).toContain('/.well-known/jwks.json');
  expect(await there.begin('sv', asked, forge)).not.toMatchObject({ kind: 'go' });
  await fetching.stop();
  house.close();
  house.closeAllConnections();
});
