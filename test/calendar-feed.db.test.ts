import ical from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../src/kernel/http/app-types.ts';
import { caseWorld } from './case-world.ts';
import { foreign, overviewHouse, scripted } from './overview-house.ts';

const world = caseWorld();
const other = scripted();
let app: App;

beforeAll(async () => {
  other.items = [
    foreign('1', {
      ...{ title: 'Ekonomiskt bistånd', authority: 'Socialtjänsten', reference: 'SN 2026-1', ball: 'me' },
      deadline: { on: '2026-12-31', counted: 'x' },
    }),
  ];
  app = await overviewHouse(world, [other]);
  await world.filed(world.anna);
});
afterAll(() => app.close());

const PAGE = '/mina-sidor/oversikt/kalender';
const get = (url: string, session?: string) => app.inject({ url, ...(session ? { cookies: { session } } : {}) });

/** Presses the button of the page's form, as the person. */
async function post(url: string, session: string) {
  const token = /name="_csrf" value="([^"]+)"/.exec((await get(PAGE, session)).body)?.[1] ?? '';
  return app.inject({
    ...{ method: 'POST', url, cookies: { session }, payload: new URLSearchParams({ _csrf: token }).toString() },
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://127.0.0.1:3000' },
  });
}
const addressIn = (html: string) => /\/api\/v1\/calendar\/[\w-]{43}\.ics/.exec(html)?.[0] ?? '';

async function eventsAt(address: string) {
  const { statusCode, body, headers } = await get(address);
  if (statusCode !== 200) return statusCode;
  expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
  const calendar = new ical.Component(ical.parse(body));
  return calendar.getAllSubcomponents('vevent').map((one) => new ical.Event(one));
}

test('a calendar fetches the days by a secret address that is shown once, and learns nothing but the days', async () => {
  const made = addressIn((await post(PAGE, 'anna')).body);
  expect(addressIn((await get(PAGE, 'anna')).body)).toBe('');
  const before = await eventsAt(made);
  expect(before).toHaveLength(1); // the day when an answer to her own case is expected
  await get('/mina-sidor/oversikt', 'anna'); // what the other says is known from now on
  await expect.poll(() => eventsAt(made)).toHaveLength(2);
  const { body } = await get(made);
  expect(body).toContain('SUMMARY:Sista dag att göra något i ett ärende');
  expect(body).toContain('20261231');
  for (const word of ['bistånd', 'Social', 'SN 2026', 'Sottunga', 'SOT', 'Öhman', world.anna.party]) {
    expect(body.replaceAll('\r\n ', '')).not.toContain(word);
  }
});

test('the address is kept nowhere, dies when another is made and when it is ended', async () => {
  const first = addressIn((await post(PAGE, 'erik')).body);
  const [row] = await world.db.sql<{ line: string }>(
    'select f::text as line from overview.calendar_feed f where party_id = $1',
    [world.erik.party],
  );
  expect(row?.line).not.toContain(first.slice(-47, -4));
  const second = addressIn((await post(PAGE, 'erik')).body);
  expect(await eventsAt(first)).toBe(404);
  expect(await eventsAt(second)).toEqual([]);
  expect((await post(`${PAGE}/avsluta`, 'erik')).statusCode).toBe(303);
  expect(await eventsAt(second)).toBe(404);
});

test('an address that nobody has is not there, and one that is none is refused alike', async () => {
  expect(await eventsAt(`/api/v1/calendar/${'a'.repeat(43)}.ics`)).toBe(404);
  expect(await eventsAt('/api/v1/calendar/short.ics')).not.toBe(200);
  expect((await get(PAGE)).statusCode).toBe(303);
});

test('while our own rooms can not be read it says so, and not that there is nothing', async () => {
  const made = addressIn((await post(PAGE, 'anna')).body);
  await world.db.sql('alter table cases.case_party rename to case_party_away');
  expect(await eventsAt(made)).toBe(503);
  await world.db.sql('alter table cases.case_party_away rename to case_party');
});
