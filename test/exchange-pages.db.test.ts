import { beforeAll, expect, test } from 'vitest';
import { makeApp } from '../src/app.ts';
import { makeSftpKeyPair } from '../src/connectors/sftp/index.ts';
import type { RoleGrant } from '../src/kernel/authority.ts';
import { connectAsOwner } from '../src/kernel/database/owner.ts';
import type { App } from '../src/kernel/http/app-types.ts';
import { refusalTexts as kernelTexts } from '../src/kernel/http/refusal-texts.ts';
import { type AuthorityId, derivedId, type FileDigest, newId, type PartyId } from '../src/kernel/ids.ts';
import { exampleDataKey, makeSecrets } from '../src/kernel/secrets.ts';
import { officeBySlug, shipAuthorities } from '../src/modules/directory/index.ts';
import { exchangeRoutes, refusalTexts } from '../src/modules/exchange/index.ts';
import { insertArrival } from '../src/modules/exchange/store/arrivals.ts';
import { texts } from '../src/modules/exchange/texts/index.ts';
import { database } from './database.ts';

// The administrator's forms of who is sent files and what is fetched from them, and handing on what came once more.

const sottunga = 2480766 as AuthorityId;
const db = database();
const secrets = makeSecrets(exampleDataKey);
const party = newId<PartyId>();
const grant: RoleGrant = {
  ...{ id: 'g', role: 'administrator', employer: sottunga, authority: sottunga, unit: null, tasks: [], rights: [] },
  agreement: null,
};
const page = '/administration/sottunga/leveranser';
const { sv } = texts;
/** What was handed on, by name. */
const handed: string[] = [];
let app: App;

beforeAll(async () => {
  const owner = await connectAsOwner(db.url);
  await shipAuthorities(owner);
  await owner.query('update directory.authority set joined_at = now() where authority_id = $1', [sottunga]);
  await owner.end();
  app = await makeApp(
    {
      ...{ baseUrl: 'http://127.0.0.1:3000', version: '0', development: true, trustProxy: false, secret: 'test' },
      ...{ metricsToken: null, rateLimits: false, logger: false },
    },
    {
      findSession: async () => ({
        ...{ session: 's', party, name: 'Maja', assurance: 'high', language: 'sv', grants: [grant] },
      }),
      ...{
        makeScope: db.scopes,
        officialAssurance: 'high',
        healthPool: db.pools.resident,
        refusalTexts: { ...kernelTexts, ...refusalTexts },
      },
      routes: [
        (room: App) =>
          exchangeRoutes(room, {
            ...{ office: officeBySlug, secrets, makeKeyPair: makeSftpKeyPair },
            inbox: {
              isPlace: async () => true,
              takeIn: async (_tx, _scope, _place, { name }) => {
                handed.push(name);
                return derivedId<string>('again', name);
              },
              becameOf: async () => new Map(),
            },
            mayReach: (url) => url.startsWith('https://'),
          }),
      ],
    },
  );
});

async function post(url: string, answers: Readonly<Record<string, string>>) {
  const cookies: Record<string, string> = { session: 's' };
  const shown = await app.inject({ url: page, cookies });
  for (const { name, value } of shown.cookies) cookies[name] = value;
  const _csrf = /name="_csrf" value="([^"]*)"/.exec(shown.body)?.[1] ?? '';
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const payload = new URLSearchParams({ ...answers, _csrf }).toString();
  return app.inject({ method: 'POST', url, cookies, headers, payload });
}

const https = { 'https-namn': 'Banken', adress: 'https://bank.example/filer', nyckel: 'hemlig-nyckel-1' };
const read = async (url: string) => (await app.inject({ url, cookies: { session: 's' } })).body;

test.each([
  ['without a name', { 'https-namn': ' ' }, sv.https.wrong.name],
  ['over http', { adress: 'http://bank.example' }, sv.https.wrong.url],
  ['with a question in its address', { adress: 'https://bank.example/?a' }, sv.https.wrong.url],
  ['with a key that is too short', { nyckel: 'kort' }, sv.https.wrong.key],
])('a recipient over https %s is told beside its field, and its key is not shown again', async (_what, more, told) => {
  const answer = await post(`${page}/https`, { ...https, ...more });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain(told);
  expect(answer.body).not.toContain('hemlig-nyckel');
  expect(await db.sql('select 1 from exchange.destination')).toEqual([]);
});

test('a recipient over https is added with its key sealed; nothing is fetched from it', async () => {
  const added = await post(`${page}/https`, https);
  const [one] = await db.sql<{ id: string; kind: string; url: string; text: string }>(
    'select destination_id as id, kind, url, d::text as text from exchange.destination d',
  );
  expect(added.headers.location).toBe(`${page}/${one?.id}?hande=added`);
  expect([one?.kind, one?.url]).toEqual(['https', https.adress]);
  expect(one?.text).not.toContain(https.nyckel);
  const shown = await read(`${page}/${one?.id}`);
  expect(shown).toContain(https.adress);
  expect(shown).not.toContain(sv.sources.title);
  expect((await post(`${page}/${one?.id}/hamtningar`, { hamtmapp: '/ut' })).statusCode).toBe(422);
});

test('a folder to fetch from is added, looked in on demand and ended; a wrong one is told', async () => {
  const sftp = { namn: 'Bank', server: 'bank.example', port: '22', anvandare: 'prov', mapp: '/in' };
  const added = await post(page, { ...sftp, avtryck: `SHA256:${'a'.repeat(43)}` });
  const one = `${added.headers.location}`.replace(/\?.*/, '');
  const wrong = await post(`${one}/hamtningar`, { hamtmapp: '/ut/../in' });
  expect([wrong.statusCode, wrong.body.includes(sv.list.wrong.folder)]).toEqual([422, true]);
  expect((await post(`${one}/hamtningar`, { hamtmapp: '/ut', klarmapp: '/klara' })).statusCode).toBe(303);
  expect(await read(one)).toContain('/ut → /klara');
  expect((await post(`${one}/hamtningar`, { hamtmapp: '/ut' })).statusCode).toBe(409);
  const [source] = await db.sql<{ id: string }>('select source_id as id from exchange.source');
  expect((await post(`${one}/hamtningar/${source?.id}/nu`, {})).headers.location).toContain('hande=fetching');
  const asked = await db.sql(`select 1 from kernel.outbox where kind = 'exchange.fetch-asked'`);
  expect(asked).toHaveLength(2);
  expect((await post(`${one}/hamtningar/${source?.id}/sluta`, {})).headers.location).toContain('hande=ended');
  expect(await read(one)).toContain(sv.sources.none);
});

test('what other systems have sent since a day is handed on once more; what came before it and what was fetched is not', async () => {
  const scope = db.scopes({
    actor: { kind: 'system', name: 'test' },
    ...{ room: 'worker', fence: { authorities: [sottunga], parties: [] } },
  });
  const came = [
    ['gammal.csv', 'machine', '2026-01-31T21:59:00Z'],
    ['ny.csv', 'machine', '2026-01-31T22:00:00Z'],
    ['svar.xml', 'destination', '2026-02-02T10:00:00Z'],
  ] as const;
  const about = { authority: sottunga, place: newId<string>(), originName: 'Tid', size: 1, file: newId<string>() };
  for (const [name, origin, at] of came)
    await scope.write((tx) =>
      insertArrival(tx, {
        ...{ ...about, name, origin, digest: 'a'.repeat(64) as FileDigest },
        ...{ arrival: newId<string>(), at: Temporal.Instant.from(at) },
      }),
    );
  const wrong = await post(`${page}/in/igen`, { fran: 'i går' });
  expect([wrong.statusCode, wrong.body.includes(sv.destination.sinceWrong)]).toEqual([422, true]);
  expect((await post(`${page}/in/igen`, { fran: '2026-02-01' })).headers.location).toBe(`${page}?hande=replayed`);
  expect(handed).toEqual(['ny.csv']); // the day begins at midnight on Åland
  const replayed = await db.sql<{ name: string; file: string }>(
    'select name, file_id as file from exchange.arrival where replayed_at is not null',
  );
  expect(replayed).toEqual([{ name: 'ny.csv', file: derivedId('again', 'ny.csv') }]);
});
