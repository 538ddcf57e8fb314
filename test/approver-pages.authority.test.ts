import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeApp } from '../src/app.ts';
import type { Role, RoleGrant, Task } from '../src/kernel/authority.ts';
import type { App, SessionFacts } from '../src/kernel/http/app-types.ts';
import { refusalTexts as kernelTexts } from '../src/kernel/http/refusal-texts.ts';
import { type AuthorityId, newId, type PartyId } from '../src/kernel/ids.ts';
import { approverRoutes, refusalTexts } from '../src/modules/approvals/index.ts';
import { officeBySlug } from '../src/modules/directory/index.ts';
import { mayActBy } from '../src/modules/mandates/index.ts';
import { database } from './database.ts';

const db = database(mayActBy('high'));
const sottunga = 2480766 as AuthorityId;
const kokar = 2480318 as AuthorityId;
const url = '/administration/sottunga/attest';
let app: App;

type Person = { readonly party: PartyId; readonly role: Role; readonly at: AuthorityId; readonly task: Task };
const person = (role: Role, at: AuthorityId, task: Task): Person => ({ party: newId<PartyId>(), role, at, task });
const people: Readonly<Record<string, Person>> = {
  maja: person('administrator', sottunga, 'administration'),
  lena: person('case-officer', sottunga, 'payroll'),
  bengt: person('case-officer', sottunga, 'payroll'),
  other: person('administrator', kokar, 'administration'),
  operator: person('operator', 9_000_001 as AuthorityId, 'administration'),
};
const party = (name: string) => people[name]?.party ?? newId<PartyId>();

function sessionOf(name: string): SessionFacts | null {
  const found = people[name];
  if (!found) return null;
  const grant: RoleGrant = {
    ...{ id: name, role: found.role, employer: found.at, authority: found.at, unit: null, tasks: [found.task] },
    ...{ rights: [], agreement: null },
  };
  return { session: name, party: found.party, name, assurance: 'high', language: 'sv', grants: [grant] };
}

beforeAll(async () => {
  await db.sql('update directory.authority set joined_at = now() where authority_id = any ($1)', [[sottunga, kokar]]);
  app = await makeApp(
    {
      ...{ baseUrl: 'http://127.0.0.1:3000', version: '0', development: true, trustProxy: false, secret: 'test' },
      ...{ metricsToken: null, rateLimits: false, logger: false },
    },
    {
      ...{ findSession: async (token: string) => sessionOf(token), makeScope: db.scopes, officialAssurance: 'high' },
      ...{ refusalTexts: { ...kernelTexts, ...refusalTexts }, healthPool: db.pools.resident },
      routes: [
        (room: App) =>
          approverRoutes(room, {
            office: officeBySlug,
            officials: async () =>
              ['lena', 'bengt', 'maja'].map((name) => ({ party: party(name), name, tasks: ['payroll'] as const })),
          }),
      ],
    },
  );
});
afterAll(() => app.close());

async function send(who: string, to: string, fields: Readonly<Record<string, string>> = {}) {
  const page = await app.inject({ url, cookies: { session: who } });
  const cookies: Record<string, string> = { session: who };
  for (const { name, value } of page.cookies) cookies[name] = value;
  const _csrf = /name="_csrf" value="([^"]*)"/.exec(page.body)?.[1] ?? '';
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const payload = new URLSearchParams({ ...fields, _csrf }).toString();
  return app.inject({ method: 'POST', url: to, cookies, headers, payload });
}

const lines = () =>
  db.sql<{ id: string; name: string; ended: boolean }>(
    `select approver_id::text as id, name, ended_at is not null as ended from approvals.approver order by name`,
  );
const lena = () => ({ who: `${party('lena')} payroll`, limit: '50 000', from: '2026-01-01', to: '' });

test('the administrator names who may release, from and to a day, and takes the line away; all of it stays to be read', async () => {
  expect((await app.inject({ url, cookies: { session: 'maja' } })).body).toContain('Ingen står i förteckningen');
  expect((await send('maja', url, lena())).statusCode).toBe(303);
  const deputy = { who: `${party('bengt')} payroll`, limit: '', deputyFor: party('lena'), from: '2026-07-01' };
  expect((await send('maja', url, { ...deputy, to: '' })).statusCode).toBe(422); // a deputy has a last day
  expect((await send('maja', url, { ...deputy, to: '2026-06-01' })).statusCode).toBe(422);
  expect((await send('maja', url, { ...deputy, to: '2099-07-31' })).statusCode).toBe(303);
  const { body } = await app.inject({ url, cookies: { session: 'maja' } });
  for (const words of ['Ersätter lena', 'Tills vidare', 'Gäller', '50']) expect(body).toContain(words);
  const [bengt] = await lines();
  expect((await send('maja', `${url}/${bengt?.id}/avsluta`)).statusCode).toBe(303);
  expect((await send('maja', `${url}/${bengt?.id}/avsluta`)).statusCode).toBe(404);
  expect(await lines()).toMatchObject([
    { name: 'bengt', ended: true },
    { name: 'lena', ended: false },
  ]);
  expect((await app.inject({ url, cookies: { session: 'maja' } })).body).toContain('Borttagen av');
});

test('nobody puts themselves on the list, nor somebody who is no official, nor a task that is none', async () => {
  const before = await lines();
  expect((await send('maja', url, { ...lena(), who: `${party('maja')} payroll` })).statusCode).toBe(403);
  for (const who of [`${newId()} payroll`, `${party('lena')} dialogue`, 'x', ''])
    expect([who, (await send('maja', url, { ...lena(), who })).statusCode]).toEqual([who, 422]);
  for (const wrong of [{ limit: 'mycket' }, { limit: '0' }, { from: '2026-02-30' }, { to: 'x' }])
    expect((await send('maja', url, { ...lena(), ...wrong })).statusCode).toBe(422);
  expect(await lines()).toEqual(before);
});

test.each(['lena', 'other', 'operator', 'nobody'])('%s neither sees the list nor changes it', async (who) => {
  const before = await lines();
  const refused = who === 'nobody' ? [303, 401, 403] : [403, 404];
  expect((await app.inject({ url, cookies: { session: who } })).statusCode).toBeOneOf(refused);
  expect((await send(who, url, lena())).statusCode).toBeOneOf(refused);
  expect((await send(who, `${url}/${before[0]?.id}/avsluta`)).statusCode).toBeOneOf(refused);
  expect(await lines()).toEqual(before);
});
