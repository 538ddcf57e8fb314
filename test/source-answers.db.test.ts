import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../src/kernel/http/app-types.ts';
import { answerCounter } from '../src/modules/overview/index.ts';
import { caseWorld } from './case-world.ts';
import { foreign, overviewHouse, scripted } from './overview-house.ts';

const world = caseWorld();
const quick = scripted('quick');
const down = scripted('down');
const counter = answerCounter(() => world.worker([]), 60_000);
let app: App;

beforeAll(async () => {
  quick.items = [foreign('1', { source: 'quick' })];
  down.mode = 'down';
  app = await overviewHouse(world, [quick, down], { failures: 2, counter });
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

test('nobody but the operator sees it', async () => {
  expect((await page('/drift/kallor', 'anna')).statusCode).toBe(403);
  expect((await app.inject('/drift/kallor')).statusCode).toBe(303);
});
