import { once } from 'node:events';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database } from '../test/database.ts';
import { makeApp } from './app.ts';
import type { RoleGrant } from './kernel/authority.ts';
import type { App, SessionFacts } from './kernel/http/app-types.ts';
import { FIELDS_LIMIT } from './kernel/http/bodies.ts';
import { limits } from './kernel/http/rate-limits.ts';
import { refusalTexts } from './kernel/http/refusal-texts.ts';
import { type AuthorityId, newId, type PartyId } from './kernel/ids.ts';
import { Refusal } from './kernel/refusal.ts';
import { mayActBy } from './modules/mandates/index.ts';
import type { Served } from './wiring.ts';

const db = database(mayActBy('high'));
const anna = newId<PartyId>();
const operator: RoleGrant = {
  ...{ id: 'g', role: 'operator', employer: 9000001 as AuthorityId, authority: 9000001 as AuthorityId },
  ...{ unit: null, tasks: [], rights: [], agreement: null },
};
const readers: Record<string, Pick<SessionFacts, 'assurance' | 'grants'>> = {
  anna: { assurance: 'high', grants: [] },
  olle: { assurance: 'high', grants: [operator] },
  weak: { assurance: 'substantial', grants: [operator] },
};

const findSession: Served['findSession'] = async (token) => {
  const reader = readers[token];
  return reader ? { session: token, party: anna, name: token, language: null, ...reader } : null;
};

type Settings = Parameters<typeof makeApp>[0];
const settings: Settings = {
  baseUrl: 'https://allmanning.example',
  version: '0',
  development: false,
  trustProxy: false,
  secret: 'test',
  metricsToken: 'figures',
  rateLimits: true,
  logger: false,
};

async function routes(app: App): Promise<void> {
  const room = 'public' as const;
  app.get('/open', { config: { room } }, async (request, reply) => reply.send({ ip: request.ip, at: request.host }));
  app.get('/mine', { config: { room: 'resident' } }, async (_request, reply) => reply.send('mine'));
  app.get('/operate', { config: { room: 'operator' } }, async (_request, reply) => reply.send('operate'));
  app.get('/defect', { config: { room } }, async () => {
    throw new Error('the password is hunter2');
  });
  app.get('/away', { config: { room } }, async (request, reply) => {
    await request.scope.read(async () => {
      throw Object.assign(new Error('terminating connection'), { code: '57P01' });
    });
    return reply.send('never');
  });
  app.get('/refused', { config: { room } }, async () => {
    throw new Refusal('conflict', 'kernel.authority.could-not-ask', { sources: ['the <b>register</b>'] });
  });
  app.post('/change', { config: { room: 'resident' } }, async (_request, reply) => reply.send('changed'));
  app.post('/knock', { config: { room, rateLimit: limits.signIn } }, async (_request, reply) => reply.send('in'));
  app.get<{ Querystring: { name: string } }>('/named', { config: { room } }, async ({ scope, query }, reply) => {
    await scope.read((tx) =>
      tx.selectFrom('directory.authority').where('slug', '=', query.name).select('slug').execute(),
    );
    return reply.send('looked for');
  });
  app.get('/machine', { config: { machine: true, rateLimit: limits.machine } }, async (_request, reply) =>
    reply.send('in'),
  );
  app.get('/slow', { config: { room } }, async (_request, reply) => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    return reply.send('done');
  });
  app.post(
    '/api/v1/things',
    { config: { room: 'resident' }, schema: { body: Type.Object({ name: Type.String() }), summary: 'Make a thing' } },
    async (_request, reply) => reply.status(201).send({ made: true }),
  );
}

async function serve(
  changes: Partial<Settings> = {},
  more: Served['routes'] = [],
  pool = db.pools.resident,
): Promise<App> {
  return makeApp({ ...settings, ...changes }, {
    findSession,
    makeScope: db.scopes,
    officialAssurance: 'high',
    refusalTexts,
    healthPool: pool,
    routes: [routes, ...more],
  } as Served);
}

const as = (who: string) => ({ '__Host-session': who });
let app: App;
beforeAll(async () => {
  app = await serve();
});
afterAll(() => app.close());

describe('what every answer carries', () => {
  test('no inline code, nothing from elsewhere, no frame, and https only', async () => {
    const { headers } = await app.inject('/open');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers['strict-transport-security']).toMatch(/max-age=\d{8}/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cache-control']).toBe('no-store');
  });

  test('a request id of our own, whatever the request says', async () => {
    const { body } = await app.inject({ url: '/defect', headers: { 'request-id': 'EVIL', 'x-request-id': 'EVIL' } });
    expect(body).not.toContain('EVIL');
    expect(body).toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-/);
  });
});

describe('who may come in', () => {
  test('a page of one’s own asks a reader to sign in, and remembers where they were going', async () => {
    const { statusCode, headers } = await app.inject('/mine?a=1');
    expect([statusCode, headers.location]).toEqual([303, '/logga-in?till=%2Fmine%3Fa%3D1']);
  });

  test('an unknown token is nobody, and the cookie is taken away', async () => {
    const answer = await app.inject({ url: '/mine', cookies: as('stranger') });
    expect(answer.statusCode).toBe(303);
    expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-session=; Max-Age=0; Path=\/; HttpOnly; Secure/);
  });

  test.each([
    ['anna', 403],
    ['weak', 403],
    ['olle', 200],
  ])('%s at the operator’s page gets %i', async (who, status) => {
    expect((await app.inject({ url: '/operate', cookies: as(who) })).statusCode).toBe(status);
  });

  test('a route that says no room stops the start', async () => {
    const careless = async (room: App) => {
      room.get('/careless', async () => 'open to all');
    };
    await expect(serve({}, [careless])).rejects.toThrow(/\/careless says no room/);
  });
});

describe('forms', () => {
  test('a form without the token of the session is refused', async () => {
    const answer = await app.inject({ method: 'POST', url: '/change', cookies: as('anna'), payload: {} });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('Det du skickade togs inte emot');
  });

  test('a token of other letters than ours is refused, not a defect', async () => {
    const headers = { 'x-csrf-token': 'å'.repeat(43) };
    const answer = await app.inject({ method: 'POST', url: '/change', cookies: as('anna'), headers });
    expect(answer.statusCode).toBe(403);
    const { statusCode } = await app.inject({
      ...{ method: 'POST', url: '/change', cookies: as('anna') },
      ...{ headers: { 'content-type': 'application/json' }, payload: JSON.stringify({ _csrf: 'å'.repeat(43) }) },
    });
    expect(statusCode).toBe(403);
  });

  test('another session’s token is refused', async () => {
    const theirs = await tokenOf('olle');
    const answer = await post('/change', 'anna', { _csrf: theirs });
    expect(answer.statusCode).toBe(403);
  });

  test('the session’s own token lets it through', async () => {
    expect((await post('/change', 'anna', { _csrf: await tokenOf('anna') })).body).toBe('changed');
  });

  test.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
  ])('a form from another site is refused although it has the token: %o', async (headers) => {
    const answer = await post('/change', 'anna', { _csrf: await tokenOf('anna') }, headers as Record<string, string>);
    expect(answer.statusCode).toBe(403);
  });

  async function tokenOf(who: string): Promise<string> {
    const page = await serve({}, [
      async (room) => {
        room.get('/form', { config: { room: 'resident' } }, async (_request, reply) => {
          const { Form, Page } = await import('./kernel/html/index.ts');
          const { h } = await import('preact');
          return reply.page(h(Page, { title: 'Form', children: h(Form, { action: '/change', children: [] }) }));
        });
      },
    ]);
    const { body } = await page.inject({ url: '/form', cookies: as(who) });
    await page.close();
    return /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';
  }

  function post(url: string, who: string, payload: object, headers: Record<string, string> = {}) {
    return app.inject({ method: 'POST', url, cookies: as(who), payload, headers });
  }
});

describe('what goes wrong', () => {
  test('a defect shows a calm page with the request’s number, and nothing of what happened', async () => {
    const { statusCode, body } = await app.inject('/defect');
    expect(statusCode).toBe(500);
    expect(body).toContain('Något gick fel hos oss');
    expect(body).not.toContain('hunter2');
  });

  test('a lost database is a calm 503 that says when to come back', async () => {
    const { statusCode, headers, body } = await app.inject('/away');
    expect([statusCode, headers['retry-after']]).toEqual([503, '10']);
    expect(body).toContain('Inget är förlorat');
  });

  test('what a refusal names is escaped', async () => {
    const { statusCode, body } = await app.inject('/refused');
    expect(statusCode).toBe(409);
    expect(body).toContain('&lt;b>register');
  });

  test('a page that is not there is told in the reader’s language', async () => {
    const { statusCode, body } = await app.inject({
      url: '/nowhere',
      headers: { 'accept-language': 'fi-FI,sv;q=0.5' },
    });
    expect(statusCode).toBe(404);
    expect(body).toContain('Sivua ei löydy');
  });

  test('who misspells an address is still signed in, and has the way back', async () => {
    const { statusCode, body } = await app.inject({ url: '/nowhere', headers: { cookie: '__Host-session=anna' } });
    expect(statusCode).toBe(404);
    expect(body).toContain('href="/mina-sidor/arenden"');
    expect(body).not.toContain('href="/logga-in"');
  });

  test('under /api the same is a problem document', async () => {
    const answer = await app.inject({ method: 'POST', url: '/api/v1/things', payload: { name: 'x' } });
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ status: 401, title: 'Du behöver logga in' });
  });

  test('a body that is too large is refused by its size', async () => {
    const answer = await app.inject({
      ...{ method: 'POST', url: '/knock', headers: { 'content-type': 'application/json' } },
      payload: JSON.stringify({ text: 'x'.repeat(300_000) }),
    });
    expect(answer.statusCode).toBe(413);
  });

  test.each(['application/x-www-form-urlencoded', 'application/json'])(
    'a form of more fields than any page has is refused, as %s',
    async (type) => {
      const fields = Object.fromEntries(Array.from({ length: FIELDS_LIMIT + 1 }, (_, n) => [`a${n}`, '']));
      const payload = type.endsWith('json') ? JSON.stringify(fields) : new URLSearchParams(fields).toString();
      const { statusCode } = await app.inject({
        method: 'POST',
        url: '/knock',
        headers: { 'content-type': type },
        payload,
      });
      expect(statusCode).toBe(413);
    },
  );

  test('a body that is no JSON is a malformed request, not a defect', async () => {
    const answer = await app.inject({
      ...{ method: 'POST', url: '/knock', headers: { 'content-type': 'application/json' }, payload: '{"a":' },
    });
    expect(answer.statusCode).toBe(400);
  });

  test('what no column can hold is a malformed request, not a defect', async () => {
    expect((await app.inject('/named?name=a%00b')).statusCode).toBe(400);
    expect((await app.inject('/named?name=ab')).statusCode).toBe(200);
  });

  test('a machine that asks with a new key each time is asked to wait as any other', async () => {
    const answers = new Set<number>();
    for (let n = 0; n <= limits.machines.max; n++) {
      const headers = { authorization: `Bearer ${n}` };
      answers.add((await app.inject({ url: '/machine', headers, remoteAddress: '192.0.2.9' })).statusCode);
    }
    expect([...answers]).toEqual([200, 429]);
    expect((await app.inject({ url: '/machine', remoteAddress: '192.0.2.10' })).statusCode).toBe(200);
  });

  test('whoever knocks too often is asked to wait', async () => {
    const busy = await serve();
    const statuses: number[] = [];
    for (let n = 0; n <= limits.signIn.max; n++) {
      statuses.push((await busy.inject({ method: 'POST', url: '/knock' })).statusCode);
    }
    await busy.close();
    expect(new Set(statuses.slice(0, -1))).toEqual(new Set([200]));
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('addresses', () => {
  const forged = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-host': 'other.example' };

  test('nobody’s word about whose address it is is believed by default', async () => {
    const heard = (await app.inject({ url: '/open', headers: { ...forged, host: 'allmanning.example' } })).json();
    expect(heard).toEqual({ ip: '127.0.0.1', at: 'allmanning.example' });
  });

  test('a trusted proxy’s word is', async () => {
    const behind = await serve({ trustProxy: '127.0.0.1' });
    const heard = (await behind.inject({ url: '/open', headers: forged })).json();
    expect(heard).toEqual({ ip: '203.0.113.9', at: 'other.example' });
    const from = (await behind.inject({ url: '/open', headers: forged, remoteAddress: '198.51.100.7' })).json();
    expect(from.ip).toBe('198.51.100.7');
    await behind.close();
  });
});

describe('for those who look after it', () => {
  test('health says whether, and no details', async () => {
    expect((await app.inject('/health')).json()).toEqual({ status: 'ok' });
    const query = async () => Promise.reject(new Error('the password of "web_resident" is wrong'));
    const away = await serve({}, [], { query } as unknown as typeof db.pools.resident);
    const { statusCode, body } = await away.inject('/health');
    await away.close();
    expect([statusCode, JSON.parse(body)]).toEqual([503, { status: 'unavailable' }]);
  });

  test.each([[undefined], ['Bearer wrong'], ['Bearer figures2']])(
    'figures are not there for %s',
    async (authorization) => {
      const answer = await app.inject({ url: '/metrics', headers: authorization ? { authorization } : {} });
      expect(answer.statusCode).toBe(404);
    },
  );

  test('figures are there for the token, by the routes’ patterns', async () => {
    await app.inject('/open');
    const answer = await app.inject({ url: '/metrics', headers: { authorization: 'Bearer figures' } });
    expect(answer.body).toContain('route="/open"');
  });

  test('the JSON interface is described, and only that', async () => {
    const { paths, openapi } = (await app.inject('/api')).json();
    expect(openapi).toBe('3.1.0');
    expect(Object.keys(paths)).toEqual(['/api/v1/things']);
  });

  test('a stop ends what is under way', async () => {
    const stopping = await serve();
    const address = await stopping.listen({ host: '127.0.0.1', port: 0 });
    const arrived = once(stopping.server, 'request');
    const under = fetch(`${address}/slow`);
    await arrived;
    await stopping.close();
    expect(await (await under).text()).toBe('done');
  });
});

describe('the reader’s language', () => {
  test('is kept in a cookie, and leads back only to our own pages', async () => {
    const answer = await app.inject('/sprak/fi?till=/open');
    expect(answer.headers.location).toBe('/open');
    expect(String(answer.headers['set-cookie'])).toMatch(/__Host-language=fi.*Secure/);
  });

  test.each([['//evil.example'], ['/\\evil.example'], ['https://evil.example'], ['javascript:alert(1)'], ['/a b']])(
    'is not a way out to %s',
    async (till) => {
      const answer = await app.inject(`/sprak/en?till=${encodeURIComponent(till)}`);
      expect(answer.headers.location).toBe('/');
    },
  );
});
