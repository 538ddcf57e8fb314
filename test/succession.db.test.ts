import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeApp } from '../src/app.ts';
import type { Actor, RoleGrant } from '../src/kernel/authority.ts';
import { dateIn } from '../src/kernel/calendar/format.ts';
import { makeFileIntake, makeFileStore } from '../src/kernel/files/index.ts';
import type { App, SessionFacts } from '../src/kernel/http/app-types.ts';
import { refusalTexts as kernelRefusalTexts } from '../src/kernel/http/refusal-texts.ts';
import { type AuthorityId, newId, type PartyId, type UnitId } from '../src/kernel/ids.ts';
import type { Scope } from '../src/kernel/scope.ts';
import type { CaseKey } from '../src/modules/cases/filed-case.ts';
import { openHandledCase } from '../src/modules/cases/handled-case.ts';
import { casesRoutes } from '../src/modules/cases/index.ts';
import { readQueue } from '../src/modules/cases/read-queue.ts';
import {
  announceSuccession,
  directoryRoutes,
  operatorAuthority,
  refusalTexts,
} from '../src/modules/directory/index.ts';
import { forgetSuccessions } from '../src/modules/directory/successors.ts';
import { giveRole, officialsAt } from '../src/modules/identity/index.ts';
import { servicesRoutes } from '../src/modules/services/index.ts';
import { caseWorld, kokar, sottunga } from './case-world.ts';

// Sottunga takes over after Kökar, from a day on.
const mariehamn = 2480478 as AuthorityId;
const kansli = 9000003 as AuthorityId;
const unit = newId<UnitId>();
const otherUnit = newId<UnitId>();
const world = caseWorld();
const { anna, karin } = world;
const people = {
  karin: karin.party,
  bySottungasAgreement: newId<PartyId>(),
  inSottungasUnit: newId<PartyId>(),
  forOtherTasks: newId<PartyId>(),
  inMariehamn: newId<PartyId>(),
  ofKokar: newId<PartyId>(),
  olle: newId<PartyId>(),
};
type Who = keyof typeof people;
const today = () => dateIn('SE', Temporal.Now.instant());
let key: CaseKey;
let app: App;
let folder: string;

function system(authority: AuthorityId): Scope {
  const fence = { authorities: [authority], parties: [] };
  return world.db.scopes({ actor: { kind: 'system', name: 'test' }, room: 'worker', fence });
}

beforeAll(async () => {
  for (const [name, party] of Object.entries(people)) {
    if (party === karin.party) continue;
    await world.db.sql(
      `insert into identity.party (party_id, kind, name, created_at) values ($1, 'person', $2, now())`,
      [party, name],
    );
  }
  await world.db.sql(
    `insert into directory.authority (authority_id, kind, country, name, slug) values ($1, 'joint', 'AX', 'Kansli', 'kansli')`,
    [kansli],
  );
  const agreement = newId();
  await world.db.sql(
    `insert into directory.agreement values ($1, $2, 'Kansliet för Sottunga', '{dialogue}', '2020-01-01', null, 'test')`,
    [agreement, kansli],
  );
  await world.db.sql(`insert into directory.agreement_member values ($1, $2, '2020-01-01', null)`, [
    agreement,
    sottunga,
  ]);
  const officer = { role: 'case-officer', unit: null, tasks: ['dialogue'], rights: [] } as const;
  const given: readonly [Who, AuthorityId, object][] = [
    ['karin', sottunga, {}],
    ['bySottungasAgreement', kansli, {}],
    ['inSottungasUnit', sottunga, { unit }],
    ['forOtherTasks', sottunga, { tasks: ['child-care'] }],
    ['inMariehamn', mariehamn, {}],
    ['ofKokar', kokar, {}],
  ];
  for (const [who, authority, terms] of given) {
    await giveRole(system(authority), authority, people[who], { ...officer, ...terms });
  }
  key = await world.filed(anna, 'kokar');

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
      findSession: async (token) => sessionOf(token as Who | 'anna'),
      makeScope: world.db.scopes,
      officialAssurance: 'high',
      refusalTexts: { ...kernelRefusalTexts, ...refusalTexts },
      healthPool: world.db.pools.resident,
      routes: [
        (room) => casesRoutes(room, { files, intake, reveal }),
        (room) => servicesRoutes(room, { files, intake }),
        (room) => directoryRoutes(room, { baseUrl: 'http://127.0.0.1:3000', inviteAdministrator: null, officialsAt }),
      ],
    },
  );
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  await world.db.sql('delete from directory.succession');
  forgetSuccessions();
});

/** As the session look-up gives them. */
async function grantsOf(party: PartyId, day: Temporal.PlainDate): Promise<readonly RoleGrant[]> {
  const [row] = await world.db.sql<{ grants: RoleGrant[] }>('select identity.grants_of($1, $2) as grants', [
    party,
    day.toString(),
  ]);
  return row?.grants ?? [];
}

async function sessionOf(token: Who | 'anna'): Promise<SessionFacts | null> {
  const about = { session: token, name: token, assurance: 'high', language: 'sv' } as const;
  if (token === 'anna') return { ...about, party: anna.party, grants: [] };
  if (!(token in people)) return null;
  const operator: RoleGrant = {
    ...{ id: 'olle', role: 'operator', employer: operatorAuthority, authority: operatorAuthority, unit: null },
    ...{ tasks: [], rights: [], agreement: null },
  };
  const grants = token === 'olle' ? [operator] : await grantsOf(people[token], today());
  return { ...about, party: people[token], grants };
}

/** In their office on that day. */
async function at(who: Who, day: Temporal.PlainDate): Promise<Scope> {
  const grants = await grantsOf(people[who], day);
  const actor: Actor = { kind: 'official', party: people[who], name: who, assurance: 'high', session: 's', grants };
  const authorities = [...new Set(grants.map(({ authority }) => authority))];
  return world.db.scopes({
    actor,
    room: 'official',
    fence: { authorities, parties: [] },
    now: day.toZonedDateTime({ timeZone: 'Europe/Stockholm', plainTime: '12:00' }).toInstant(),
  });
}

async function announce(inForceOn: Temporal.PlainDate): Promise<void> {
  const reform = { predecessor: kokar, successor: sottunga, inForceOn, source: 'test' };
  await announceSuccession(system(sottunga), reform);
}

/** As one that was announced in time. */
async function inForceSince(day: Temporal.PlainDate): Promise<void> {
  await world.db.sql(`insert into directory.succession values ($1, $2, $3, $4, now(), null, 'test')`, [
    newId(),
    ...[kokar, sottunga, day.toString()],
  ]);
  forgetSuccessions();
}

const nowhere = /cases\.not-found/;

describe('a case of Kökar, from the day that Sottunga takes over', () => {
  test.each<Who>(['karin', 'bySottungasAgreement'])('is read by %s on the day, and not the day before', async (who) => {
    const day = today().add({ days: 30 });
    await announce(day);
    const before = await at(who, day.subtract({ days: 1 }));
    await expect(openHandledCase(before, key)).rejects.toThrow(nowhere);
    const after = await at(who, day);
    expect((await openHandledCase(after, key)).filed).toMatchObject({ case: key.case, authority: kokar });
    const view = { assignment: 'all', show: 'open', authority: null } as const;
    const numbers = async (scope: Scope) => (await readQueue(scope, view, 50)).cases.map((line) => line.case);
    expect(await numbers(before)).not.toContain(key.case);
    expect(await numbers(after)).toContain(key.case);
  });

  test.each<Who>(['inSottungasUnit', 'forOtherTasks', 'inMariehamn'])('is still not there for %s', async (who) => {
    const day = today().add({ days: 30 });
    await announce(day);
    await expect(openHandledCase(await at(who, day), key)).rejects.toThrow(nowhere);
  });

  test('that lies in a unit is read by who works in that unit or in all, and not from another unit', async () => {
    const day = today().add({ days: 30 });
    await announce(day);
    await world.inUnit(key, unit);
    expect((await openHandledCase(await at('inSottungasUnit', day), key)).filed.unit).toBe(unit);
    expect((await openHandledCase(await at('karin', day), key)).filed.unit).toBe(unit);
    await world.inUnit(key, otherUnit);
    await expect(openHandledCase(await at('inSottungasUnit', day), key)).rejects.toThrow(nowhere);
    await world.inUnit(key, null);
  });

  test('is read by Kökar’s own officials as before, who get nothing of Sottunga’s', async () => {
    const day = today().add({ days: 30 });
    await announce(day);
    const scope = await at('ofKokar', day);
    expect((await openHandledCase(scope, key)).filed.case).toBe(key.case);
    expect(scope.fence.authorities).toEqual([kokar]);
  });

  test('stays where it was when the succession is taken back before the day', async () => {
    const day = today().add({ days: 30 });
    await announce(day);
    const { body } = await visit('/drift/overgangar', 'olle');
    const action = /action="(\/drift\/overgangar\/[^"]+\/ta-tillbaka)"/.exec(body)?.[1] ?? '';
    const answer = await post('/drift/overgangar', action, 'olle', {});
    expect(answer.headers.location).toBe('/drift/overgangar?klart=tillbakatagen');
    await expect(openHandledCase(await at('karin', day), key)).rejects.toThrow(nowhere);
    expect((await visit('/drift/overgangar', 'olle')).body).toContain('Tillbakatagen');
  });
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
    await announce(today().add({ days: 3 }));
    expect((await visit('/kokar')).body).not.toContain('har tagit över');
    expect((await visit('/')).body).toContain('href="/kokar"');
  });

  test('of Kökar say calmly who has taken over, and lead on to the same service there', async () => {
    await inForceSince(today());
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

  test('of a case live on under their old address, with the number it had: for the resident and in the office', async () => {
    const own = `/mina-sidor/arenden/kokar/${key.case}`;
    const number = /[A-ZÅÄÖ]{3} \d{4}-\d{4}/.exec((await visit(own, 'anna')).body)?.[0] ?? 'no number';
    await inForceSince(today());
    expect((await visit(own, 'anna')).body).toContain(number);
    const office = `/handlaggning/kokar/${key.case}`;
    const read = await visit(office, 'karin');
    expect(read.statusCode).toBe(200);
    expect(read.body).toContain(number);
    expect((await visit(office, 'inMariehamn')).statusCode).toBe(404);
  });

  test('what was begun at Kökar before the day is sent there after it', async () => {
    const draft = await world.draft(anna, kokar);
    await inForceSince(today());
    const { body } = await visit('/mina-sidor', 'anna');
    expect(body).toContain(draft);
    const page = `/kokar/tjanster/forslag/ansok/${draft}/sammanfattning`;
    const sent = await post(page, `/kokar/tjanster/forslag/ansok/${draft}/skicka`, 'anna', { seq: '3' });
    expect(sent.headers.location).toMatch(/\/mina-sidor\/arenden\/kokar\/.*kvitto/);
  });
});

describe('the operator', () => {
  const day = today().add({ days: 40 });
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
    expect(await world.db.sql('select from directory.succession')).toEqual([]);
    const said = await post(href, href, 'olle', { ...form, steg: 'meddela' });
    expect(said.headers.location).toBe(`${href}?klart=meddelad`);
    expect((await visit(`${href}?klart=meddelad`, 'olle')).body).toContain('Övergången är meddelad');
    const again = await post(href, href, 'olle', { ...form, steg: 'meddela' });
    expect(again.statusCode).toBe(422);
    expect(again.body).toContain('Övergången är redan meddelad');
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
    expect((await visit(href, 'karin')).statusCode).toBe(403);
    expect((await visit(href)).statusCode).toBe(303);
  });
});
