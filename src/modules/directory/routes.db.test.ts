import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database } from '../../../test/database.ts';
import { makeApp } from '../../app.ts';
import type { RoleGrant } from '../../kernel/authority.ts';
import type { App, SessionFacts } from '../../kernel/http/app-types.ts';
import { refusalTexts as kernelRefusalTexts } from '../../kernel/http/refusal-texts.ts';
import { type AuthorityId, newId, type PartyId } from '../../kernel/ids.ts';
import { directoryRoutes, operatorAuthority, refusalTexts } from './index.ts';

const db = database();
const sottunga = 2480766 as AuthorityId;
const invited: string[] = [];
let app: App;

function grant(role: RoleGrant['role'], authority: AuthorityId): RoleGrant {
  return { id: role, role, employer: authority, authority, unit: null, tasks: [], rights: [], agreement: null };
}

const grants: Readonly<Record<string, readonly RoleGrant[]>> = {
  olle: [grant('operator', operatorAuthority)],
  maja: [grant('administrator', sottunga)],
};

function sessionOf(token: string): SessionFacts | null {
  const own = grants[token];
  if (!own) return null;
  return { session: token, party: newId<PartyId>(), name: token, assurance: 'high', language: 'sv', grants: own };
}

beforeAll(async () => {
  app = await makeApp(
    {
      ...{ baseUrl: 'http://127.0.0.1:3000', version: '0', development: true, trustProxy: false, secret: 'test' },
      ...{ metricsToken: null, rateLimits: false, logger: false },
    },
    {
      findSession: async (token) => sessionOf(token),
      makeScope: db.scopes,
      officialAssurance: 'high',
      refusalTexts: { ...kernelRefusalTexts, ...refusalTexts },
      healthPool: db.pools.resident,
      routes: [
        (room) =>
          directoryRoutes(room, {
            baseUrl: 'http://127.0.0.1:3000',
            officialsAt: async (_scope, ids) => new Map(ids.map((id) => [id, 2])),
            inviteAdministrator: async (_scope, authority, email) => void invited.push(`${authority.slug} ${email}`),
          }),
      ],
    },
  );
});

afterAll(() => app.close());

function visit(url: string, who = '', headers: Record<string, string> = {}) {
  return app.inject({ url, headers: { host: '127.0.0.1:3000', ...headers }, cookies: who ? { session: who } : {} });
}

/** Posts a form as a browser would: with the token that the page gave. */
async function post(url: string, form: Record<string, string>, who = '', from = url) {
  const token = /name="_csrf" value="([^"]+)"/.exec((await visit(from, who)).body)?.[1];
  return app.inject({
    method: 'POST',
    url,
    headers: { host: '127.0.0.1:3000', 'content-type': 'application/x-www-form-urlencoded' },
    cookies: who ? { session: who } : {},
    payload: new URLSearchParams({ ...form, ...(token && { _csrf: token }) }).toString(),
  });
}

describe('the operator', () => {
  test('joins by code, is told by name, and the administrator is invited', async () => {
    const answer = await post('/drift/kommuner', { kod: '766', epost: 'maja@example.org', formular: newId() }, 'olle');
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/drift/kommuner?klart=766&inbjuden=ja']);
    const { body } = await visit('/drift/kommuner?klart=766&inbjuden=ja', 'olle');
    expect(body).toContain('Inbjudan till administratören är på väg');
    expect(body).toMatch(/name="formular" value="[0-9a-f-]{36}"/);
    expect(body).toContain('Sottunga är ansluten');
    expect(body).toContain('<progress');
    expect(invited).toEqual(['sottunga maja@example.org']);
  });

  test.each([
    [{ kod: '' }, 'Skriv kommunens kod'],
    [{ kod: '9999' }, 'Ingen kommun har koden 9999'],
    [{ kod: '318', epost: 'maja' }, 'Skriv en e-postadress'],
  ])('is told at the field what is wrong, with all else kept: %o', async (form, text) => {
    const answer = await post('/drift/kommuner', form, 'olle');
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain(text);
    if (form.kod) expect(answer.body).toContain(`value="${form.kod}"`);
  });

  test('finds by name without its diacritics, and sees fifty at a time', async () => {
    expect((await visit('/drift/kommuner?sok=malmo', 'olle')).body).toContain('Malmö');
    const { body } = await visit('/drift/kommuner', 'olle');
    expect(body.match(/<tr /g)).toHaveLength(51);
    expect(body).toContain('rel="next"');
  });

  test('is the only one who comes in', async () => {
    expect((await visit('/drift/kommuner', 'maja')).statusCode).toBe(403);
    expect((await visit('/drift/kommuner')).headers.location).toBe('/logga-in?till=%2Fdrift%2Fkommuner');
  });
});

describe('the front page', () => {
  test('leads to those that have joined, by list and by name', async () => {
    expect((await visit('/')).body).toContain('href="/sottunga"');
    expect((await visit('/?sok=sott')).body).toContain('href="/sottunga"');
    const { body } = await visit('/?sok=kokar');
    expect(body).not.toContain('href="/kokar"');
    expect(body).toContain('Ingen kommun som är med heter så');
  });

  test('writes what was searched for as text', async () => {
    expect((await visit(`/?sok=${encodeURIComponent('"><script>')}`)).body).not.toContain('"><script>');
  });

  test('stays short when all have joined', async () => {
    const { headers } = await post('/drift/kommuner', { alla: 'ja' }, 'olle');
    expect(headers.location).toBe('/drift/kommuner?antal=305');
    const first = (await visit('/')).body;
    expect(first.match(/al-card__title/g)).toHaveLength(24);
    const next = /href="([^"]+)" rel="next"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect((await visit(next)).body.match(/al-card__title/g)).toHaveLength(24);
  });
});

describe('the administrator', () => {
  const form = { version: '1', epost: 'kansli@example.org', telefon: '', adress: 'Strandv. 1\r\n22720', vardnamn: '' };

  test('comes straight to the only authority there is', async () => {
    expect((await visit('/administration', 'maja')).headers.location).toBe('/administration/sottunga');
    expect((await visit('/administration/kokar', 'maja')).statusCode).toBe(404);
  });

  test('is told the measured contrast of a colour that is too light, with all else kept', async () => {
    const answer = await post('/administration/sottunga', { ...form, farg: '#ffcc00' }, 'maja');
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Kontrasten är 1,51:1. Den ska vara minst 3:1');
    expect(answer.body).toContain('value="kansli@example.org"');
  });

  test('saves, and the pages wear the colour in a style sheet of its own address', async () => {
    const { headers } = await post('/administration/sottunga', { ...form, farg: '#005ea5' }, 'maja');
    expect(headers.location).toBe('/administration/sottunga?sparat=ja');
    const { body } = await visit('/sottunga/tillganglighet');
    expect(body).toContain('/tema/sottunga.css?v=2');
    expect(body).toContain('mailto:kansli@example.org');
    const css = await visit('/tema/sottunga.css?v=2');
    expect(css.headers['content-type']).toBe('text/css; charset=utf-8');
    expect(css.headers['cache-control']).toContain('immutable');
    expect(css.body).toContain('#005ea5');
    expect((await visit('/tema/kokar.css')).statusCode).toBe(404);
  });

  test('whose page is stale is told, and nothing is overwritten', async () => {
    const answer = await post('/administration/sottunga', { ...form, farg: '' }, 'maja');
    expect(answer.statusCode).toBe(409);
    expect(answer.body).toContain('Någon annan har ändrat inställningarna');
    expect((await visit('/tema/sottunga.css')).statusCode).toBe(200);
  });

  test('gives it a host name of its own, which leads to its front page', async () => {
    const named = { ...form, version: '2', farg: '#005ea5', vardnamn: 'tjanster.sottunga.ax' };
    await post('/administration/sottunga', named, 'maja');
    expect((await visit('/', '', { host: 'tjanster.sottunga.ax' })).headers.location).toBe('/sottunga');
    expect((await visit('/', '', { host: 'evil.example.org' })).statusCode).toBe(200);
  });
});

describe('the accessibility statement', () => {
  test.each([
    ['/sottunga/tillganglighet', '(2019:7)'],
    ['/stockholm/tillganglighet', '(2018:1937)'],
    ['/om/tillganglighet', '(2018:1937)'],
  ])('of %s names its law %s and has a way to complain', async (url, law) => {
    const { body, statusCode } = await visit(url);
    expect(statusCode).toBe(200);
    expect(body).toContain(law);
    const sent = await post(url, { sida: url, hinder: 'Knappen syns inte' });
    expect(sent.headers.location).toBe(`${url}?skickat=ja`);
    expect((await visit(`${url}?skickat=ja`)).body).toContain('Tack, vi har fått det');
  });

  test('asks for the words that are missing, with the rest kept', async () => {
    const answer = await post('/sottunga/tillganglighet', { sida: '/sottunga', hinder: ' ' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('Skriv vad som inte gick');
    expect(answer.body).toContain('value="/sottunga"');
  });

  test('is read by the administrator, who takes it away', async () => {
    const { body } = await visit('/administration/sottunga', 'maja');
    expect(body).toContain('Knappen syns inte');
    const action = /action="(\/administration\/sottunga\/hinder\/[^"]+)"/.exec(body)?.[1] ?? '';
    expect((await post(action, {}, 'maja', '/administration/sottunga')).statusCode).toBe(303);
    expect((await visit('/administration/sottunga', 'maja')).body).not.toContain('Knappen syns inte');
  });
});

test('what has not joined, and what is not there, is the same page', async () => {
  const [unknown, reserved] = await Promise.all([
    visit('/finnsinte/tillganglighet'),
    visit('/allmanningen/tillganglighet'),
  ]);
  expect([unknown.statusCode, reserved.statusCode]).toEqual([404, 404]);
});

test('the pages about Allmänning itself are there in each language', async () => {
  for (const url of ['/om', '/om/personuppgifter', '/om/tillganglighet']) {
    for (const language of ['sv', 'fi', 'en']) {
      const { statusCode, body } = await app.inject({
        url,
        cookies: { language },
        headers: { host: '127.0.0.1:3000' },
      });
      expect([statusCode, body.includes(`lang="${language}"`)]).toEqual([200, true]);
    }
  }
});
