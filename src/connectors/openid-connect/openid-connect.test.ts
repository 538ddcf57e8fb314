import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type EidChoice, throughEid } from '../../../test/eid-browser.ts';
import { type Simulator, startSimulator } from '../../../test/simulators.ts';
import type { EidAnswer, ElectronicId, SignInChecks } from '../../modules/identity/index.ts';
import { openIdConnect } from './index.ts';

const redirectUri = 'http://127.0.0.1:9/logga-in/svar';
let eid: Simulator<'test-eid'>;
let client: ElectronicId;

/** @param timeout in seconds */
function clientOf(issuer: string, timeout = 60): ElectronicId {
  const text = { sv: 'Test', fi: 'Testi', en: 'Test' };
  const about = { id: 'test', name: text, explanation: text };
  return openIdConnect({ ...about, issuer, clientId: 'allmanning', clientSecret: 'secret', redirectUri, timeout });
}

beforeAll(async () => {
  eid = await startSimulator('test-eid', { CLIENT_SECRET: 'secret', REDIRECT_URIS: redirectUri });
});
afterAll(() => eid.stop());
beforeEach(async () => {
  await control('normal');
  client = clientOf(eid.issuer);
});

async function control(mode: string, delayMs = 60_000): Promise<void> {
  await fetch(eid.control, { method: 'POST', body: JSON.stringify({ mode, delayMs }) });
}

async function begun(): Promise<{ url: URL; checks: SignInChecks }> {
  const start = await client.begin('sv');
  if (start.kind !== 'go') throw new Error(start.detail);
  return start;
}

async function signIn(choice: EidChoice): Promise<EidAnswer> {
  const { url, checks } = await begun();
  return client.finish(await throughEid(url, choice), checks);
}

test('whoever signs in is told by number, country, name and how sure it is', async () => {
  expect(await signIn({ person: 'anna' })).toEqual({
    kind: 'identified',
    person: { country: 'FI', number: '140388-942J', name: 'Anna Sjöblom', language: 'sv', assurance: 'high' },
  });
});

test.each(['high', 'substantial', 'low'] as const)('the level %s is read from acr', async (level) => {
  expect(await signIn({ person: 'erik', level })).toMatchObject({ person: { assurance: level } });
});

test('who cancels is told apart from an e-ID that fails', async () => {
  expect(await signIn({ outcome: 'cancel' })).toEqual({ kind: 'cancelled' });
  expect(await signIn({ outcome: 'fail' })).toEqual({ kind: 'unreachable', detail: 'server_error' });
});

test('the same answer is not taken twice', async () => {
  const { url, checks } = await begun();
  const callback = await throughEid(url, { person: 'anna' });
  expect(await client.finish(callback, checks)).toMatchObject({ kind: 'identified' });
  expect(await client.finish(callback, checks)).toMatchObject({ kind: 'mismatch' });
});

test('an answer to another state, nonce or verifier is refused', async () => {
  const mine = await begun();
  const theirs = await begun();
  const swaps = [
    { ...mine.checks, state: theirs.checks.state },
    { ...mine.checks, nonce: theirs.checks.nonce },
    { ...mine.checks, verifier: theirs.checks.verifier },
  ];
  for (const checks of swaps) {
    const { url, checks: real } = await begun();
    const callback = await throughEid(url, { person: 'anna' });
    const mixed = {
      state: checks.state === mine.checks.state ? real.state : checks.state,
      nonce: checks.nonce === mine.checks.nonce ? real.nonce : checks.nonce,
      verifier: checks.verifier === mine.checks.verifier ? real.verifier : checks.verifier,
    };
    expect(await client.finish(callback, mixed)).toMatchObject({ kind: 'mismatch' });
  }
});

test('a callback that somebody has made up is refused', async () => {
  const { checks } = await begun();
  const made = new URL(`${redirectUri}?code=abc&state=${checks.state}&iss=${encodeURIComponent(eid.issuer)}`);
  expect(await client.finish(made, checks)).toMatchObject({ kind: 'mismatch' });
  expect(await client.finish(new URL(redirectUri), checks)).toMatchObject({ kind: 'mismatch' });
});

test('an e-ID that is down when first asked is asked again the next time', async () => {
  await control('failing');
  expect(await client.begin('sv')).toMatchObject({ kind: 'unreachable' });
  await control('normal');
  expect(await client.begin('sv')).toMatchObject({ kind: 'go' });
});

test('an e-ID that is slow, or fails between its page and its answer, is unreachable', async () => {
  const { url, checks } = await begun();
  const callback = await throughEid(url, { person: 'anna' });
  await control('failing-token');
  expect(await client.finish(callback, checks)).toMatchObject({ kind: 'unreachable' });
  await control('slow');
  expect(await clientOf(eid.issuer, 1).begin('sv')).toMatchObject({ kind: 'unreachable' });
});
