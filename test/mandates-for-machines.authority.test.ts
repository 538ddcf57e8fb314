import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../src/kernel/http/app-types.ts';
import { caseWorld, kokar, sottunga } from './case-world.ts';
import { given, houseOf, keyFor, numbered } from './mandate-keys.ts';

const world = caseWorld();
const tredjeman = String(sottunga).padStart(10, '0');
const rights = ['cases.read', 'mandates.check', 'mandates.search', 'mandates.revoke'] as const;
const keys = new Map<string, string>();
let app: App;
let erik: { id: string; typ: string };
let anna: { id: string; typ: string };
let mandate: string;

beforeAll(async () => {
  app = await houseOf(world);
  anna = { id: await numbered(world, world.anna, 'anna'), typ: 'hetu' };
  erik = { id: await numbered(world, world.erik, 'erik'), typ: 'pnr' };
  mandate = await given(world, world.anna, world.erik, { reach: { kind: 'authority', authority: sottunga } });
  for (const right of rights) keys.set(right, await keyFor(world, sottunga, right));
  keys.set('another', await keyFor(world, kokar, ...rights));
  keys.set('nobody', 'x'.repeat(43));
});
afterAll(() => app.close());

const doors = {
  check: () => [
    'POST',
    '/sok/behorigheter',
    { tredjeman, behorigheter: [], fullmaktshavare: erik, fullmaktsgivare: anna },
  ],
  search: () => ['POST', '/sok/behorigheter', { tredjeman, behorigheter: [], fullmaktshavare: erik }],
  list: () => ['POST', '/sok/fullmakter', { tredjeman, fullmaktshavare: erik }],
  get: () => ['GET', `/tredjeman/${tredjeman}/fullmakter/${mandate}`, undefined],
  revoke: () => ['DELETE', `/tredjeman/${tredjeman}/fullmakter/${mandate}`, undefined],
} as const;
const opens = {
  check: 'mandates.check',
  search: 'mandates.search',
  list: 'mandates.search',
  get: 'mandates.search',
  revoke: 'mandates.revoke',
} as const;

function knock(door: keyof typeof doors, authorization?: string) {
  const [method, url, payload] = doors[door]() as ['POST', string, object | undefined];
  return app.inject({
    ...{ method, url: `/api/v1/fullmakter${url}` },
    ...(authorization ? { headers: { authorization } } : {}),
    ...(payload ? { payload } : {}),
  });
}

describe.each(Object.keys(doors) as (keyof typeof doors)[])('%s', (door) => {
  test('opens to no key but the one with its right', async () => {
    for (const who of [...rights.filter((right) => right !== opens[door]), 'nobody']) {
      const answer = await knock(door, `Bearer ${keys.get(who)}`);
      expect([who, answer.statusCode]).toEqual([who, 401]);
      expect(answer.body).not.toMatch(/Anna|Erik/);
    }
    for (const none of [undefined, 'Bearer', `Basic ${keys.get(opens[door])}`]) {
      expect((await knock(door, none)).statusCode).toBe(401);
    }
  });

  test('is not there for another authority’s key', async () => {
    const answer = await knock(door, `Bearer ${keys.get('another')}`);
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toMatch(/Anna|Erik/);
  });
});

test('a key of another authority finds nothing of this one’s, also by the mandate’s own id', async () => {
  const own = String(kokar).padStart(10, '0');
  const authorization = `Bearer ${keys.get('another')}`;
  for (const method of ['GET', 'DELETE'] as const) {
    const url = `/api/v1/fullmakter/tredjeman/${own}/fullmakter/${mandate}`;
    expect((await app.inject({ method, url, headers: { authorization } })).statusCode).toBe(404);
  }
  const payload = { tredjeman: own, behorigheter: [], fullmaktshavare: erik, fullmaktsgivare: anna };
  const url = '/api/v1/fullmakter/sok/behorigheter';
  expect((await app.inject({ method: 'POST', url, headers: { authorization }, payload })).json()).toMatchObject({
    fullmaktsgivare: [],
  });
});
