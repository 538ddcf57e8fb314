import { afterAll, beforeAll, expect, test } from 'vitest';
import { mayActBy } from '../src/modules/mandates/index.ts';
import { database } from './database.ts';
import { openRegistersHouse, type RegistersHouse } from './registers-house.ts';
import { type Simulator, startSimulator, testPerson } from './simulators.ts';

const db = database(mayActBy('high'));
let house: RegistersHouse;
let simulator: Simulator<'mandate-registers'>;

beforeAll(async () => {
  simulator = await startSimulator('mandate-registers');
  const { url } = simulator;
  await fetch(`${url}/dfm/formedlare/v2/tredjeman/0007522281/jwks`); // its key is made meanwhile
  house = await openRegistersHouse(db, {
    registerPatience: 60_000,
    mandateRegisters: {
      minaOmbud: {
        ...{ url: `${url}/dfm/formedlare/v2`, service: 'allmanning', client: { id: 'allmanning', secret: 'test' } },
        tokenUrl: `${url}/auth/realms/dfm/protocol/openid-connect/token`,
        authorities: [{ code: '2281', number: '0007522281' }],
      },
      suomiFi: {
        ...{ url, authorities: [{ code: '766', theme: 'https://teman.example.fi/kommunens-tjanster/766' }] },
        client: { id: 'allmanni', webKey: 'web', restKey: 'rest', oauthPassword: 'oauth' },
      },
    },
  });
});
afterAll(async () => {
  await house.close();
  await simulator.stop();
});

const tell = (path: string, body: object) =>
  fetch(simulator.url + path, { method: 'POST', body: JSON.stringify(body) });

/** Somebody in a browser. */
async function browser(person: string) {
  const session = await house.signIn(person);
  const kept = new Map<string, string>([['session', session]]);
  const cookie = () => [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
  async function ask(path: string, form?: Record<string, string>) {
    const response = await fetch(new URL(path, house.base), {
      ...{ redirect: 'manual', headers: { cookie: cookie() } },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      kept.set(name, value);
    }
    return { status: response.status, location: response.headers.get('location'), body: await response.text() };
  }
  return {
    ask,
    /** Begins to act for somebody in the list. */
    async actFor(name: string) {
      const { body } = await ask('/mina-sidor/valj');
      const forms = body.split('<form').slice(1);
      const form = forms.find((one) => one.includes(name) && one.includes('name="principal"')) ?? '';
      const value = (field: string) => new RegExp(`name="${field}" value="([^"]*)"`).exec(form)?.[1] ?? '';
      return ask('/mina-sidor/valj', { _csrf: value('_csrf'), principal: value('principal') });
    },
  };
}

test('a mandate in Mina ombud: acted on, not known while the register is away, and over when it is revoked there', async () => {
  const ingrid = await browser('ingrid');
  const { body } = await ingrid.ask('/mina-sidor/valj');
  expect(body).toContain('Sundsvalls provförening');
  expect(body).toContain('Genom Mina ombud (Bolagsverket)');
  expect(body).toContain('Läsa meddelanden från Sundsvall'); // Noor's
  expect(await ingrid.actFor('Sundsvalls provförening')).toMatchObject({ status: 303, location: '/mina-sidor' });
  expect(await ingrid.ask('/mina-sidor/arenden')).toMatchObject({
    status: 200,
    body: expect.stringContaining('Sundsvalls provförening'),
  });

  await tell('/control', { register: 'mina-ombud', mode: 'down' });
  expect(await ingrid.ask('/mina-sidor/arenden')).toMatchObject({
    status: 503,
    body: expect.stringContaining('Svarar inte just nu: Mina ombud (Bolagsverket)'),
  });
  expect((await ingrid.ask('/mina-sidor/valj')).body).toContain('Mina ombud (Bolagsverket) kunde inte frågas nu.');
  await tell('/control', { register: 'mina-ombud', mode: 'altered' });
  expect(await ingrid.ask('/mina-sidor/arenden')).toMatchObject({ status: 503 });
  await tell('/control', { register: 'mina-ombud', mode: 'ok' });
  expect(await ingrid.ask('/mina-sidor/arenden')).toMatchObject({ status: 200 });

  await tell('/revoke', { register: 'mina-ombud', id: '0d9f2c4e-7a31-4b0e-9d1a-3f5b6c7d8e01' });
  expect(await ingrid.ask('/mina-sidor/arenden')).toMatchObject({
    status: 403,
    body: expect.stringContaining('Registret som hade fullmakten säger nu'),
  });
  expect((await ingrid.ask('/mina-sidor/valj')).body).toContain('Kan inte användas');
});

test('a mandate in Suomi.fi: chosen there, acted on here, not known while it is away, and over when taken away', async () => {
  const johan = await browser('johan');
  expect((await johan.ask('/mina-sidor/valj')).body).not.toContain('Berglund');
  const begun = await johan.ask('/mina-sidor/valj/suomi-fi');
  expect(begun.location).toMatch(new RegExp(`^${simulator.url}/oauth/authorize\\?`));
  expect(begun.location).not.toContain(testPerson('johan').number);
  const chosen = await fetch(`${begun.location}&val=0`, { redirect: 'manual' });
  const back = chosen.headers.get('location') ?? '';

  // The way back opens for who went, in the browser that they went from.
  const somebody = await browser('johan');
  expect(await somebody.ask(back)).toMatchObject({ status: 410 });
  expect(await johan.ask(back)).toMatchObject({ status: 303, location: '/mina-sidor/valj' });
  expect(await johan.ask(back)).toMatchObject({ status: 410 });

  expect(await johan.actFor('Berglund Gunvor')).toMatchObject({ status: 303 });
  expect(await johan.ask('/mina-sidor/arenden')).toMatchObject({ status: 200 });
  await tell('/control', { register: 'suomi-fi', mode: 'down' });
  expect(await johan.ask('/mina-sidor/arenden')).toMatchObject({
    status: 503,
    body: expect.stringContaining('Svarar inte just nu: Suomi.fi-fullmakter'),
  });
  await tell('/control', { register: 'suomi-fi', mode: 'ok' });
  await tell('/revoke', { register: 'suomi-fi', id: '030341-958U' });
  expect(await johan.ask('/mina-sidor/arenden')).toMatchObject({ status: 403 });
});

test('an organisation in Suomi.fi: chosen there, acted for while the choice is open, then to be chosen anew', async () => {
  await tell('/reset', {});
  const johan = await browser('johan');
  const begun = await johan.ask('/mina-sidor/valj/suomi-fi?for=organisation');
  const chosen = await fetch(`${begun.location}&val=0`, { redirect: 'manual' });
  const back = chosen.headers.get('location') ?? '';
  expect(await johan.ask(back)).toMatchObject({ status: 303, location: '/mina-sidor/valj' });
  expect(await johan.actFor('Provholmens båtplatser')).toMatchObject({ status: 303 });
  expect(await johan.ask('/mina-sidor/arenden')).toMatchObject({
    status: 200,
    body: expect.stringContaining('Provholmens båtplatser andelslag'),
  });
  // Another session of the same person has chosen nothing.
  const elsewhere = await browser('johan');
  expect((await elsewhere.ask('/mina-sidor/valj')).body).toContain('hämta från Suomi.fi igen');

  await tell('/control', { register: 'suomi-fi', mode: 'down' });
  expect(await johan.ask('/mina-sidor/arenden')).toMatchObject({ status: 503 });
  await tell('/control', { register: 'suomi-fi', mode: 'ok' });
  await tell('/end-choices', {});
  expect(await johan.ask('/mina-sidor/arenden')).toMatchObject({
    status: 403,
    body: expect.stringContaining('Suomi.fi svarar om organisationer bara en kort stund'),
  });
});

const listPage = '/mina-sidor/fullmakter';

test('what one has given there stands in the one list, in words, with days and evidence, and in every copy of it', async () => {
  const noor = await browser('noor');
  const { body } = await noor.ask(listPage);
  const [, given = ''] = body.split('Fullmakter i andra register som du har gett');
  for (const text of [
    'Till Ingrid Karlsson',
    'Läsa meddelanden från Sundsvall',
    'MOP0000000002',
    'I myndighetens andra system: Hälsovård.',
    'tills den återkallas',
    'Återkallad',
    'Mina ombud (Bolagsverket)',
    'mina-ombud:',
  ]) {
    expect(given).toContain(text);
  }
  expect(body).not.toMatch(/194102289842|200110122389/);
  const json = JSON.parse((await noor.ask(`${listPage}.json`)).body);
  expect(json.elsewhere).toHaveLength(3);
  expect(json.elsewhere[0]).toMatchObject({
    side: 'given',
    others: ['Ingrid Karlsson'],
    days: [{ from: '2026-03-01' }],
  });
  expect(json.unasked).toEqual([]);
  expect((await noor.ask(`${listPage}.csv`)).body).toContain(
    'Du har gett;;Ingrid Karlsson;Läsa min post från Sundsvall;',
  );
  expect((await noor.ask(`${listPage}/utskrift`)).body).toContain('MOP0000000002');
  expect((await noor.ask(`${listPage}.pdf`)).body).toMatch(/^%PDF/);
  expect((await noor.ask(`${listPage}?visa=getts`)).body).not.toContain('Ingrid Karlsson'); // a part of the house's own
});

test('what one holds has its days and its number; a register that lists nothing, or is silent, is no empty list', async () => {
  const ingrid = await browser('ingrid');
  const { body } = await ingrid.ask(listPage);
  expect(body).toContain('Från Noor Rahimi');
  expect(body).toContain('MOP0000000002');
  expect(body).toContain('Inga i Mina ombud (Bolagsverket).'); // given
  expect(body).not.toContain('lämnar inte ut någon lista'); // Suomi.fi knows nobody by a Swedish number

  await tell('/control', { register: 'mina-ombud', mode: 'partial' });
  const silent = (await ingrid.ask(listPage)).body;
  expect(silent).toContain('Mina ombud (Bolagsverket) kunde inte frågas nu.');
  expect(silent).toContain('Det kan finnas fullmakter där som inte står här.');
  expect(silent).not.toContain('Inga i Mina ombud');
  expect(JSON.parse((await ingrid.ask(`${listPage}.json`)).body).unasked).toEqual([
    'Mina ombud (Bolagsverket) kunde inte frågas nu.',
  ]);
  await tell('/control', { register: 'mina-ombud', mode: 'ok' });

  const johan = await browser('johan');
  const page = (await johan.ask(listPage)).body;
  expect(page).toContain('Suomi.fi-fullmakter lämnar inte ut någon lista till oss.');
  expect(page).toContain('href="https://www.suomi.fi/fullmakter"');
  expect((await johan.ask(`${listPage}.csv`)).body).toContain('Suomi.fi-fullmakter lämnar inte ut någon lista.');
});

test('each of them is made to misbehave from the page of development, and what it does then is seen', async () => {
  const ingrid = await browser('ingrid');
  const { body } = await ingrid.ask('/utveckling/register');
  for (const one of ['Svarar med någon annans underskrift', 'Nekar oss uppgiften']) expect(body).toContain(one);
  const token = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';
  const steer = (register: string, mode: string) =>
    ingrid.ask(`/utveckling/register/${register}`, { _csrf: token, [`mode-${register}`]: mode });
  expect(await steer('mina-ombud', 'not-allowed')).toMatchObject({ status: 303 });
  expect((await ingrid.ask('/utveckling/register')).body).toMatch(/value="not-allowed" selected/);
  expect((await ingrid.ask('/mina-sidor/valj')).body).toContain('Mina ombud (Bolagsverket) kunde inte frågas nu.');
  expect(await steer('mina-ombud', 'made-up')).toMatchObject({ status: 400 });
  expect(await steer('mina-ombud', 'ok')).toMatchObject({ status: 303 });
  expect((await ingrid.ask('/mina-sidor/valj')).body).not.toContain('kunde inte frågas nu');
});

test('the operator sees how each has answered, about nobody', async () => {
  await expect
    .poll(() => db.sql('select source_id, outcome from overview.source_answer order by 1, 2'))
    .toEqual(
      expect.arrayContaining([
        { source_id: 'mina-ombud', outcome: 'answered' },
        { source_id: 'mina-ombud', outcome: 'down' },
        { source_id: 'mina-ombud', outcome: 'forged' },
        { source_id: 'mina-ombud', outcome: 'nothing' },
        { source_id: 'suomi-fi', outcome: 'answered' },
        { source_id: 'suomi-fi', outcome: 'down' },
      ]),
    );
});

test('what is kept holds no number in clear, and no answer', async () => {
  const rows = await db.sql<Record<string, unknown>>('select * from mandates.elsewhere');
  expect(rows.length).toBeGreaterThan(1);
  expect(JSON.stringify(rows)).not.toMatch(/194102289842|080803A905K|030341-958U|4020001014|9900004-2/);
});
