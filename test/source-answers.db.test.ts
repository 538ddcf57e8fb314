import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../src/kernel/http/app-types.ts';
import { answerCounter, codeCounter } from '../src/modules/overview/index.ts';
import { caseWorld } from './case-world.ts';
import { foreign, overviewHouse, scripted } from './overview-house.ts';

const world = caseWorld();
const quick = scripted('quick');
const down = scripted('down');
const counter = answerCounter(() => world.worker([]), 60_000);
const codes = codeCounter(() => world.worker([]), 60_000);
let app: App;

beforeAll(async () => {
  quick.items = [foreign('1', { source: 'quick' })];
  down.mode = 'down';
  app = await overviewHouse(world, [quick, down], { failures: 2, counter, codes });
});
afterAll(() => app.close());

const page = (url: string, session: string) => app.inject({ url, cookies: { session } });
const overview = async () => (await page('/mina-sidor/oversikt', 'anna')).body;

test('a source that fails again and again is left to rest, and the reader is told so', async () => {
  expect(await overview()).toContain('Den går inte att nå just nu');
  await overview();
  const { asked } = down;
  const html = await overview();
  expect(html).toContain('så vi låter den vila en kort tid');
  expect(html).toContain('Ärende 1');
  expect(down.asked).toBe(asked);
});

test('the operator sees how each has answered, fault by fault, and which rest; never about whom', async () => {
  await counter.settle();
  const { body } = await page('/drift/kallor', 'operator');
  expect(body).toContain('svar: 3');
  expect(body).toContain('svarar inte: 2');
  expect(body).toContain('fick vila: 1');
  expect(body).toContain('Får vila');
  expect(body).not.toContain('Anna');
  const rows = await world.db.sql('select source_id, outcome, times from overview.source_answer order by 1, 2');
  expect(rows).toEqual([
    { source_id: 'down', outcome: 'down', times: 2 },
    { source_id: 'down', outcome: 'resting', times: 1 },
    { source_id: 'quick', outcome: 'answered', times: 3 },
  ]);
});

test('what was counted before is added to', async () => {
  await overview();
  await counter.settle();
  const [row] = await world.db.sql(`select times from overview.source_answer where source_id = 'quick'`);
  expect(row).toEqual({ times: 4 });
});

test('what a source dates in the future is told to the operator by itself, and the rest of the page lives', async () => {
  quick.odd = ['misdated'];
  expect(await overview()).toContain('Ärende 1');
  quick.odd = [];
  await counter.settle();
  expect((await page('/drift/kallor', 'operator')).body).toContain('fel klocka eller framtida tid: 1');
});

test('nobody but the operator sees it', async () => {
  expect((await page('/drift/kallor', 'anna')).statusCode).toBe(403);
  expect((await app.inject('/drift/kallor')).statusCode).toBe(303);
});

describe('what a code of another system means', () => {
  const LIST = '/administration/sottunga/kallor';
  const LIST_FORM = `${LIST}/quick?slag=status&kod=Besluit`;
  const today = Temporal.Now.plainDateISO('Europe/Stockholm');
  const day = (on: Temporal.PlainDate) => ({
    'fran-day': `${on.day}`,
    'fran-month': `${on.month}`,
    'fran-year': `${on.year}`,
  });
  const decided = { slag: 'status', kod: 'Besluit', hur: 'ours', lage: 'decided', tur: 'done' };
  const words = { 'ord-sv': 'Beslutat', 'ord-fi': 'Päätetty', 'ord-en': 'Decided' };
  const formOf = async (session: string) => {
    const { body } = await page(session === 'administrator' ? LIST_FORM : '/mina-sidor/oversikt/kalender', session);
    return /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';
  };
  const say = async (payload: object, source = 'quick', session = 'administrator') =>
    app.inject({
      ...{ method: 'POST', url: `${LIST}/${source}`, cookies: { session } },
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://127.0.0.1:3000' },
      payload: new URLSearchParams({ ...payload, _csrf: await formOf(session) }).toString(),
    });

  beforeAll(async () => {
    quick.items = [
      foreign('1', {
        source: 'quick',
        codes: { status: 'Besluit', type: 'bouw' },
        status: { words: 'Besluit', normal: 'in-progress' },
      }),
      foreign('2', { source: 'quick', codes: { status: '19900101-9802', type: null } }),
    ];
    await overview();
    await codes.settle();
  });

  test('codes are counted from real answers, never about whom, and none that may be somebody’s number is kept', async () => {
    const rows = await world.db.sql('select status_code, type_code, times from overview.code_seen order by 1');
    expect(rows).toEqual([
      { status_code: 'Besluit', type_code: 'bouw', times: 1 },
      { status_code: '•', type_code: '', times: 1 },
    ]);
    const { body } = await page(LIST, 'administrator');
    expect(body).toContain('Besluit');
    expect(body).toContain('Systemets egna ord');
    expect(body).toContain('Dold: den liknar ett personnummer');
    expect(body).not.toContain('9802');
    expect((await page('/drift/kallor', 'operator')).body).toContain('Besluit');
  });

  test('is shown on real answers before it is saved; then people are told in those words, from its day', async () => {
    const preview = await say({ ...decided, ...words, ...day(today), steg: 'visa' });
    expect(preview.statusCode).toBe(200);
    expect(preview.body).toMatch(
      /Visas nu[\s\S]*Besluit · bouw[\s\S]*Besluit[\s\S]*Hos myndigheten[\s\S]*Beslutat[\s\S]*Avslutat/,
    );
    expect(await world.db.sql('select 1 from overview.meaning')).toEqual([]);

    expect(
      (await say({ ...decided, ...words, ...day(today.add({ days: 3 })), steg: 'spara', tidigare: '0' })).statusCode,
    ).toBe(303);
    expect(await overview()).not.toContain('Beslutat');
    expect((await say({ ...decided, ...words, ...day(today), steg: 'spara', tidigare: '1' })).statusCode).toBe(303);
    expect(await overview()).toContain('Beslutat');
    const fi = await app.inject({ url: '/mina-sidor/oversikt', cookies: { session: 'anna', language: 'fi' } });
    expect(fi.body).toContain('Päätetty');
    expect((await page(`${LIST}/quick?slag=status&kod=Besluit`, 'administrator')).body).toContain('Karin Holm');
    expect((await page('/drift/kallor', 'operator')).body).not.toContain('Besluit');
  });

  test('of two who say something of it at once, one does and the other is told', async () => {
    const again = { ...decided, ...words, ...day(today), steg: 'spara', tidigare: '1' };
    expect((await say(again)).statusCode).toBe(409);
  });

  test('the source’s own words come back when that is decided', async () => {
    const own = { ...decided, hur: 'own', ...day(today), steg: 'spara', tidigare: '2' };
    expect((await say(own)).statusCode).toBe(303);
    expect(await overview()).not.toContain('Beslutat');
  });

  test.each([
    ['a language without words', { ...words, 'ord-fi': '' }, day(today)],
    ['a day that has gone', words, day(today.subtract({ days: 1 }))],
    ['no day', words, {}],
  ])('%s is told at its field, and nothing is saved', async (_what, said, from) => {
    const answer = await say({ ...decided, ...said, ...from, steg: 'spara', tidigare: '3' });
    expect(answer.statusCode).toBe(422);
  });

  test('nobody but its keeper’s administrator says it, and no source of somebody else’s', async () => {
    const all = { ...decided, ...words, ...day(today), steg: 'spara', tidigare: '3' };
    for (const session of ['anna', 'erik', 'operator']) {
      expect([403, 404]).toContain((await say(all, 'quick', session)).statusCode);
      expect([403, 404]).toContain((await page(LIST, session)).statusCode);
    }
    expect((await say(all, 'cases')).statusCode).toBe(404);
    expect((await say(all, 'finns-inte')).statusCode).toBe(404);
    expect((await say({ ...all, kod: '•' })).statusCode).toBe(404);
    expect(await world.db.sql('select 1 from overview.meaning where seq > 3')).toEqual([]);
  });
});
