import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeApp } from '../src/app.ts';
import type { RoleGrant } from '../src/kernel/authority.ts';
import { makeFileIntake, makeFileStore } from '../src/kernel/files/index.ts';
import type { App, SessionFacts } from '../src/kernel/http/app-types.ts';
import { refusalTexts as kernelRefusalTexts } from '../src/kernel/http/refusal-texts.ts';
import { newId, type PartyId } from '../src/kernel/ids.ts';
import { casesRoutes } from '../src/modules/cases/index.ts';
import { directoryRoutes, operatorAuthority, refusalTexts } from '../src/modules/directory/index.ts';
import { officialsAt } from '../src/modules/identity/index.ts';
import { servicesRoutes, refusalTexts as servicesTexts } from '../src/modules/services/index.ts';
import { kokar } from './case-world.ts';
import { noRegisters } from './no-registers.ts';
import { type Official, successionWorld } from './succession-world.ts';

const world = successionWorld();
const { announce, inForceSince, today } = world;
let app: App;
let folder: string;

const olle = newId<PartyId>();
const operator: RoleGrant = {
  ...{ id: 'olle', role: 'operator', employer: operatorAuthority, authority: operatorAuthority, unit: null },
  ...{ tasks: [], rights: [], agreement: null },
};

/** Whose name the cookie says, with the grants of today. */
async function sessionOf(token: string): Promise<SessionFacts | null> {
  const about = { session: token, name: token, assurance: 'high', language: 'sv' } as const;
  if (token === 'anna') return { ...about, party: world.anna.party, grants: [] };
  if (token === 'olle') return { ...about, party: olle, grants: [operator] };
  const who = (Object.keys(world.parties) as Official[]).find((one) => one === token);
  return who ? { ...about, party: world.parties[who], grants: await world.grantsOf(who, today) } : null;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'succession-'));
  const files = makeFileStore(folder);
  const intake = makeFileIntake(files);
  const reveal = () => Promise.reject(new Error('not here'));
  app = await makeApp(
    {
      ...{ baseUrl: 'http://127.0.0.1:3000', version: '0', development: true, trustProxy: false, secret: 'test' },
      ...{ metricsToken: null, rateLimits: false, logger: false },
    },
    {
      findSession: async (token) => sessionOf(token),
      makeScope: world.db.scopes,
      officialAssurance: 'high',
      refusalTexts: { ...kernelRefusalTexts, ...refusalTexts, ...servicesTexts },
      healthPool: world.db.pools.resident,
      routes: [
        (room) => casesRoutes(room, { makeScope: world.db.scopes, files, intake, reveal, cosigning: noRegisters }),
        (room) => servicesRoutes(room, { ...noRegisters, files, intake }),
        (room) => directoryRoutes(room, { baseUrl: 'http://127.0.0.1:3000', inviteAdministrator: null, officialsAt }),
      ],
    },
  );
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});
async function visit(url: string, who = '') {
  return app.inject({ url, headers: { host: '127.0.0.1:3000' }, cookies: who ? { session: who } : {} });
}

async function post(page: string, action: string, who: string, typed: Record<string, string>) {
  const token = /name="_csrf" value="([^"]+)"/.exec((await visit(page, who)).body)?.[1] ?? '';
  return app.inject({
    ...{ method: 'POST', url: action, cookies: { session: who } },
    headers: { host: '127.0.0.1:3000', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ ...typed, _csrf: token }).toString(),
  });
}

describe('the pages', () => {
  test('of Kökar are its own until the day', async () => {
    await announce(today.add({ days: 3 }));
    expect((await visit('/kokar')).body).not.toContain('har tagit över');
    expect((await visit('/')).body).toContain('href="/kokar"');
  });

  test('of Kökar say calmly who has taken over, and lead on to the same service there', async () => {
    await inForceSince(today);
    const front = await visit('/kokar');
    expect(front.statusCode).toBe(200);
    expect(front.body).toContain('Sottunga har tagit över efter Kökar');
    expect(front.body).toContain('href="/sottunga"');
    expect((await visit('/kokar/tjanster/forslag')).body).toContain('href="/sottunga/tjanster/forslag"');
    const begun = await post('/kokar', '/kokar/tjanster/forslag/ansok', 'anna', {});
    expect(begun.headers.location).toBe('/kokar/tjanster/forslag');
    expect((await visit('/')).body).not.toContain('href="/kokar"');
    expect((await visit('/?sok=kokar')).body).toContain('href="/kokar"');
    expect((await visit('/sottunga')).body).not.toContain('har tagit över');
  });

  test('and the API offer no service of Kökar from the day, and say who does', async () => {
    const url = '/api/v1/authorities/kokar/services';
    expect((await visit(url)).json()).toMatchObject({ services: [{}, {}, {}], succeededBy: [] });
    expect((await visit(`${url}/forslag`)).statusCode).toBe(200);
    await inForceSince(today);
    const href = '/api/v1/authorities/sottunga/services';
    expect((await visit(url)).json()).toEqual({
      services: [],
      succeededBy: [{ name: 'Sottunga', since: today.toString(), href }],
    });
    expect((await visit(href)).json().services).toHaveLength(3);
    const one = await visit(`${url}/forslag`);
    expect(one.statusCode).toBe(410);
    expect(one.json().detail).toContain('Sottunga har tagit över efter Kökar');
  });

  test('of a case live on under their old address, with the number it had: for the resident and in the office', async () => {
    const own = `/mina-sidor/arenden/kokar/${world.case.case}`;
    const number = /[A-ZÅÄÖ]{3} \d{4}-\d{4}/.exec((await visit(own, 'anna')).body)?.[0] ?? 'no number';
    await inForceSince(today);
    expect((await visit(own, 'anna')).body).toContain(number);
    const office = `/handlaggning/kokar/${world.case.case}`;
    const read = await visit(office, 'ofSottunga');
    expect(read.statusCode).toBe(200);
    expect(read.body).toContain(number);
    expect((await visit(office, 'inMariehamn')).statusCode).toBe(404);
  });

  test('what was begun at Kökar before the day is sent there after it', async () => {
    const draft = await world.draft(world.anna, kokar);
    await inForceSince(today);
    const { body } = await visit('/mina-sidor', 'anna');
    expect(body).toContain(draft);
    const page = `/kokar/tjanster/forslag/ansok/${draft}/sammanfattning`;
    const sent = await post(page, `/kokar/tjanster/forslag/ansok/${draft}/skicka`, 'anna', { seq: '3' });
    expect(sent.headers.location).toMatch(/\/mina-sidor\/arenden\/kokar\/.*kvitto/);
  });
});

describe('the operator', () => {
  const day = today.add({ days: 40 });
  const form = {
    ...{ efter: '318', till: 'Sottunga', beslut: 'Made up for the test' },
    ...{ 'dag-day': String(day.day), 'dag-month': String(day.month), 'dag-year': String(day.year) },
  };
  const href = '/drift/overgangar';

  test('sees whom a succession touches before anything is announced, and then announces it', async () => {
    const seen = await post(href, href, 'olle', form);
    expect(seen.statusCode).toBe(200);
    expect(seen.body).toContain('Sottunga tar över efter Kökar');
    const rows = [...seen.body.matchAll(/<tr role="row">(.*?)<\/tr>/g)].map(([, row = '']) =>
      row.replace(/<[^>]+>/g, '|').replace(/\|+/g, '|'),
    );
    expect(rows).toEqual(
      expect.arrayContaining([
        expect.stringContaining('|Sottunga|3|Når det som var Kökar, för egna uppgifter|Egen roll|'),
        expect.stringContaining('|Kansli|1|Når det som var Kökar, för egna uppgifter|Kansliet för Sottunga|'),
        expect.stringContaining('|Kökar|1|Når som förut det som är Kökar|Egen roll|'),
      ]),
    );
    // by one agreement for both: reached before, reached after, and said once
    expect(rows.filter((row) => row.includes('Kommunernas socialtjänst'))).toHaveLength(1);
    expect(await world.db.sql('select from directory.succession')).toEqual([]);
    const said = await post(href, href, 'olle', { ...form, steg: 'meddela' });
    expect(said.headers.location).toBe(`${href}?klart=meddelad`);
    const list = (await visit(`${href}?klart=meddelad`, 'olle')).body;
    expect(list).toContain('Övergången är meddelad');
    expect(list).toMatch(/<\/time>, olle</);
    const [kept] = await world.db.sql('select announced_by, announced_by_name, withdrawn_by from directory.succession');
    expect(kept).toEqual({ announced_by: olle, announced_by_name: 'olle', withdrawn_by: null });
    const again = await post(href, href, 'olle', { ...form, steg: 'meddela' });
    expect(again.statusCode).toBe(422);
    expect(again.body).toContain('Övergången är redan meddelad');
  });

  test('takes it back until the day', async () => {
    await announce(day);
    const { body } = await visit(href, 'olle');
    const action = /action="(\/drift\/overgangar\/[^"]+\/ta-tillbaka)"/.exec(body)?.[1] ?? '';
    expect((await post(href, action, 'olle', {})).headers.location).toBe(`${href}?klart=tillbakatagen`);
    const after = (await visit(href, 'olle')).body;
    expect(after).toContain('Tillbakatagen');
    expect(after).not.toContain('/ta-tillbaka');
    expect(after).toMatch(/Tillbakatagen.*<\/time>, olle</s);
  });

  test('of two who announce the same at once, one does it and the other is told', async () => {
    const both = await Promise.allSettled([announce(day), announce(day)]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test.each([
    [{ efter: '' }, 'Skriv vilken myndighet det är'],
    [{ efter: '9999' }, 'Vi hittar ingen myndighet för 9999'],
    [{ till: '318' }, 'En kommun kan inte ta över efter sig själv'],
    [{ 'dag-month': '13' }, 'Skriv en dag med dag, månad och år'],
    [{ 'dag-year': '2020' }, 'Den måste börja en dag som kommer'],
    [{ beslut: ' ' }, 'Skriv var det är beslutat'],
  ])('is told at the field what is wrong, with all else kept: %o', async (wrong, text) => {
    const answer = await post(href, href, 'olle', { ...form, ...wrong });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(text);
    if (!('beslut' in wrong)) expect(answer.body).toContain('value="Made up for the test"');
  });

  test('is the only one who comes in', async () => {
    expect((await visit(href, 'ofSottunga')).statusCode).toBe(403);
    expect((await visit(href)).statusCode).toBe(303);
  });
});
