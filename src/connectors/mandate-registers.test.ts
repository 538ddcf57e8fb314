import { createServer } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator } from '../../test/simulators.ts';
import type { Identifier, PersonNumber } from '../kernel/identifiers/identifier.ts';
import { parseWritten } from '../kernel/identifiers/parse.ts';
import type { AuthorityId } from '../kernel/ids.ts';
import type { ChoiceKind } from '../modules/mandates/index.ts';
import type { RegisterAsked } from './guarded-register.ts';
import { minaOmbud } from './mina-ombud/index.ts';
import { suomiFi } from './suomi-fi/index.ts';

const sundsvall = 7_522_281 as AuthorityId;
const sottunga = 2_480_766 as AuthorityId;
const kokar = 2_480_318 as AuthorityId;
const today = Temporal.PlainDate.from('2026-11-22');
const identifier = (number: string) => parseWritten(number, today) as Identifier;
const ingrid = identifier('194102289842') as PersonNumber;
const association = identifier('4020001014');
const noor = identifier('200110122389');
const johan = identifier('080803A905K') as PersonNumber;
const gunvor = identifier('030341-958U');
const aino = identifier('170164-9287');
const theme = (code: string) => `https://teman.example.fi/kommunens-tjanster/${code}`;

let simulator: Simulator<'mandate-registers'>;
let told: RegisterAsked[] = [];
beforeAll(async () => {
  simulator = await startSimulator('mandate-registers');
  await fetch(`${simulator.url}/dfm/formedlare/v2/tredjeman/0007522281/jwks`); // its key is made meanwhile
});
afterAll(() => simulator.stop());
beforeEach(async () => {
  told = [];
  await post('/reset', {});
});

async function post(path: string, body: object): Promise<void> {
  const response = await fetch(simulator.url + path, { method: 'POST', body: JSON.stringify(body) });
  expect(response.status).toBe(200);
}

/** So long that a busy machine makes no quick one late. */
const PATIENT = 60_000;
const patienceFor = (mode: string) => (mode === 'slow' ? 900 : PATIENT);

function ombud(version = 'v2', { secret = 'test', patience = PATIENT } = {}) {
  return minaOmbud({
    ...{
      url: `${simulator.url}/dfm/formedlare/${version}`,
      service: 'allmanning',
      client: { id: 'allmanning', secret },
    },
    tokenUrl: `${simulator.url}/auth/realms/dfm/protocol/openid-connect/token`,
    authorities: [{ authority: sundsvall, number: '0007522281' }],
    ...{ told: (asked) => told.push(asked), patience },
  });
}

function suomi({ url = simulator.url, key = 'rest', patience = PATIENT } = {}) {
  return suomiFi({
    url,
    client: { id: 'allmanni', webKey: 'web', restKey: key, oauthPassword: 'oauth' },
    authorities: [
      { authority: sottunga, theme: theme('766') },
      { authority: kokar, theme: theme('318') },
    ],
    ...{ told: (asked) => told.push(asked), patience },
  });
}

const faults = {
  slow: { state: 'failed', fault: 'slow', retry: true },
  down: { state: 'failed', fault: 'down', retry: true },
  wrong: { state: 'failed', fault: 'broken', retry: false },
  'unknown-type': { state: 'failed', fault: 'unknown-type', retry: false },
  'too-large': { state: 'failed', fault: 'too-large', retry: false },
  'not-allowed': { state: 'not-allowed' },
} as const;

describe('Mina ombud', () => {
  test.each(['v1', 'v2'])('%s says what somebody may do for whom, signed', async (version) => {
    const answer = await ombud(version).rightsOf(ingrid);
    expect(answer).toMatchObject({
      state: 'answered',
      value: [
        {
          ...{ principal: { value: association.value }, name: 'Sundsvalls provförening', authority: sundsvall },
          ...{ reach: { kind: 'authority', authority: sundsvall }, level: 'active' },
          id: '0d9f2c4e-7a31-4b0e-9d1a-3f5b6c7d8e01',
          evidence: expect.stringMatching(/^mina-ombud:[0-9a-f]{64}$/),
        },
        // What the authority's other systems have codes for is left aside.
        { principal: { value: noor.value }, reach: { kind: 'mail', authority: sundsvall }, level: 'passive' },
      ],
    });
    expect(told.map(({ source, answer: { state } }) => [source.id, state])).toEqual([['mina-ombud', 'answered']]);
  });

  test('one principal is asked about by number, and a mandate that has been revoked is gone at once', async () => {
    const register = ombud();
    expect(await register.rightsBetween(ingrid, association, [sundsvall], null)).toMatchObject({
      value: [{ level: 'active' }],
    });
    await post('/revoke', { register: 'mina-ombud', id: '0d9f2c4e-7a31-4b0e-9d1a-3f5b6c7d8e01' });
    expect(await register.rightsBetween(ingrid, association, [sundsvall], null)).toMatchObject({ state: 'nothing' });
    expect(await register.rightsBetween(ingrid, noor, [sundsvall], null)).toMatchObject({ state: 'answered' });
  });

  test('who has no Swedish number, and an authority that is no third party there, is not asked about', async () => {
    const register = ombud();
    expect(await register.rightsOf(johan)).toEqual({ state: 'not-asked' });
    expect(await register.rightsBetween(ingrid, gunvor, [sundsvall], null)).toEqual({ state: 'not-asked' });
    expect(await register.rightsBetween(ingrid, association, [sottunga], null)).toEqual({ state: 'not-asked' });
    expect(told).toEqual([]);
  });

  test.each(
    Object.entries({
      ...faults,
      contradictory: { state: 'failed', fault: 'contradictory', retry: false },
      another: { state: 'failed', fault: 'about-another', retry: false },
      altered: { state: 'failed', fault: 'forged', retry: false },
      stranger: { state: 'failed', fault: 'forged', retry: false },
      outdated: { state: 'failed', fault: 'outdated', retry: false },
    }),
  )('an answer that is %s is told apart and not used', async (mode, expected) => {
    await post('/control', { register: 'mina-ombud', mode });
    expect(
      await ombud('v2', { patience: patienceFor(mode) }).rightsBetween(ingrid, association, [sundsvall], null),
    ).toMatchObject(expected);
    expect(told).toMatchObject([{ source: { id: 'mina-ombud' }, answer: expected }]);
  });

  test('what somebody has given, and holds, each as it stands there with its days, its number and what shows it', async () => {
    const register = ombud();
    expect(await register.list(noor, 'given')).toMatchObject({
      state: 'answered',
      value: {
        more: false,
        mandates: [
          {
            ...{ title: 'Läsa min post från Sundsvall', reference: 'MOP0000000002', authority: sundsvall },
            scope: [{ reach: { kind: 'mail', authority: sundsvall }, level: 'passive' }],
            ...{ others: [{ number: ingrid.value, name: 'Ingrid Karlsson' }], beside: [], revokedAt: null },
            evidence: expect.stringMatching(/^mina-ombud:[0-9a-f]{64}$/),
          },
          // For another system of the authority's.
          { title: 'Hämta mina recept', scope: [], beside: ['Hälsovård'], until: null },
          { reference: 'MOP0000000004', revokedAt: Temporal.Instant.from('2025-06-15T07:30:00Z') },
        ],
      },
    });
    expect(await register.list(ingrid, 'received')).toMatchObject({
      value: { mandates: [{ others: [{ name: 'Sundsvalls provförening' }] }, {}, {}] },
    });
    expect(await register.list(association, 'given')).toMatchObject({
      value: { mandates: [{ isForBusiness: false }] },
    });
    expect(await register.list(association, 'received')).toMatchObject({ state: 'nothing' });
  });

  test('version 1 can not be asked what somebody has given, which is no empty list', async () => {
    expect(await ombud('v1').list(noor, 'given')).toEqual({ state: 'no-lists' });
    expect(await ombud('v1').list(gunvor, 'given')).toEqual({ state: 'not-asked' });
  });

  test.each(
    Object.entries({
      ...faults,
      contradictory: { state: 'failed', fault: 'contradictory' },
      another: { state: 'failed', fault: 'about-another' },
      altered: { state: 'failed', fault: 'forged' },
      stranger: { state: 'failed', fault: 'forged' },
      outdated: { state: 'failed', fault: 'outdated' },
      partial: { state: 'failed', fault: 'down' },
    }),
  )('a list that is %s is told apart and not shown', async (mode, expected) => {
    await post('/control', { register: 'mina-ombud', mode });
    const { retry: _retry, ...shown } = { retry: null, ...expected };
    const register = ombud('v2', { patience: patienceFor(mode) });
    expect(await register.list(noor, 'given')).toMatchObject(shown);
    expect(told).toMatchObject([{ source: { id: 'mina-ombud' }, answer: shown }]);
  });

  test('a register that does not know us says so, which is no "no"', async () => {
    expect(await ombud('v2', { secret: 'wrong' }).rightsOf(ingrid)).toMatchObject({ state: 'not-allowed' });
  });
});

describe('Suomi.fi-valtuudet', () => {
  test('between two systems: allowed at the authority whose theme it is, and nowhere else', async () => {
    expect(await suomi().rightsBetween(johan, gunvor, [sottunga, kokar], null)).toMatchObject({
      state: 'answered',
      value: [
        {
          ...{ principal: { value: gunvor.value }, authority: sottunga, level: 'active' },
          ...{ reach: { kind: 'authority', authority: sottunga }, evidence: expect.stringMatching(/^suomi-fi:/) },
        },
      ],
    });
    expect(await suomi().rightsBetween(johan, gunvor, [kokar], null)).toMatchObject({ state: 'nothing' });
    expect(await suomi().rightsBetween(johan, aino, [sottunga], null)).toMatchObject({ state: 'nothing' });
  });

  test('what was taken away there is gone here at the next question', async () => {
    const register = suomi();
    expect(await register.rightsBetween(johan, gunvor, [sottunga], null)).toMatchObject({ state: 'answered' });
    await post('/revoke', { register: 'suomi-fi', id: gunvor.value });
    expect(await register.rightsBetween(johan, gunvor, [sottunga], null)).toMatchObject({ state: 'nothing' });
  });

  test('it does not tell for whom somebody may act, and knows Finnish persons alone', async () => {
    expect(await suomi().rightsOf(johan)).toEqual({ state: 'not-asked' });
    expect(await suomi().list(johan, 'given')).toEqual({ state: 'no-lists' });
    expect(await suomi().list(noor, 'given')).toEqual({ state: 'not-asked' });
    expect(await suomi().rightsBetween(johan, association, [sottunga], null)).toEqual({ state: 'not-asked' });
    expect(await suomi().rightsBetween(ingrid, noor, [sottunga], null)).toEqual({ state: 'not-asked' });
  });

  const back = 'http://127.0.0.1:1/tillbaka';
  async function choose(register: ReturnType<typeof suomi>, place: string, kind: ChoiceKind = 'person') {
    const begun = await register.choosing.begin(johan, kind, back, 'sv');
    if (begun.state !== 'answered') throw new Error(begun.state);
    expect(begun.value.url).not.toContain(johan.value);
    const page = await fetch(`${begun.value.url}&val=${place}`, { redirect: 'manual' });
    return {
      begun: { session: begun.value.session, kind },
      code: new URL(page.headers.get('location') ?? '').searchParams.get('code') ?? '',
    };
  }

  test('the person chooses there, and only what they have chosen is told', async () => {
    const register = suomi();
    const { begun, code } = await choose(register, '0');
    expect(await register.choosing.chosen(begun, code, back)).toMatchObject({
      state: 'answered',
      value: {
        rights: [{ principal: { value: gunvor.value }, name: 'Berglund Gunvor', authority: sottunga }],
        window: null,
      },
    });
    const other = await choose(register, '1'); // Aino has given something else
    expect(await register.choosing.chosen(other.begun, other.code, back)).toMatchObject({ state: 'nothing' });
  });

  test('a code is good once, and for the session that it was made for', async () => {
    const register = suomi();
    const [one, other] = [await choose(register, '0'), await choose(register, '0')];
    expect(await register.choosing.chosen(other.begun, one.code, back)).toMatchObject({ state: 'not-allowed' });
    expect(await register.choosing.chosen(one.begun, one.code, back)).toMatchObject({ state: 'failed' });
    expect(await register.choosing.chosen({ session: 'made-up', kind: 'person' }, other.code, back)).toMatchObject({
      state: 'not-allowed',
    });
  });

  describe('an organisation', () => {
    const boats = identifier('9900004-2');
    async function opened(register: ReturnType<typeof suomi>) {
      const { begun, code } = await choose(register, '0', 'organisation');
      const answer = await register.choosing.chosen(begun, code, back);
      if (answer.state !== 'answered') throw new Error(answer.state);
      return answer.value;
    }

    test('is told of by the person’s own choice, by the theme among the roles, and asked about again while it is open', async () => {
      const register = suomi();
      const { rights, window } = await opened(register);
      expect(rights).toMatchObject([
        { principal: { value: '9900004-2' }, name: 'Provholmens båtplatser andelslag', authority: sottunga },
      ]);
      expect(window?.until).toBeGreaterThan(Date.now() + 500_000);
      expect(await register.rightsBetween(johan, boats, [sottunga], window)).toMatchObject({
        state: 'answered',
        value: [{ authority: sottunga, level: 'active', evidence: expect.stringMatching(/^suomi-fi:/) }],
      });
      expect(await register.rightsBetween(johan, boats, [kokar], window)).toMatchObject({ state: 'nothing' });
      const health = await choose(register, '1', 'organisation'); // another theme than any of ours
      expect(await register.choosing.chosen(health.begun, health.code, back)).toMatchObject({ state: 'nothing' });
    });

    test('is not told of without a choice, after it, or when the role has been taken away', async () => {
      const register = suomi();
      expect(await register.rightsBetween(johan, boats, [sottunga], null)).toEqual({ state: 'choose-again' });
      expect(told).toEqual([]);
      const { window } = await opened(register);
      await post('/revoke', { register: 'suomi-fi', id: '9900004-2' });
      expect(await register.rightsBetween(johan, boats, [sottunga], window)).toMatchObject({ state: 'nothing' });
      await post('/end-choices', {});
      expect(await register.rightsBetween(johan, boats, [sottunga], window)).toEqual({ state: 'choose-again' });
    });

    const { 'not-allowed': _over, 'unknown-type': _strange, ...others } = faults;
    test.each(
      Object.entries({
        ...others,
        'unknown-type': { state: 'failed', fault: 'broken' },
        contradictory: { state: 'failed', fault: 'contradictory' },
        another: { state: 'failed', fault: 'about-another' },
        partial: { state: 'failed', fault: 'down' },
      }),
    )('an answer that is %s is told apart and not used', async (mode, expected) => {
      const { window } = await opened(suomi());
      await post('/control', { register: 'suomi-fi', mode });
      const register = suomi({ patience: patienceFor(mode) });
      expect(await register.rightsBetween(johan, boats, [sottunga], window)).toMatchObject(expected);
    });
  });

  test.each(Object.entries(faults))('an answer that is %s is told apart and not used', async (mode, expected) => {
    await post('/control', { register: 'suomi-fi', mode });
    expect(await suomi({ patience: patienceFor(mode) }).rightsBetween(johan, gunvor, [sottunga], null)).toMatchObject(
      expected,
    );
    expect(told).toMatchObject([{ source: { id: 'suomi-fi' }, answer: expected }]);
  });

  test('a wrong key is refused there, and is no "no" here', async () => {
    expect(await suomi({ key: 'wrong' }).rightsBetween(johan, gunvor, [sottunga], null)).toMatchObject({
      state: 'not-allowed',
    });
  });
});

test('a register that is away is left alone after a while, and costs nobody any time', async () => {
  const closed = createServer();
  closed.listen(0, '127.0.0.1');
  await new Promise((resolve) => closed.once('listening', resolve));
  const { port } = closed.address() as { port: number };
  closed.close();
  const register = suomi({ url: `http://127.0.0.1:${port}` });
  for (let n = 0; n < 6; n++) await register.rightsBetween(johan, gunvor, [sottunga], null);
  expect(register.breaker()).toBe('open');
  expect(told.at(-1)).toMatchObject({ spared: 'resting', answer: { state: 'failed', fault: 'down' } });
});
