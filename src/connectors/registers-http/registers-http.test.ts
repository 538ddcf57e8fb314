import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Simulator, startSimulator, testPerson } from '../../../test/simulators.ts';
import type { SourceAnswer } from '../../kernel/source-answer.ts';
import { companyRegister, guardianshipRegister, populationRegister } from './index.ts';

const anna = testPerson('anna').number;
const erik = testPerson('erik').number;
const siv = testPerson('siv').number;
const bo = '194508179878';
/** So long that a busy machine makes no quick one late. */
const PATIENT = 60_000;

type Register = 'population-register' | 'company-register' | 'guardianship-register';
const running = {} as Record<Register, Simulator<Register>>;

beforeAll(async () => {
  const names: Register[] = ['population-register', 'company-register', 'guardianship-register'];
  await Promise.all(
    names.map(async (name) => {
      running[name] = await startSimulator(name);
    }),
  );
});
afterAll(() => Promise.all(Object.values(running).map((one) => one.stop())));
beforeEach(() => behave({ mode: 'ok' }));

async function behave(how: { mode: string; delayMs?: number; asOf?: string }): Promise<void> {
  await Promise.all(
    Object.values(running).map(({ url }) => fetch(`${url}/control`, { method: 'POST', body: JSON.stringify(how) })),
  );
}

/** Each with a connection of its own, so that one test's breaker is not another's. */
const asks: Readonly<Record<string, (patience?: number) => Promise<SourceAnswer<unknown>>>> = {
  'the population register about a person': (patience) =>
    populationRegister(running['population-register'].url, patience).person(anna),
  'the company register about an organisation': (patience) =>
    companyRegister(running['company-register'].url, patience).organisation('9900001-8'),
  'the company register about a person': (patience) =>
    companyRegister(running['company-register'].url, patience).organisationsOf(erik),
  'the guardianship register': (patience) =>
    guardianshipRegister(running['guardianship-register'].url, patience).guardianshipsOf(bo),
};

test('a person is who the register says, with address, guardians and children', async () => {
  const answer = await populationRegister(running['population-register'].url, PATIENT).person(anna);
  expect(answer).toMatchObject({
    state: 'answered',
    value: {
      number: anna,
      name: 'Anna Sjöblom',
      address: { street: 'Storängsvägen 4', postalCode: '22720', place: 'Sottunga', country: 'FI' },
      protectedIdentity: false,
      birthDate: Temporal.PlainDate.from('1988-03-14'),
      diedOn: null,
      civilStatus: 'married',
      guardians: [],
      children: [
        { name: 'Emil Sjöblom', birthDate: Temporal.PlainDate.from('2019-05-04') },
        { name: 'Elsa Sjöblom', birthDate: Temporal.PlainDate.from('2022-09-19') },
      ],
    },
  });
});

test('of a protected person no address comes in, and to others no name', async () => {
  const register = populationRegister(running['population-register'].url, PATIENT);
  expect(await register.person(siv)).toMatchObject({ value: { protectedIdentity: true, address: null } });
  const lars = await register.person(testPerson('lars').number);
  expect(lars).toMatchObject({ value: { children: [{ number: '280210A973M', name: null }] } });
  const companies = await companyRegister(running['company-register'].url, PATIENT).organisation('9900004-2');
  expect(companies).toMatchObject({ value: { signatories: [{ name: 'Lars Eriksson' }, { number: siv, name: null }] } });
});

test('each rule of signature comes as it is registered', async () => {
  const register = companyRegister(running['company-register'].url, PATIENT);
  const ruleOf = async (number: string) => {
    const answer = await register.organisation(number);
    return answer.state === 'answered' ? answer.value.signingRule : answer.state;
  };
  expect(await ruleOf('4020001006')).toEqual([{ anyOf: [erik], count: 1 }]);
  expect(await ruleOf('9900001-8')).toMatchObject([{ count: 2 }]);
  const chair = testPerson('fatima').number;
  expect(await ruleOf('4020001014')).toEqual([
    { everyoneOf: [chair, erik] },
    { everyoneOf: [chair, testPerson('olle').number] },
  ]);
});

test('an organisation that is dissolved, bankrupt or in liquidation says so', async () => {
  const register = companyRegister(running['company-register'].url, PATIENT);
  expect(await register.organisation('9900002-6')).toMatchObject({
    value: { status: 'dissolved', dissolvedOn: Temporal.PlainDate.from('2024-05-31') },
  });
  expect(await register.organisation('4020001022')).toMatchObject({ value: { status: 'bankruptcy' } });
  expect(await register.organisation('9900003-4')).toMatchObject({ value: { status: 'liquidation' } });
});

test('a guardianship that has ended is told beside the one that goes on', async () => {
  const answer = await guardianshipRegister(running['guardianship-register'].url, PATIENT).guardianshipsOf(bo);
  expect(answer).toMatchObject({
    value: [
      { kind: 'forvaltare', principal: { name: 'Bo Lundmark' }, guardian: { number: erik }, to: null },
      { kind: 'god-man', to: Temporal.PlainDate.from('2025-01-31') },
    ],
  });
});

test('whom a register does not know is nothing, and no fault', async () => {
  const nobody = '010190-900P';
  expect(await populationRegister(running['population-register'].url, PATIENT).person(nobody)).toMatchObject({
    state: 'nothing',
  });
  const company = companyRegister(running['company-register'].url, PATIENT);
  expect(await company.organisation('4020001089')).toMatchObject({ state: 'nothing' });
  expect(await company.organisationsOf(nobody)).toMatchObject({ state: 'nothing' });
  const guardians = guardianshipRegister(running['guardianship-register'].url, PATIENT);
  expect(await guardians.guardianshipsOf(nobody)).toMatchObject({ state: 'nothing' });
});

describe.each(Object.entries(asks))('asking %s', (_name, ask) => {
  test.each([
    ['slow', 'slow', true],
    ['down', 'down', true],
    ['wrong', 'broken', false],
    ['another', 'about-another', false],
    ['unknown-type', 'unknown-type', false],
    ['too-large', 'too-large', false],
  ])('when it is %s, the fault is %s, and nobody waits for it', async (mode, fault, retry) => {
    await behave({ mode, delayMs: 60_000 });
    const begun = performance.now();
    expect(await ask(mode === 'slow' ? undefined : PATIENT)).toEqual({
      state: 'failed',
      source: expect.any(String),
      fault,
      retry,
    });
    expect(performance.now() - begun).toBeLessThan(30_000); // the screen's second is measured in Chromium
  });

  test('when it may not tell us, that is what is said', async () => {
    await behave({ mode: 'not-allowed' });
    expect(await ask(PATIENT)).toMatchObject({ state: 'not-allowed' });
  });

  test('data that is older says of when it is; data of the future is none', async () => {
    await behave({ mode: 'ok', asOf: '2026-01-02T03:04:05Z' });
    expect(await ask(PATIENT)).toMatchObject({ asOf: Temporal.Instant.from('2026-01-02T03:04:05Z') });
    await behave({ mode: 'ok', asOf: Temporal.Now.instant().add({ hours: 2 }).toString() });
    expect(await ask(PATIENT)).toMatchObject({ state: 'failed', fault: 'contradictory' });
  });

  test('a clock that is a minute ahead is taken to be ours', async () => {
    await behave({ mode: 'ok', asOf: Temporal.Now.instant().add({ minutes: 1 }).toString() });
    const answer = await ask(PATIENT);
    if (answer.state !== 'answered') throw new Error(answer.state);
    expect(Temporal.Instant.compare(answer.asOf, Temporal.Now.instant())).toBeLessThanOrEqual(0);
  });
});

test('a register that is gone costs nothing once it has been tried some times', async () => {
  let tried = 0;
  const gone = createServer((socket) => {
    tried++;
    socket.destroy();
  });
  await once(gone.listen(0, '127.0.0.1'), 'listening');
  const { port } = gone.address() as AddressInfo; // listens on TCP
  const register = populationRegister(`http://127.0.0.1:${port}`, PATIENT);
  for (let time = 0; time < 100; time++) expect(await register.person(anna)).toMatchObject({ fault: 'down' });
  expect(tried).toBe(5);
  gone.close();
});

test('a slow register has at most twenty questions at once; the others give up in time', async () => {
  await behave({ mode: 'slow', delayMs: 60_000 });
  const register = populationRegister(running['population-register'].url);
  const begun = performance.now();
  const answers = await Promise.all(Array.from({ length: 150 }, () => register.person(anna)));
  expect(performance.now() - begun).toBeLessThan(30_000);
  expect(new Set(answers.map((one) => one.state))).toEqual(new Set(['failed']));
});
