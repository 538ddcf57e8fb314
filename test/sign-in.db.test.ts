import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { makeApp } from '../src/app.ts';
import { openIdConnect } from '../src/connectors/openid-connect/index.ts';
import type { App } from '../src/kernel/http/app-types.ts';
import { refusalTexts as kernelRefusalTexts } from '../src/kernel/http/refusal-texts.ts';
import { containsIdentityNumber } from '../src/kernel/identifiers/redact.ts';
import type { AuthorityId } from '../src/kernel/ids.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import type { SourceAnswer } from '../src/kernel/source-answer.ts';
import { makeRegisters, notConnected, type RegisteredPerson } from '../src/modules/base-registers/index.ts';
import { operatorAuthority } from '../src/modules/directory/index.ts';
import { identityRoutes, invite, refusalTexts, sessionFinder, usualLimits } from '../src/modules/identity/index.ts';
import { mayActBy } from '../src/modules/mandates/index.ts';
import { notificationRoutes } from '../src/modules/notifications/index.ts';
import { database } from './database.ts';
import { type EidChoice, throughEid } from './eid-browser.ts';
import { type Simulator, startSimulator, testPersons } from './simulators.ts';

const db = database(mayActBy('high'));
const secrets = makeSecrets(exampleDataKey);
const baseUrl = 'http://127.0.0.1:3000';
const host = '127.0.0.1:3000';
const sottunga = 2480766 as AuthorityId;
const logged: string[] = [];
let eid: Simulator<'test-eid'>;
let app: App;

beforeAll(async () => {
  eid = await startSimulator('test-eid', { CLIENT_SECRET: 'secret', REDIRECT_URIS: `${baseUrl}/logga-in/svar` });
  const text = { sv: 'Test', fi: 'Testi', en: 'Test' };
  const electronicId = openIdConnect({
    ...{
      id: 'test',
      name: text,
      explanation: text,
      issuer: eid.issuer,
      clientId: 'allmanning',
      clientSecret: 'secret',
    },
    ...{ redirectUri: `${baseUrl}/logga-in/svar`, timeout: 60 },
  });
  const stream = new Writable({
    write(chunk, _encoding, done) {
      logged.push(String(chunk));
      done();
    },
  });
  app = await makeApp(
    {
      ...{ baseUrl, version: '0', development: true, trustProxy: false, secret: 'test', metricsToken: null },
      ...{ rateLimits: false, logger: pino({ level: 'debug' }, stream) },
    },
    {
      findSession: sessionFinder(db.pools.resident, secrets, usualLimits),
      makeScope: db.scopes,
      officialAssurance: 'high',
      refusalTexts: { ...kernelRefusalTexts, ...refusalTexts },
      healthPool: db.pools.resident,
      routes: [
        (room) =>
          identityRoutes(room, {
            ...{ secrets, electronicIds: [electronicId], limits: usualLimits, lowestAssurance: 'substantial' },
            ...{ testPersons: true, baseUrl, purposeTexts: {} },
            registers: makeRegisters({ secrets, ports: { ...notConnected, population: { person: registered } } }),
          }),
        notificationRoutes,
      ],
    },
  );
  for (const [id, kind, slug] of [
    [operatorAuthority, 'operator', 'driften'],
    [sottunga, 'joint', 'sottunga'],
  ]) {
    await db.sql(
      `insert into directory.authority (authority_id, kind, country, name, slug, joined_at)
       values ($1, $2, 'AX', $3, $3, now()) on conflict (authority_id) do update set joined_at = now()`,
      [id, kind, slug],
    );
  }
});
afterAll(async () => {
  await app.close();
  await eid.stop();
});
beforeEach(() => fetch(eid.control, { method: 'POST', body: JSON.stringify({ mode: 'normal' }) }));

const diedToday = new Set<string>();
/** Says something only of those who have died. */
async function registered(number: string): Promise<SourceAnswer<RegisteredPerson>> {
  const person = testPersons.find((one) => one.number === number);
  if (!person || !diedToday.has(number)) return { state: 'not-asked' };
  const today = Temporal.Now.plainDateISO();
  return {
    ...{ state: 'answered', asOf: Temporal.Now.instant() },
    value: {
      ...{ number, name: person.name, address: null, protectedIdentity: false, diedOn: today },
      ...{ birthDate: today.subtract({ years: 80 }), civilStatus: 'widowed', guardians: [], children: [] },
    },
  };
}

type Cookies = Record<string, string>;

async function get(url: string, cookies: Cookies = {}) {
  return app.inject({ url, cookies, headers: { host } });
}

/** Posts the form that the page shows, with its token. */
async function post(page: string, url: string, cookies: Cookies, fields: Record<string, string> = {}) {
  const { body } = await get(page, cookies);
  const token = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';
  return app.inject({
    ...{ method: 'POST', url, cookies, headers: { host, 'content-type': 'application/x-www-form-urlencoded' } },
    payload: new URLSearchParams({ _csrf: token, ...fields }).toString(),
  });
}

function cookieIn(response: Awaited<ReturnType<typeof get>>, name: string): string | undefined {
  return response.cookies.find((cookie) => cookie.name === name)?.value;
}

/** To the e-ID and back: the address of the answer, and the cookie that it belongs to. */
async function toEidAndBack(
  choice: EidChoice,
  till = '/mina-sidor/sessioner',
): Promise<{ path: string; attempt: string }> {
  const start = await get(`/logga-in/e-legitimation?till=${encodeURIComponent(till)}`);
  expect(start.statusCode).toBe(303);
  const callback = await throughEid(new URL(String(start.headers.location)), choice);
  return { path: callback.pathname + callback.search, attempt: cookieIn(start, 'sign-in') ?? '' };
}

async function signIn(choice: EidChoice): Promise<string> {
  const { path, attempt } = await toEidAndBack(choice);
  const session = cookieIn(await get(path, { 'sign-in': attempt }), 'session');
  if (!session) throw new Error('not signed in');
  return session;
}

test('a page that needs sign-in leads there, through the e-ID, and back to itself', async () => {
  const refused = await get('/mina-sidor/sessioner');
  expect(refused.headers.location).toBe('/logga-in?till=%2Fmina-sidor%2Fsessioner');
  expect((await get('/logga-in?till=%2Fmina-sidor%2Fsessioner')).body).toContain('e-legitimation?val=test&amp;till=');

  const { path, attempt } = await toEidAndBack({ person: 'anna' });
  const answer = await get(path, { 'sign-in': attempt });
  expect(answer.statusCode).toBe(303);
  expect(answer.headers.location).toBe('/mina-sidor/sessioner');
  const cookie = answer.cookies.find(({ name }) => name === 'session');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
  expect((await get('/mina-sidor/sessioner', { session: cookie?.value ?? '' })).statusCode).toBe(200);
});

test('who cancels gets a calm page, and no session', async () => {
  const { path, attempt } = await toEidAndBack({ outcome: 'cancel' });
  const answer = await get(path, { 'sign-in': attempt });
  expect(answer.statusCode).toBe(200);
  expect(answer.body).toContain('Du avbröt inloggningen');
  expect(cookieIn(answer, 'session')).toBeUndefined();
});

test('an e-ID that is down is said to be, before and after its own page', async () => {
  const { path, attempt } = await toEidAndBack({ person: 'anna' });
  await fetch(eid.control, { method: 'POST', body: JSON.stringify({ mode: 'failing-token' }) });
  const answer = await get(path, { 'sign-in': attempt });
  expect(answer.statusCode).toBe(503);
  expect(answer.body).toContain('E-legitimationen svarar inte');
});

test('an answer is taken once, in the browser that asked', async () => {
  const { path, attempt } = await toEidAndBack({ person: 'anna' });
  const stolen = await get(path);
  expect(stolen.statusCode).toBe(409);
  expect(cookieIn(stolen, 'session')).toBeUndefined();

  const other = await toEidAndBack({ person: 'erik' });
  const swapped = await get(path, { 'sign-in': other.attempt }); // Anna's answer in Erik's browser
  expect(swapped.statusCode).toBe(409);
  expect(cookieIn(swapped, 'session')).toBeUndefined();

  expect((await get(path, { 'sign-in': attempt })).statusCode).toBe(303);
  const replayed = await get(path, { 'sign-in': attempt });
  expect(replayed.statusCode).toBe(409);
  expect(replayed.body).toContain('Inloggningen kunde inte slutföras');
});

test('a sign-in that took too long has to be begun anew', async () => {
  const { path, attempt } = await toEidAndBack({ person: 'anna' });
  await db.sql("update identity.sign_in_attempt set expires_at = now() - interval '1 second'");
  expect((await get(path, { 'sign-in': attempt })).statusCode).toBe(409);
});

test('a session that was planted in the browser is not the one after sign-in, and the old one is over', async () => {
  const old = await signIn({ person: 'erik' });
  const { path, attempt } = await toEidAndBack({ person: 'anna' });
  const fresh = cookieIn(await get(path, { 'sign-in': attempt, session: old }), 'session');
  expect(fresh).not.toBe(old);
  expect((await get('/mina-sidor/sessioner', { session: old })).statusCode).toBe(303);
  expect((await get('/mina-sidor/sessioner', { session: fresh ?? '' })).statusCode).toBe(200);
});

test('an e-ID that is not sure enough lets nobody in', async () => {
  const { path, attempt } = await toEidAndBack({ person: 'anna', level: 'low' });
  const answer = await get(path, { 'sign-in': attempt });
  expect(answer.statusCode).toBe(403);
  expect(answer.body).toContain('säkrare e-legitimation');
});

test('nobody signs in as who has died, and the sessions that they had are over', async () => {
  const [open, erik] = [await signIn({ person: 'ingrid' }), await signIn({ person: 'erik' })];
  diedToday.add(testPersons.find(({ sub }) => sub === 'ingrid')?.number ?? '');
  const { path, attempt } = await toEidAndBack({ person: 'ingrid' });
  const answer = await get(path, { 'sign-in': attempt, session: erik });
  expect(answer.statusCode).toBe(403);
  expect(answer.body).toContain('har personen avlidit');
  expect(answer.body).toContain('den som företräder dödsboet kontaktar myndigheten');
  expect(cookieIn(answer, 'session')).toBeUndefined();
  expect((await get('/mina-sidor/sessioner', { session: open })).statusCode).toBe(303);
  expect((await get('/mina-sidor/sessioner', { session: erik })).statusCode).toBe(200);
});

test('after sign-in nobody is led to another site', async () => {
  const { path, attempt } = await toEidAndBack({ person: 'anna' }, '//evil.example/');
  expect((await get(path, { 'sign-in': attempt })).headers.location).toBe('/mina-sidor');
});

test('who signs out is signed out on the server too', async () => {
  const session = await signIn({ person: 'anna' });
  const out = await post('/mina-sidor/sessioner', '/logga-ut', { session });
  expect(out.statusCode).toBe(303);
  expect((await get('/mina-sidor/sessioner', { session })).statusCode).toBe(303);
});

test('sign-out, ending sessions and changing details are refused without the token of the form', async () => {
  const session = await signIn({ person: 'anna' });
  for (const url of ['/logga-ut', '/mina-sidor/sessioner/avsluta-andra', '/mina-sidor/uppgifter/e-post/ta-bort']) {
    const answer = await app.inject({ method: 'POST', url, cookies: { session }, headers: { host } });
    expect(answer.statusCode, url).toBe(403);
  }
  expect((await get('/mina-sidor/sessioner', { session })).statusCode).toBe(200);
});

test('sign-in asked for at an own host name happens at the common one', async () => {
  const answer = await app.inject({ url: '/logga-in?till=/mina-sidor', headers: { host: 'tjanster.sottunga.ax' } });
  expect(answer.headers.location).toBe(`${baseUrl}/logga-in?hit=1&till=%2Fmina-sidor`);
  const again = await app.inject({ url: '/logga-in?hit=1', headers: { host: 'tjanster.sottunga.ax' } });
  expect(again.statusCode).toBe(200);
});

test('the first operator comes by a link, signs in as high, and an administrator by the operator’s link', async () => {
  const machine = db.scopes({
    actor: { kind: 'system', name: 'allmanning' },
    room: 'worker',
    fence: { authorities: [operatorAuthority], parties: [] },
  });
  const terms = { role: 'operator', unit: null, tasks: [], rights: [] } as const;
  const { path } = await invite(machine, secrets, operatorAuthority, terms, 'Första');
  expect((await get(path)).body).toContain('Logga in för att ta emot');
  const olle = await signIn({ person: 'olle' });
  expect((await get('/drift/utskick', { session: olle })).statusCode).toBe(403);
  expect((await post(path, path, { session: olle })).body).toContain('Rollen är din');
  expect((await get('/drift/utskick', { session: olle })).statusCode).toBe(200);
  expect((await get(path, { session: olle })).statusCode).toBe(410);
  const weak = await signIn({ person: 'olle', level: 'substantial' });
  expect((await get('/drift/utskick', { session: weak })).statusCode).toBe(403);

  const roles = '/administration/sottunga/roller';
  const missing = await post(roles, roles, { session: olle }, { role: 'administrator', note: '' });
  expect(missing.statusCode).toBe(422);
  expect(missing.body).toContain('Skriv vem inbjudan är till');
  const made = await post(roles, roles, { session: olle }, { role: 'administrator', note: 'Maja' });
  const link = /value="http:\/\/127\.0\.0\.1:3000(\/inbjudan\/[^"]+)"/.exec(made.body)?.[1] ?? '';
  expect((await post(link, link, { session: olle })).statusCode).toBe(409); // not to oneself
  const maja = await signIn({ person: 'maja' });
  expect((await get(roles, { session: maja })).statusCode).toBe(403);
  expect((await post(link, link, { session: maja })).body).toMatch(/administratör i sottunga/i);
  expect((await get(roles, { session: maja })).body).toContain('Maja Öhman');

  const anna = await signIn({ person: 'anna' });
  expect((await get(roles, { session: anna })).statusCode).toBe(403);
  const log = await get('/mina-sidor/logg', { session: maja });
  expect(log.body).toContain('Ändrade en roll');
});

test('the pages of one’s own show, and keep what was typed wrong', async () => {
  const session = await signIn({ person: 'aino' });
  const page = await get('/mina-sidor/uppgifter', { session });
  expect(page.body).toContain('Aino Korhonen');
  expect(page.body).toContain('lang="fi"');
  const wrong = await post('/mina-sidor/uppgifter', '/mina-sidor/uppgifter/e-post', { session }, { address: 'aino@' });
  expect(wrong.statusCode).toBe(422);
  expect(wrong.body).toContain('value="aino@"');
  const right = await post('/mina-sidor/uppgifter', '/mina-sidor/uppgifter/e-post', { session }, { address: 'a@b.fi' });
  expect(right.statusCode).toBe(303);
  expect((await get('/mina-sidor/uppgifter', { session })).body).toContain('a@b.fi');
  const language = { language: 'en' };
  await post('/mina-sidor/uppgifter', '/mina-sidor/uppgifter/sprak', { session }, language);
  expect((await get('/mina-sidor/uppgifter', { session })).body).toContain('My details');
});

test('no identity number is in the log, in an event, or on the way', async () => {
  const { path } = await toEidAndBack({ person: 'anna' });
  expect(containsIdentityNumber(path)).toBe(false);
  const events = await db.sql('select o::text as row from kernel.outbox o');
  const everything = JSON.stringify(events) + logged.join('');
  expect(logged.length).toBeGreaterThan(0);
  expect(containsIdentityNumber(everything)).toBe(false);
  for (const { number, name } of testPersons) {
    expect(everything).not.toContain(number);
    expect(logged.join('')).not.toContain(name);
  }
});
